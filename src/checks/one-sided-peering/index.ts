// A peering needs a route on both sides: one for the request, one for the reply; vpc-peering-routing.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { finding } from '../../kinds/finding.ts'
import { fixOf, withFields } from '../../kinds/make.ts'
import { newRoute } from '../../kinds/new-route.ts'
import { cidrsOf, mainRouteTable, subnetsUsing } from '../../kinds/network.ts'
import type { Route, RouteTable, Vpc, VpcPeering } from '../../kinds/records.ts'
import { vpcNamed } from '../../kinds/vpc-named.ts'
import { defineCheck } from '../check.ts'

export const oneSidedPeering = defineCheck({
  name: 'one-sided-peering',
  title: 'Peering without routes on both sides',
  run: ({ view }) =>
    (view.of('vpc-peering') as readonly VpcPeering[]).flatMap((peering) => {
      const a = vpcNamed(view, peering.fields.requester)
      const b = vpcNamed(view, peering.fields.accepter)
      if (!a || !b || a.id === b.id || peering.fields.status !== 'active') return []
      const missing = [
        { vpc: a, peer: b },
        { vpc: b, peer: a },
      ].filter(({ vpc }) => !routesTo(view, vpc, peering))
      const [first] = missing
      if (!first) return []
      const edits = { updated: missing.flatMap(({ vpc, peer }) => withRoutes(view, vpc, peer, peering)) }
      const fix = (title: string) => (edits.updated.length === 0 ? [] : [fixOf([title], edits)])
      if (missing.length === 2)
        return [
          finding(
            'design/one-sided-peering',
            'note',
            peering,
            say`No route leads to ${ref(peering.id)}`,
            ['Each VPC needs one for the addresses of the other.'],
            fix('Add the routes on both sides'),
          ),
        ]
      const title = say`${ref(first.vpc.id)} does not route back to ${ref(first.peer.id)}`
      const detail = say`${ref(first.peer.id)} routes to ${ref(peering.id)}, but replies to it find no way: no table of ${ref(first.vpc.id)} has a route for ${code(first.peer.fields.cidr)}.`
      return [
        finding('design/one-sided-peering', 'warning', peering, title, detail, fix('Add the route back')),
      ]
    }),
})

const tablesOf = (view: View, vpc: Vpc): readonly RouteTable[] =>
  view.children(vpc.id, 'route-table') as readonly RouteTable[]

const routesTo = (view: View, vpc: Vpc, peering: VpcPeering): boolean =>
  tablesOf(view, vpc).some((table) => table.fields.routes.some((route) => route.target === peering.id))

/** Every table that subnets use gets a route for each block of the peer; the main one when there are no subnets yet. */
function withRoutes(
  view: View,
  vpc: Vpc,
  peer: Vpc,
  peering: VpcPeering,
): readonly (readonly [Resource, Resource])[] {
  const used = tablesOf(view, vpc).filter(
    (table) => table.fields.gateway === null && subnetsUsing(view, table).length > 0,
  )
  const main = mainRouteTable(view, vpc)
  const tables = used.length > 0 ? used : main ? [main] : []
  return tables.map((table) => {
    let rows: readonly Route[] = table.fields.routes
    for (const block of cidrsOf(view, peer)) rows = [...rows, newRoute(rows, formatPrefix(block), peering.id)]
    return [table, withFields(table, { routes: rows })] as const
  })
}
