// A security group's rules as lists. Groups allow only, and every rule of every group counts; docs/aws-rules.md 5.
import { code, say } from '../../design/phrase.ts'
import { ref, type Ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Family } from '../../net/address.ts'
import { intervals, intervalsEmpty, noIntervals, type IntervalSet } from '../../net/interval-set.ts'
import { nothing, packets, union, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix, type Prefix } from '../../net/prefix.ts'
import { protocolMatch, type ProtocolMatch } from '../protocol-match.ts'
import { byReferenceMark, plainMark, replyMark } from '../marks.ts'
import {
  addressesOf,
  membersOf,
  peeringsOf,
  peerOf,
  pointsOf,
  prefixes,
  sameRegion,
  spanOf,
  vpcOf,
} from '../network.ts'
import { notModelled } from '../outcomes.ts'
import type { GroupRule, NetworkInterface, PrefixList, SecurityGroup, Vpc } from '../records.ts'
import { lists } from '../stage-ids.ts'

type Direction = 'inbound' | 'outbound'

export function lowerSecurityGroup(group: SecurityGroup, lowering: Lowering): void {
  for (const direction of ['inbound', 'outbound'] as const) {
    for (const [sort, lower] of Object.entries(sorts) as [Sort, LowerRule][]) {
      lowering.list(lists.securityGroup(group.id, direction, sort), () =>
        group.fields[direction].flatMap((rule) => lowerRule(group, direction, rule, lower, lowering.view)),
      )
    }
  }
}

/** A rule that can be read, on its way to become one of a list. */
interface Read {
  readonly group: SecurityGroup
  readonly direction: Direction
  readonly rule: GroupRule
  readonly match: ProtocolMatch
  readonly cause: Ref
  readonly view: View
}

type LowerRule = (read: Read) => Rule | null

/** Lists of their own, so that a packet which a rule of the first lets through is not held to have needed the others. */
const sorts = {
  certain({ direction, rule, match, cause, view }) {
    const list = prefixesOf(rule, view)
    return (
      list && {
        match: towards(direction, match, (family) => spanOf(list, family)),
        next: 'onward',
        cause,
      }
    )
  },

  references({ group, direction, rule, match, cause, view }) {
    const named = view.get(rule.peer)
    if (named?.kind !== 'security-group') return null
    return {
      match: towards(
        direction,
        match,
        (family) => memberAddresses(view, group, named as SecurityGroup, family),
        undiverted,
      ),
      next: 'onward',
      cause,
      ...(direction === 'outbound' ? { rewrite: { mark: byReferenceMark } } : {}),
    }
  },

  // Rules whose peer cannot be known here: what only they might let through is answered "unknown".
  unknown({ group, direction, rule, match, cause, view }) {
    if (view.get(rule.peer) || !namesAPrefixList(rule)) return null
    return {
      match: towards(direction, match, () => undefined),
      next: notModelled(
        'security-group/unknown-prefix-list',
        say`${ref(group.id)} names the prefix list ${code(rule.peer)}, whose entries are not known here`,
      ),
      cause,
    }
  },
  // A group that is not in the design, stale or of an account not read, matches nothing; rule 5.9.
} satisfies Readonly<Record<string, LowerRule>>

type Sort = keyof typeof sorts

/** The rule as one of a list, where it belongs there. Nothing while its protocol or ports cannot be read. */
function lowerRule(
  group: SecurityGroup,
  direction: Direction,
  rule: GroupRule,
  lower: LowerRule,
  view: View,
): readonly Rule[] {
  const match = protocolMatch(rule.protocol, rule.ports)
  if (match === null) return []
  const cause = ref(group.id, `${direction}.${rule.id}`)
  const lowered = lower({ group, direction, rule, match, cause, view })
  return lowered ? [lowered] : []
}

/** Ways on which an address still tells the interface it belongs to. */
const undiverted = intervals(
  [plainMark, plainMark],
  [byReferenceMark, byReferenceMark],
  [replyMark, replyMark],
)

/** The addresses that a rule names by themselves; null where it names a group, or nothing that can be read. */
function prefixesOf(rule: GroupRule, view: View): readonly Prefix[] | null {
  const peer = view.get(rule.peer)
  if (peer) return peer.kind === 'prefix-list' ? prefixes((peer as PrefixList).fields.cidrs) : null
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

/**
 * Private addresses of the interfaces that carry `named`, as far as a rule of `group` can see them: in its own VPC, or
 * in a VPC of the same Region joined by an active peering; rule 5.6. Public addresses never match.
 */
function memberAddresses(
  view: View,
  group: SecurityGroup,
  named: SecurityGroup,
  family: Family,
): IntervalSet {
  const here = vpcOf(view, group)
  if (!here) return noIntervals
  return view.memo(`IPv${family} of ${named.id} in ${here.id}`, () => {
    const seen = membersOf(view, named).filter((member) => isSeen(view, here, member))
    return pointsOf(
      seen.flatMap((member) => addressesOf(view, member)),
      family,
    )
  })
}

function isSeen(view: View, here: Vpc, member: NetworkInterface): boolean {
  const there = vpcOf(view, member)
  if (!there) return false
  if (there.id === here.id) return true
  return (
    sameRegion(view, here, there) &&
    peeringsOf(view, here).some(
      (peering) => peering.fields.status === 'active' && peerOf(view, peering, here)?.id === there.id,
    )
  )
}
