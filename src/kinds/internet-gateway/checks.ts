// What can be wrong with an internet gateway; vpc-internet-gateway.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding, listed } from '../finding.ts'
import { checkAttachment } from '../gateway-checks.ts'
import type { Finding } from '../kind.ts'
import { newRowId, setting } from '../make.ts'
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
  const fixes = tables.flatMap((table) => {
    const subnets = subnetsUsing(view, table)
    const taken = table.fields.routes.some((route) => route.destination === '0.0.0.0/0')
    if (subnets.length === 0 || taken || table.fields.gateway !== null) return []
    const route = {
      id: newRowId(table.fields.routes),
      destination: '0.0.0.0/0',
      target: resource.id,
      origin: 'static',
      state: 'active',
    } as const
    const title = say`Make ${listed(subnets)} public: add ${code('0.0.0.0/0')} to ${ref(table.id)}`
    return [setting(title, table, { routes: [...table.fields.routes, route] })]
  })
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
