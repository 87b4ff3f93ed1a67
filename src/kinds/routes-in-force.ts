// The routes in force in a table, best first: the longest prefix, then static before prefix list before propagated.
// docs/aws-rules.md 3.2–3.4.
import { ref, type Ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Address } from '../net/address.ts'
import { formatPrefix, prefixContains, prefixWithin, samePrefix, type Prefix } from '../net/prefix.ts'
import { knownRangesOf } from './aws-ranges.ts'
import {
  cidrsOf,
  destinationsOf,
  isGatewayOut,
  isPrefixListId,
  prefixes,
  regionOf,
  subnetCidrs,
  subnetsOf,
  vpcOf,
} from './network.ts'
import type { GatewayEndpoint, Route, RouteTable } from './records.ts'

/** A route for one CIDR; a prefix list's route counts once for each of its entries. */
export interface Candidate {
  readonly prefix: Prefix
  /** Ties of equal prefixes: static 0, prefix list 1, propagated 2; rule 3.4. */
  readonly rank: number
  readonly cause: Ref
  readonly target: string
  readonly dead: boolean
  /** Inside the VPC's own CIDRs: the local route, or a valid route more specific than it. */
  readonly local: boolean
}

/** Kinds that may be the target of a route more specific than, or in place of, the local route; rules 3.2.1, 3.2.2. */
const insideTargets = new Set([
  'nat-gateway',
  'network-interface',
  'instance',
  'bastion',
  'nat-instance',
  'unmodelled',
])

/** Every route of the table in the order of selection. */
export function candidatesOf(view: View, table: RouteTable): readonly Candidate[] {
  return view.memoOf('routes in force', table, () => {
    const vpc = vpcOf(view, table)
    if (!vpc) return []
    const own = cidrsOf(view, vpc)
    const wholeSubnets = subnetsOf(view, vpc).flatMap((subnet) => subnetCidrs(view, subnet))
    const written = table.fields.routes.filter((route) => route.target !== '')
    const inside: Candidate[] = []
    const outside: Candidate[] = []
    for (const prefix of own) {
      // A prefix list does not take the local route's place: of the same CIDR, the local one comes first; rule 3.4.
      const replaced = written.find(
        (route) =>
          route.origin === 'static' &&
          view.get(route.destination) === undefined &&
          destinationsOf(view, route.destination).some((other) => samePrefix(other, prefix)) &&
          mayBeInside(view, route),
      )
      inside.push(
        replaced
          ? candidate(table, replaced, prefix, true)
          : {
              prefix,
              rank: 0,
              cause: ref(table.id, `routes.local:${formatPrefix(prefix)}`),
              target: 'local',
              dead: false,
              local: true,
            },
      )
    }
    for (const route of written) {
      for (const prefix of destinationsOf(view, route.destination)) {
        const covering = own.find((cidr) => prefixWithin(prefix, cidr))
        if (!covering) outside.push(candidate(table, route, prefix, false, view))
        // Propagated routes never beat local, even when more specific; rule 3.2.3. Others must be a whole subnet;
        // rule 3.2.2.
        else if (
          route.origin === 'static' &&
          view.get(route.destination) === undefined &&
          !samePrefix(covering, prefix) &&
          mayBeInside(view, route) &&
          wholeSubnets.some((subnet) => samePrefix(subnet, prefix))
        ) {
          inside.push(candidate(table, route, prefix, true))
        }
      }
    }
    outside.push(...endpointRoutes(view, table))
    const order = (a: Candidate, b: Candidate) => b.prefix.length - a.prefix.length || a.rank - b.rank
    return [...inside.toSorted(order), ...outside.toSorted(order)]
  })
}

function candidate(table: RouteTable, route: Route, prefix: Prefix, local: boolean, view?: View): Candidate {
  const byList = view?.get(route.destination)?.kind === 'prefix-list'
  return {
    prefix,
    rank: route.origin === 'propagated' ? 2 : byList ? 1 : 0,
    cause: ref(table.id, `routes.${route.id}`),
    target: route.target,
    dead: route.state === 'blackhole',
    local,
  }
}

function mayBeInside(view: View, route: Route): boolean {
  if (route.target === 'local') return true
  const target = view.get(route.target)
  // Gone, it leaves a route that wins and drops; rule 3.4.7.
  return target === undefined || (insideTargets.has(target.kind) && !isGatewayOut(target))
}

/**
 * Selecting a table for a gateway endpoint adds a route for the service's prefix list; rule 14.8. Where the design does
 * not hold the list there is none to choose from: see unlistedEndpoints.
 */
function endpointRoutes(view: View, table: RouteTable): readonly Candidate[] {
  return (view.referring(table.id, 'gateway-endpoint') as readonly GatewayEndpoint[]).flatMap((endpoint) =>
    prefixes(listOf(view, endpoint) ?? []).map((prefix) => ({
      prefix,
      rank: 1,
      cause: ref(table.id, `routes.${endpoint.id}`),
      target: endpoint.id,
      dead: endpoint.fields.state !== 'available',
      local: false,
    })),
  )
}

/**
 * Where the table may send an address: nowhere, to one target, or to one of several where it is left open which. Null
 * where the table itself leaves it open.
 */
export function targetsFor(view: View, table: RouteTable, address: Address): readonly string[] | null {
  const covering = candidatesOf(view, table).filter(({ prefix }) => prefixContains(prefix, address))
  const [best] = covering
  if (
    best?.local !== true &&
    (unreadRoutes(view, table).length > 0 || unlistedEndpoints(view, table).length > 0)
  )
    return null
  const rivals = best?.rank === 1 ? covering.filter(({ rank }) => rank === 1) : covering.slice(0, 1)
  return rivals.map(({ target }) => target)
}

/** Routes for prefix lists that the design does not hold: they may cover anything outside the VPC. */
export const unreadRoutes = (view: View, table: RouteTable): readonly Route[] =>
  table.fields.routes.filter(
    (route) =>
      route.target !== '' && isPrefixListId(route.destination) && view.get(route.destination) === undefined,
  )

/** Endpoints on the table whose service's prefix list the design does not hold; rule 14.9. */
export const unlistedEndpoints = (view: View, table: RouteTable): readonly GatewayEndpoint[] =>
  (view.referring(table.id, 'gateway-endpoint') as readonly GatewayEndpoint[]).filter(
    (endpoint) => listOf(view, endpoint) === null,
  )

const listOf = (view: View, endpoint: GatewayEndpoint) =>
  knownRangesOf(view, endpoint.fields.service, regionOf(view, endpoint)?.id ?? null)
