// A network ACL as two numbered lists. Stateless; the first match decides, and `*` denies the rest; docs/aws-rules.md
// 6.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Packet } from '../../net/packet.ts'
import { contains, everything } from '../../net/packet-set.ts'
import { inOrder } from '../network.ts'
import { blocked, notModelled } from '../outcomes.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { lists } from '../stage-ids.ts'
import { matchOf, mayMatch } from './match.ts'

export function lowerNetworkAcl(acl: NetworkAcl, lowering: Lowering): void {
  for (const direction of ['inbound', 'outbound'] as const) {
    lowering.list(lists.networkAcl(acl.id, direction), () => aclRules(acl, direction))
  }
}

/** The ACL's entries for one direction, `*` included: every packet meets a rule. */
function aclRules(acl: NetworkAcl, direction: 'inbound' | 'outbound'): readonly Rule[] {
  const deny = (rule: string) =>
    blocked(
      `network-acl/denied-${direction}`,
      'SUBNET_ACL_RESTRICTION',
      say`${ref(acl.id)} ${direction} rule ${code(rule)} denies it`,
      'onward',
    )
  const unclear = (entry: AclEntry) =>
    notModelled(
      'network-acl/icmp-family',
      say`AWS does not say whether ${ref(acl.id)} ${direction} rule ${code(String(entry.number))}, which is for ICMPv6 and IPv4 addresses, means ICMP`,
    )
  const numbered = inOrder(acl.fields[direction]).flatMap((entry): Rule[] => {
    const match = matchOf(entry, direction)
    if (match === null) return []
    const perhaps = mayMatch(entry, direction)
    return [
      ...(perhaps
        ? [{ match: perhaps, next: unclear(entry), cause: ref(acl.id, `${direction}.${entry.id}`) }]
        : []),
      {
        match,
        next: entry.action === 'allow' ? 'onward' : deny(String(entry.number)),
        cause: ref(acl.id, `${direction}.${entry.id}`),
      },
    ]
  })
  return [...numbered, { match: everything, next: deny('*'), cause: ref(acl.id, `${direction}.*`) }]
}

export function entryMatches(entry: AclEntry, direction: 'inbound' | 'outbound', packet: Packet): boolean {
  const match = matchOf(entry, direction)
  return match !== null && contains(match, packet)
}
