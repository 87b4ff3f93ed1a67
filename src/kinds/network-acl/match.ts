// The packets that an entry of a network ACL is about; docs/aws-rules.md 6.3, 6.4.
import { ICMP, ICMPV6, parseProtocol } from '../../net/packet.ts'
import { packets, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { protocolMatch, type ProtocolMatch } from '../protocol-match.ts'
import type { AclEntry } from '../records.ts'

export type Direction = 'inbound' | 'outbound'

/** Null for an entry that cannot be read. Inbound entries name the source, outbound ones the destination; nacl-rules. */
export function matchOf(entry: AclEntry, direction: Direction): PacketSet | null {
  return covered(entry, direction, protocolMatch(entry.protocol, isAcross(entry) ? 'all' : entry.ports))
}

/**
 * Packets that the entry may be about: AWS says that ICMPv6 with IPv4 addresses covers "all ICMP types", and not
 * whether it means ICMP; rule 6.4. Null for any other entry.
 */
export function mayMatch(entry: AclEntry, direction: Direction): PacketSet | null {
  return isAcross(entry) ? covered(entry, direction, { protocols: [ICMP, ICMP] }) : null
}

/** ICMPv6 for IPv4 addresses, where AWS ignores type and code. */
const isAcross = (entry: AclEntry): boolean =>
  parseProtocol(entry.protocol) === ICMPV6 && parsePrefix(entry.cidr, 'zero')?.family === 4

function covered(entry: AclEntry, direction: Direction, match: ProtocolMatch | null): PacketSet | null {
  const prefix = parsePrefix(entry.cidr, 'zero')
  if (!prefix || !match) return null
  const span = [prefix.first, prefix.last]
  return packets({
    ...match,
    family: prefix.family,
    ...(direction === 'inbound' ? { sources: span } : { destinations: span }),
  })
}
