// A security group's rules as lists. Groups allow only, and every rule of every group counts; docs/aws-rules.md 5.
import { code, say } from '../../design/phrase.ts'
import { ref, type Ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Address, Family } from '../../net/address.ts'
import { intervals, intervalsEmpty, type IntervalSet } from '../../net/interval-set.ts'
import { nothing, packets, union, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix, type Prefix } from '../../net/prefix.ts'
import { byReferenceMark, peerMark, plainMark, replyMark } from '../marks.ts'
import {
  addressesOf,
  cidrsOf,
  inAny,
  isPrefixListId,
  membersOf,
  peeringsOf,
  peerOf,
  placeOf,
  pointsOf,
  prefixes,
  routeTableOf,
  sameRegion,
  spanOf,
  subnetOf,
  vpcOf,
} from '../network.ts'
import { notModelled } from '../outcomes.ts'
import { protocolMatch, type ProtocolMatch } from '../protocol-match.ts'
import type { GroupRule, PrefixList, SecurityGroup, Subnet, Vpc, VpcPeering } from '../records.ts'
import { targetsFor } from '../routes-in-force.ts'
import { lists } from '../stage-ids.ts'

type Direction = 'inbound' | 'outbound'

/** Lists of their own, so that a packet which a rule of the first lets through is not held to have needed the others. */
export function lowerSecurityGroup(group: SecurityGroup, lowering: Lowering): void {
  const { view } = lowering
  const subnets = new Set(membersOf(view, group).flatMap((member) => subnetOf(view, member) ?? []))
  for (const direction of ['inbound', 'outbound'] as const) {
    const list = (id: string, lower: (rule: Read) => readonly Rule[]) =>
      lowering.list(id, () => rulesRead(group, direction).flatMap(lower))
    list(lists.securityGroup(group.id, direction, 'certain'), (rule) => certain(rule, view))
    list(lists.securityGroup(group.id, direction, 'unknown'), (rule) => unknown(rule, group, view))
    for (const subnet of subnets)
      list(lists.groupReferences(group.id, direction, subnet.id), (rule) => references(rule, subnet, view))
  }
}

/** A rule whose protocol and ports can be read. */
interface Read {
  readonly direction: Direction
  readonly peer: string
  readonly match: ProtocolMatch
  readonly cause: Ref
}

function rulesRead(group: SecurityGroup, direction: Direction): readonly Read[] {
  return group.fields[direction].flatMap(({ id, peer, protocol, ports }) => {
    const match = protocolMatch(protocol, ports)
    return match === null ? [] : [{ direction, peer, match, cause: ref(group.id, `${direction}.${id}`) }]
  })
}

/** A rule that names addresses, by themselves or in a prefix list. */
function certain({ direction, peer, match, cause }: Read, view: View): readonly Rule[] {
  const list = prefixesOf(peer, view)
  if (list === null) return []
  return [{ match: towards(direction, match, (family) => spanOf(list, family)), next: 'onward', cause }]
}

function prefixesOf(peer: GroupRule['peer'], view: View): readonly Prefix[] | null {
  const named = view.get(peer)
  if (named) return named.kind === 'prefix-list' ? prefixes((named as PrefixList).fields.cidrs) : null
  const prefix = parsePrefix(peer, 'zero')
  return prefix && [prefix]
}

/**
 * A rule whose peer cannot be known here: what only it might let through is answered "unknown". A group that is not in
 * the design, stale or of an account not read, matches nothing; rule 5.9.
 */
function unknown({ direction, peer, match, cause }: Read, group: SecurityGroup, view: View): readonly Rule[] {
  if (view.get(peer) || !isPrefixListId(peer)) return []
  return [
    {
      match: towards(direction, match, () => undefined),
      next: notModelled(
        'security-group/unknown-prefix-list',
        say`${ref(group.id)} names the prefix list ${code(peer)}, whose entries are not known here`,
      ),
      cause,
    },
  ]
}

/** Inside the VPC, ways on which an address still tells the interface it belongs to. */
const undiverted = intervals(
  [plainMark, plainMark],
  [byReferenceMark, byReferenceMark],
  [replyMark, replyMark],
)

/**
 * A rule that names a group, as an interface in `subnet` sees its members: those of its own VPC, and those of VPCs of
 * the same Region joined by an active peering; rule 5.6. Peers may have the same addresses, so of theirs only those
 * count that a packet came from by that peering, or that the subnet's routes lead to by it.
 */
function references({ direction, peer, match, cause }: Read, subnet: Subnet, view: View): readonly Rule[] {
  const here = vpcOf(view, subnet)
  const named = view.get(peer)
  if (!here || named?.kind !== 'security-group') return []
  return [here, ...peersOf(view, here)].flatMap((there) => {
    const addresses = membersIn(view, named as SecurityGroup, there)
    const meant =
      direction === 'outbound' && there.id !== here.id
        ? addresses.filter((address) => mayLeadTo(view, subnet, here, there, address))
        : addresses
    if (meant.length === 0) return []
    const mark = peerMark(placeOf(view, there))
    const marks = direction === 'inbound' && there.id !== here.id ? [mark, mark] : undiverted
    return [
      {
        match: towards(direction, match, (family) => pointsOf(meant, family), marks),
        next: 'onward' as const,
        cause,
        ...(direction === 'outbound' ? { rewrite: { mark: byReferenceMark } } : {}),
      },
    ]
  })
}

/** Private addresses of the interfaces in a VPC that carry a group. */
const membersIn = (view: View, group: SecurityGroup, vpc: Vpc): readonly Address[] =>
  view.memo(`members of ${group.id} in ${vpc.id}`, () =>
    membersOf(view, group)
      .filter((member) => vpcOf(view, member)?.id === vpc.id)
      .flatMap((member) => addressesOf(view, member)),
  )

/** VPCs whose groups a rule here may name. */
const peersOf = (view: View, here: Vpc): readonly Vpc[] => [
  ...new Set(
    peeringsOf(view, here)
      .filter((peering) => peering.fields.status === 'active')
      .flatMap((peering) => peerOf(view, peering, here) ?? [])
      .filter((there) => there.id !== here.id && sameRegion(view, here, there)),
  ),
]

/** False where the subnet's routes lead the address to another peer, or it is one of the VPC's own and stays inside. */
function mayLeadTo(view: View, subnet: Subnet, here: Vpc, there: Vpc, address: Address): boolean {
  if (inAny(cidrsOf(view, here), address.family, address.value)) return false
  const table = routeTableOf(view, subnet)
  const targets = table ? targetsFor(view, table, address) : null
  if (targets === null || targets.length === 0) return true
  return targets.some((id) => {
    const target = view.get(id)
    if (target?.kind === 'vpc-peering') return peerOf(view, target as VpcPeering, here)?.id === there.id
    // What else carries it further says itself whether the rule holds there.
    return id !== 'local'
  })
}

/** Packets of the protocol whose other end is among the addresses; rule 5.3. Undefined addresses mean any. */
function towards(
  direction: Direction,
  match: ProtocolMatch,
  addresses: (family: Family) => IntervalSet | undefined,
  marks?: IntervalSet,
): PacketSet {
  let out = nothing
  for (const family of [4, 6] as const) {
    const peers = addresses(family)
    if (peers !== undefined && intervalsEmpty(peers)) continue
    out = union(
      out,
      packets({
        ...match,
        family,
        ...(peers === undefined
          ? {}
          : direction === 'inbound'
            ? { sources: peers }
            : { destinations: peers }),
        ...(marks === undefined ? {} : { marks }),
      }),
    )
  }
  return out
}
