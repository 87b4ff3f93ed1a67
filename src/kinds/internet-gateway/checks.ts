// What can be wrong with an internet gateway; vpc-internet-gateway.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { View } from '../../design/view.ts'
import { finding, listed } from '../finding.ts'
import { checkAttachment } from '../gateway-checks.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { ledTo, newRoute } from '../new-route.ts'
import { subnetsUsing, vpcOf } from '../network.ts'
import type { RouteTable } from '../records.ts'

export function checkInternetGateway(resource: Resource, view: View): readonly Finding[] {
  const found = checkAttachment(resource, view, ['internet gateway'])
  const vpc = vpcOf(view, resource)
  if (found.length > 0 || !vpc) return found
  const tables = view.children(vpc.id, 'route-table') as readonly RouteTable[]
  const leading = tables.filter((table) => table.fields.routes.some((route) => route.target === resource.id))
  // What stands in a table that nobody uses leads nothing.
  const inForce = (table: RouteTable) => table.fields.main || subnetsUsing(view, table).length > 0
  if (leading.some(inForce)) return []
  // A table that led out once is the one that should again; only without one may any table begin to.
  const again = tables.flatMap((table) => instead(table, resource, view))
  const fixes = again.length > 0 ? again : tables.flatMap((table) => opening(table, resource, view))
  return [
    finding(
      'internet-gateway/no-route',
      'note',
      resource,
      say`No route leads to ${ref(resource.id)}`,
      leading.length === 0
        ? say`Subnets of ${ref(vpc.id)} become public by a route to it.`
        : say`${listed(leading)} ${leading.length === 1 ? 'has' : 'have'} one, and no subnet uses ${leading.length === 1 ? 'that table' : 'those tables'}.`,
      fixes.slice(0, 3),
    ),
  ]
}

/** Its default route leads to what is gone or detached: to the gateway instead. */
function instead(table: RouteTable, gateway: Resource, view: View): readonly Fix[] {
  const dead = table.fields.routes.find((route) => route.destination === '0.0.0.0/0')
  const target = view.get(dead?.target)
  const isDead =
    dead &&
    (dead.state === 'blackhole' || !target || (target.kind === 'internet-gateway' && !vpcOf(view, target)))
  if (!isDead || subnetsUsing(view, table).length === 0) return []
  return [
    setting(say`Lead ${code('0.0.0.0/0')} of ${ref(table.id)} to ${ref(gateway.id)} instead`, table, {
      routes: ledTo(table.fields.routes, dead, gateway.id),
    }),
  ]
}

/** It has no default route yet. */
function opening(table: RouteTable, gateway: Resource, view: View): readonly Fix[] {
  const subnets = subnetsUsing(view, table)
  const taken = table.fields.routes.some((route) => route.destination === '0.0.0.0/0')
  if (subnets.length === 0 || taken || table.fields.gateway !== null) return []
  const route = newRoute(table.fields.routes, '0.0.0.0/0', gateway.id)
  const title = say`Make ${listed(subnets)} public: add ${code('0.0.0.0/0')} to ${ref(table.id)}`
  return [setting(title, table, { routes: [...table.fields.routes, route] })]
}
