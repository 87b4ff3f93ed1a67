// A security group's rules as lists. Groups allow only, and every rule of every group counts; docs/aws-rules.md 5.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Family } from '../../net/address.ts'
import { intervals, intervalsEmpty, type IntervalSet } from '../../net/interval-set.ts'
import { nothing, packets, union, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix } from '../../net/prefix.ts'
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
import type { GroupRule, PrefixList, SecurityGroup } from '../records.ts'
import { lists } from '../stage-ids.ts'

type Direction = 'inbound' | 'outbound'

const sorts = ['certain', 'references', 'unknown'] as const

export function lowerSecurityGroup(group: SecurityGroup, lowering: Lowering): void {
  for (const direction of ['inbound', 'outbound'] as const) {
    for (const sort of sorts) {
      lowering.list(
        lists.securityGroup(group.id, direction, sort),
        () => build(group, direction, lowering.view)[sort],
      )
    }
  }
}

interface Lists {
  readonly certain: readonly Rule[]
  readonly references: readonly Rule[]
  /** Rules whose peer cannot be known here: what only they might let through is answered "unknown". */
  readonly unknown: readonly Rule[]
}

function build(group: SecurityGroup, direction: Direction, view: View): Lists {
  return view.memo(`security-group/${group.id}/${direction}`, () => {
    const certain: Rule[] = []
    const references: Rule[] = []
    const unknown: Rule[] = []
    for (const rule of group.fields[direction]) {
      const match = protocolMatch(rule.protocol, rule.ports)
      if (match === null) continue
      const cause = ref(group.id, `${direction}.${rule.id}`)
      const peer = view.get(rule.peer)
      if (peer?.kind === 'security-group') {
        references.push({
          match: towards(
            direction,
            match,
            (family) => memberAddresses(view, group, peer as SecurityGroup, family),
            undiverted,
          ),
          next: 'onward',
          cause,
          ...(direction === 'outbound' ? { rewrite: { mark: byReferenceMark } } : {}),
        })
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

/** Ways on which an address still tells the interface it belongs to. */
const undiverted = intervals(
  [plainMark, plainMark],
  [byReferenceMark, byReferenceMark],
  [replyMark, replyMark],
)

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
  const seen = membersOf(view, named).filter((member) => {
    const there = vpcOf(view, member)
    if (!here || !there) return false
    if (there.id === here.id) return true
    return (
      sameRegion(view, here, there) &&
      peeringsOf(view, here).some(
        (peering) => peering.fields.status === 'active' && peerOf(view, peering, here)?.id === there.id,
      )
    )
  })
  return pointsOf(
    seen.flatMap((member) => addressesOf(view, member)),
    family,
  )
}
