// Giving a packet a way out of its subnet: a route to the target that could carry it.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import { contains } from '../../net/packet-set.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { Offered } from '../../forwarding/compile.ts'
import type { FixContext } from '../kind.ts'
import { fixOf, newRowId, setting, withFields } from '../make.ts'
import { subnetsUsing } from '../network.ts'
import type { GatewayEndpoint, RouteTable, VpcPeering } from '../records.ts'

/** What another route would mend; some destinations no route leads to. */
const mended = new Set<string>(['route-table/no-route', 'route-table/blackhole'])

export function routeTableFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  const table = view.get(blocker.cause.resource) as RouteTable | undefined
  if (table?.kind !== 'route-table' || !mended.has(blocker.reason.code)) return []
  const subnet = subnetOf(context, table)
  if (!subnet) return []
  const dead = table.fields.routes.find((route) => blocker.cause.part === `routes.${route.id}`)
  const pending = dead && view.get(dead.target)
  if (pending?.kind === 'vpc-peering' && pending.fields['status'] === 'pending-acceptance') {
    return [setting(say`Accept ${ref(pending.id)}`, pending as VpcPeering, { status: 'active' })]
  }
  const offers = context
    .offers(subnet)
    .filter(
      (offer) => contains(offer.match, { ...blocker.packet, mark: 0 }) && offer.target.id !== dead?.target,
    )
  const [best] = offers
  if (!best) return []
  if (best.target.kind === 'gateway-endpoint') return [addToEndpoint(best, table)]
  return [dead ? retarget(table, dead.id, best) : addRoute(table, best)]
}

/** The subnet that the packet was leaving: the blocker's own, or the one that the NAT gateway it stands at is in. */
function subnetOf({ view, blocker }: FixContext, table: RouteTable): Resource | undefined {
  const at = view.get(blocker.at.resource)
  if (at?.kind === 'subnet') return at
  return (at && view.ancestor(at.id, 'subnet')) ?? subnetsUsing(view, table)[0]
}

function addRoute(table: RouteTable, { destination, target }: Offered): Fix {
  const routes = [
    ...table.fields.routes,
    {
      id: newRowId(table.fields.routes),
      destination,
      target: target.id,
      origin: 'static' as const,
      state: 'active' as const,
    },
  ]
  return setting(say`Add route ${code(destination)} to ${ref(target.id)}`, table, { routes })
}

function retarget(table: RouteTable, id: string, { target }: Offered): Fix {
  const routes = table.fields.routes.map((route) =>
    route.id === id ? { ...route, target: target.id, state: 'active' as const } : route,
  )
  const destination = table.fields.routes.find((route) => route.id === id)!.destination
  return setting(say`Lead ${code(destination)} to ${ref(target.id)} instead`, table, { routes })
}

function addToEndpoint({ target }: Offered, table: RouteTable): Fix {
  const endpoint = target as GatewayEndpoint
  const changed = withFields(endpoint, { routeTables: [...endpoint.fields.routeTables, table.id] })
  return fixOf(say`Let ${ref(table.id)} use ${ref(endpoint.id)}`, {
    updated: [[endpoint, changed]],
  })
}
