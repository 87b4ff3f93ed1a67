// A network ACL as two numbered lists. Stateless; the first match decides, and `*` denies the rest; docs/aws-rules.md
// 6.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Packet } from '../../net/packet.ts'
import { contains, everything, packets, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { protocolMatch } from '../protocol-match.ts'
import { inOrder } from '../network.ts'
import { blocked } from '../outcomes.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { lists } from '../stage-ids.ts'

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
  const numbered = inOrder(acl.fields[direction]).flatMap((entry): Rule[] => {
    const match = entryPackets(entry, direction)
    if (match === null) return []
    return [
      {
        match,
        next: entry.action === 'allow' ? 'onward' : deny(String(entry.number)),
        cause: ref(acl.id, `${direction}.${entry.id}`),
      },
    ]
  })
  return [...numbered, { match: everything, next: deny('*'), cause: ref(acl.id, `${direction}.*`) }]
}

/** What an entry speaks of; null while it cannot be read. Host bits are cleared on input; rule 2.2. */
function entryPackets(entry: AclEntry, direction: 'inbound' | 'outbound'): PacketSet | null {
  const prefix = parsePrefix(entry.cidr, 'zero')
  const match = protocolMatch(entry.protocol, entry.ports)
  if (!prefix || match === null) return null
  const span = [prefix.first, prefix.last]
  const ends = direction === 'inbound' ? { sources: span } : { destinations: span }
  return packets({ ...match, family: prefix.family, ...ends })
}

export function entryMatches(entry: AclEntry, direction: 'inbound' | 'outbound', packet: Packet): boolean {
  const match = entryPackets(entry, direction)
  return match !== null && contains(match, packet)
}
