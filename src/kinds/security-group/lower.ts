// A security group's rules as lists. Groups allow only, and every rule of every group counts; docs/aws-rules.md 5.
import { code, say } from '../../design/phrase.ts'
import { ref, type Ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Address, Family } from '../../net/address.ts'
import { intervals, intervalsEmpty, type IntervalSet } from '../../net/interval-set.ts'
import { nothing, packets, union, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { protocolMatch, type ProtocolMatch } from '../protocol-match.ts'
import { byReferenceMark, peerMark, plainMark, replyMark } from '../marks.ts'
import {
  addressesOf,
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
import type { GroupRule, PrefixList, RouteTable, SecurityGroup, Subnet, Vpc, VpcPeering } from '../records.ts'
import { targetsFor } from '../routes-in-force.ts'
import { lists } from '../stage-ids.ts'

type Direction = 'inbound' | 'outbound'

export function lowerSecurityGroup(group: SecurityGroup, lowering: Lowering): void {
  const { view } = lowering
  const subnets = new Set(membersOf(view, group).flatMap((member) => subnetOf(view, member) ?? []))
  for (const direction of ['inbound', 'outbound'] as const) {
    for (const sort of ['certain', 'unknown'] as const) {
      lowering.list(lists.securityGroup(group.id, direction, sort), () => build(group, direction, view)[sort])
    }
    for (const subnet of subnets) {
      lowering.list(lists.groupReferences(group.id, direction, subnet.id), () =>
        referencesFrom(group, direction, subnet, view),
      )
    }
  }
}

/** The same list for all subnets that see the members alike: of one VPC and, outbound, with one route table. */
function referencesFrom(
  group: SecurityGroup,
  direction: Direction,
  subnet: Subnet,
  view: View,
): readonly Rule[] {
  const here = vpcOf(view, subnet)
  if (!here) return []
  const table = direction === 'outbound' ? routeTableOf(view, subnet) : undefined
  return view.memo(`references/${group.id}/${direction}/${here.id}/${table?.id ?? ''}`, () =>
    build(group, direction, view).references.flatMap((reference) =>
      referring(reference, direction, here, table, view),
    ),
  )
}

interface Lists {
  readonly certain: readonly Rule[]
  readonly references: readonly Reference[]
  /** Rules whose peer cannot be known here: what only they might let through is answered "unknown". */
  readonly unknown: readonly Rule[]
}

interface Reference {
  readonly match: ProtocolMatch
  readonly named: SecurityGroup
  readonly cause: Ref
}

function build(group: SecurityGroup, direction: Direction, view: View): Lists {
  return view.memo(`security-group/${group.id}/${direction}`, () => {
    const certain: Rule[] = []
    const references: Reference[] = []
    const unknown: Rule[] = []
    for (const rule of group.fields[direction]) {
      const match = protocolMatch(rule.protocol, rule.ports)
      if (match === null) continue
      const cause = ref(group.id, `${direction}.${rule.id}`)
      const peer = view.get(rule.peer)
      if (peer?.kind === 'security-group') {
        references.push({ match, named: peer as SecurityGroup, cause })
        continue
      }
      const list = peer?.kind === 'prefix-list' ? prefixes((peer as PrefixList).fields.cidrs) : cidr(rule)
      if (list !== null)
        certain.push({
          match: towards(direction, match, (family) => spanOf(list, family)),
          next: 'onward',
          cause,
        })
      else if (namesAPrefixList(rule)) {
        unknown.push({
          match: towards(direction, match, () => undefined),
          next: notModelled(
            'security-group/unknown-prefix-list',
            say`${ref(group.id)} names the prefix list ${code(rule.peer)}, whose entries are not known here`,
          ),
          cause,
        })
      }
      // A group that is not in the design: stale, or of an account not read. It matches nothing; rule 5.9.
    }
    return { certain, references, unknown }
  })
}

/** Inside the VPC, ways on which an address still tells the interface it belongs to. */
const undiverted = intervals(
  [plainMark, plainMark],
  [byReferenceMark, byReferenceMark],
  [replyMark, replyMark],
)

/**
 * A rule that names a group, as an interface of `here` sees its members: those of its own VPC, and those of VPCs of
 * the same Region joined by an active peering; rule 5.6. Peers may have the same addresses, so of theirs only those
 * count that a packet came from by that peering, or that the subnet's routes lead to by it.
 */
function referring(
  { match, named, cause }: Reference,
  direction: Direction,
  here: Vpc,
  table: RouteTable | undefined,
  view: View,
): readonly Rule[] {
  const members = membersOf(view, named)
  const near = [here, ...peersOf(view, here)]
  return near.flatMap((there) => {
    const addresses = members
      .filter((member) => vpcOf(view, member)?.id === there.id)
      .flatMap((member) => addressesOf(view, member))
    const meant =
      direction === 'outbound' && there.id !== here.id
        ? addresses.filter((address) => mayLeadTo(view, table, here, there, address))
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

/** VPCs whose groups a rule here may name. */
const peersOf = (view: View, here: Vpc): readonly Vpc[] => [
  ...new Set(
    peeringsOf(view, here)
      .filter((peering) => peering.fields.status === 'active')
      .flatMap((peering) => peerOf(view, peering, here) ?? [])
      .filter((there) => there.id !== here.id && sameRegion(view, here, there)),
  ),
]

/** False where the table's routes lead the address to another peer, or keep it in the VPC. */
function mayLeadTo(
  view: View,
  table: RouteTable | undefined,
  here: Vpc,
  there: Vpc,
  address: Address,
): boolean {
  const targets = table ? targetsFor(view, table, here, address) : null
  if (targets === null || targets.length === 0) return true
  return targets.some((id) => {
    const target = view.get(id)
    if (target?.kind === 'vpc-peering') return peerOf(view, target as VpcPeering, here)?.id === there.id
    // What else carries it further says itself whether the rule holds there.
    return id !== 'local'
  })
}

const cidr = (rule: GroupRule) => {
  const prefix = parsePrefix(rule.peer, 'zero')
  return prefix && [prefix]
}

const namesAPrefixList = (rule: GroupRule): boolean =>
  rule.peer.startsWith('pl-') || rule.peer.startsWith('prefix-list')

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
