// A route table as lists of rules, one for each subnet or gateway that it routes for; the first match is the longest
// prefix. docs/aws-rules.md 3.2–3.4.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Next, Rule } from '../../forwarding/program.ts'
import { intervals } from '../../net/interval-set.ts'
import { everything, intersect, isEmpty, packets, type PacketSet } from '../../net/packet-set.ts'
import { formatPrefix, parsePrefix, prefixWithin, type Prefix } from '../../net/prefix.ts'
import { publicRanges } from '../address-ranges.ts'
import { serviceLabel, servicePrefixes } from '../aws-ranges.ts'
import { regionOf, subnetCidrs, subnetOf, subnetsOf, subnetsUsing, vpcOf, zoneOf } from '../network.ts'
import { blocked, notModelled, to } from '../outcomes.ts'
import type { RouteTable, Vpc } from '../records.ts'
import { candidatesOf, unlistedEndpoints, unreadRoutes, type Candidate } from '../routes-in-force.ts'
import { elsewhere } from '../unlisted.ts'
import { lists, stages } from '../stage-ids.ts'

/** Link-local destinations that no route forwards; rule 3.3.1. */
const neverRouted = ['169.254.168.0/22', 'fd00:ec2::/32'].flatMap((text) => parsePrefix(text) ?? [])

/** One list for everything that uses the table: subnets, the NAT gateways in them, and the gateway of an edge association. */
export function lowerRouteTable(table: RouteTable, lowering: Lowering): void {
  const { view } = lowering
  const users = subnetsUsing(view, table)
  const nats = users.flatMap((subnet) => view.children(subnet.id, 'nat-gateway'))
  const gateway = view.get(table.fields.gateway)
  // In a broken file the gateway may be one of the others.
  for (const from of new Set([...users, ...nats, ...(gateway ? [gateway] : [])])) {
    lowering.list(lists.routes(table.id, from.id), () => routeRules(table, from, lowering))
  }
}

function routeRules(table: RouteTable, from: Resource, lowering: Lowering): readonly Rule[] {
  const { view } = lowering
  const vpc = vpcOf(view, table)
  if (!vpc) return []
  const candidates = candidatesOf(view, table)
  const linkLocal = neverRouted.map((prefix): Rule => ({
    match: towards(prefix),
    next: blocked(
      'route-table/link-local',
      null,
      say`packets to ${code(formatPrefix(prefix))} are never routed`,
    ),
    cause: ref(table.id),
  }))
  const rule = (candidate: Candidate): Rule => ({
    match: towards(candidate.prefix),
    next: isAmbiguous(candidate, candidates, (one) => accepts(one, from, lowering))
      ? notModelled(
          'route-table/ambiguous',
          say`several prefix lists of ${ref(table.id)} cover ${code(formatPrefix(candidate.prefix))} with other targets, and AWS picks one at random`,
        )
      : hand(candidate, table, from, vpc, lowering),
    cause: candidate.cause,
  })
  const [inside, outside] = [
    candidates.filter((route) => route.local),
    candidates.filter((route) => !route.local),
  ]
  const assumes = elsewhere(table, view)
  return [
    ...linkLocal,
    ...inside.flatMap((candidate) =>
      candidate.target === 'local'
        ? [...otherWavelengthZones(candidate, table, from, view), rule(candidate)]
        : [rule(candidate)],
    ),
    ...unreadable(table, view),
    ...unlisted(table, view),
    ...outside.flatMap((candidate) => {
      const one = rule(candidate)
      const open = assumes && intersect(one.match, anyPublic)
      return open && !isEmpty(open) ? [{ ...one, match: open, assumes }, one] : [one]
    }),
  ]
}

/** What stands in different Wavelength Zones of a VPC cannot talk, the local route notwithstanding; rule 2.13. */
function otherWavelengthZones(
  local: Candidate,
  table: RouteTable,
  from: Resource,
  view: View,
): readonly Rule[] {
  const here = wavelengthZone(view, subnetOf(view, from))
  const vpc = vpcOf(view, table)
  if (here === null || !vpc) return []
  return subnetsOf(view, vpc).flatMap((subnet) => {
    const there = wavelengthZone(view, subnet)
    if (there === null || there === here) return []
    return subnetCidrs(view, subnet)
      .filter((cidr) => prefixWithin(cidr, local.prefix))
      .map((cidr): Rule => ({
        match: towards(cidr),
        next: blocked(
          'route-table/wavelength-zones',
          null,
          say`${ref(subnet.id)} is in another Wavelength Zone, and those of one VPC cannot talk to each other`,
        ),
        cause: local.cause,
      }))
  })
}

/** `us-east-1-wl1-bos-wlz-1` is one. */
function wavelengthZone(view: View, subnet: Resource | undefined): string | null {
  const zone = subnet && zoneOf(view, subnet)?.fields.zone
  return zone !== undefined && /-wlz-\d+$/.test(zone) ? zone : null
}

const anyPublic = packets({ family: 4, destinations: publicRanges })

/** What goes to a service by an address that only stands in for those that its prefix list would say. */
function unlisted(table: RouteTable, view: View): readonly Rule[] {
  return unlistedEndpoints(view, table).flatMap((endpoint): Rule[] => {
    const { service } = endpoint.fields
    return servicePrefixes(view, service, regionOf(view, endpoint)).map((prefix) => ({
      match: towards(prefix),
      next: notModelled(
        'route-table/unknown-prefix-list',
        say`${ref(table.id)} sends the addresses of ${serviceLabel(service)} to ${ref(endpoint.id)}, and the prefix list that says them is not known here`,
      ),
      cause: ref(table.id, `routes.${endpoint.id}`),
    }))
  })
}

function unreadable(table: RouteTable, view: View): readonly Rule[] {
  return unreadRoutes(view, table).map((route) => ({
    match: everything,
    next: notModelled(
      'route-table/unknown-prefix-list',
      say`${ref(table.id)} has a route for the prefix list ${code(route.destination)}, whose entries are not known here`,
    ),
    cause: ref(table.id, `routes.${route.id}`),
  }))
}

/**
 * Prefix lists that overlap, with different targets: AWS picks one at random, and not by length; rule 3.4.4. It makes no
 * difference where none of the targets takes the packet.
 */
function isAmbiguous(
  one: Candidate,
  all: readonly Candidate[],
  takes: (candidate: Candidate) => boolean,
): boolean {
  if (one.rank !== 1) return false
  const rivals = all.filter(
    (other) => other.rank === 1 && other.target !== one.target && prefixWithin(one.prefix, other.prefix),
  )
  return rivals.length > 0 && [one, ...rivals].some(takes)
}

/** Whether the route's target is there to take packets, whatever it does with them then. */
const accepts = (route: Candidate, from: Resource, lowering: Lowering): boolean =>
  !route.dead && lowering.entry(route.target, from) !== null

function hand(route: Candidate, table: RouteTable, from: Resource, vpc: Vpc, lowering: Lowering): Next {
  if (route.target === 'local') return to(stages.vpcDeliver(vpc.id))
  const entry = lowering.entry(route.target, from)
  if (route.dead || entry === null) {
    return blocked(
      'route-table/blackhole',
      'BAD_STATE_ROUTE',
      say`the route of ${ref(table.id)} for ${code(formatPrefix(route.prefix))} leads to ${targetName(route, lowering.view)}, which cannot take it`,
      entry ?? undefined,
    )
  }
  return to(entry)
}

function targetName(route: Candidate, view: View) {
  return view.get(route.target) ? ref(route.target) : code(route.target)
}

function towards(prefix: Prefix): PacketSet {
  return packets({ family: prefix.family, destinations: intervals([prefix.first, prefix.last]) })
}
