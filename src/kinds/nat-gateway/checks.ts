// What can be wrong with one NAT gateway; nat-gateway-troubleshooting. Whether its subnet leads out: src/checks/nat-without-way-out.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding, listed } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { interfacesOf, routeTableOf, subnetOf, subnetsUsing, vpcOf } from '../network.ts'
import { newRoute } from '../new-route.ts'
import type { NatGateway, RouteTable } from '../records.ts'
import { internetRoute, isPublic } from '../standing.ts'

export function checkNatGateway(resource: Resource, view: View): readonly Finding[] {
  const nat = resource as NatGateway
  const { state, connectivity } = nat.fields
  if (state === 'deleted' || state === 'deleting') return []
  const found: Finding[] = []
  if (state !== 'available')
    found.push(
      finding('nat-gateway/not-available', 'warning', nat, say`${ref(nat.id)} is ${state}`, [
        'It translates nothing until it is available.',
      ]),
    )
  if (interfacesOf(view, nat).length === 0)
    found.push(
      finding('nat-gateway/no-interface', 'error', nat, say`${ref(nat.id)} has no network interface`, [
        'Without one it has no address to translate to.',
      ]),
    )
  const subnet = subnetOf(view, nat)
  if (!subnet) return found
  if (connectivity === 'private' && internetRoute(view, subnet))
    found.push(
      finding(
        'nat-gateway/private-to-internet',
        'warning',
        nat,
        say`What ${ref(nat.id)} sends to the internet is dropped`,
        say`It is a private NAT gateway, without a public address, and the route of ${ref(subnet.id)} leads to an internet gateway.`,
        [setting(say`Make it public`, nat, { connectivity: 'public' })],
      ),
    )
  const table = routeTableOf(view, subnet)
  if (table?.fields.routes.some((route) => route.target === nat.id))
    found.push(
      finding(
        'nat-gateway/routes-to-itself',
        'error',
        nat,
        say`${ref(nat.id)} is sent its own packets`,
        say`${ref(subnet.id)}, in which it stands, routes to it. A NAT gateway and the subnets that use it need tables of their own.`,
      ),
    )
  found.push(...unused(nat, view))
  return found
}

function unused(nat: NatGateway, view: View): readonly Finding[] {
  const vpc = vpcOf(view, nat)
  if (!vpc || view.referring(nat.id, 'route-table').length > 0) return []
  const fixes = (view.children(vpc.id, 'route-table') as readonly RouteTable[]).flatMap((table) => {
    const subnets = subnetsUsing(view, table)
    const taken = table.fields.routes.some((route) => route.destination === '0.0.0.0/0')
    const fits =
      subnets.length > 0 &&
      subnets.every((subnet) => !isPublic(view, subnet) && subnet.id !== subnetOf(view, nat)?.id)
    if (!fits || taken) return []
    const route = newRoute(table.fields.routes, '0.0.0.0/0', nat.id)
    const title = say`Let ${listed(subnets)} use it: add ${code('0.0.0.0/0')} to ${ref(table.id)}`
    return [setting(title, table, { routes: [...table.fields.routes, route] })]
  })
  return [
    finding(
      'nat-gateway/no-route',
      'note',
      nat,
      say`No route leads to ${ref(nat.id)}`,
      ['Private subnets use it by a default route to it.'],
      fixes.slice(0, 3),
    ),
  ]
}
