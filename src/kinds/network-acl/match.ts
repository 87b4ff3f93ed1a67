// The packets that an entry of a network ACL is about.
import { packets, type PacketSet } from '../../net/packet-set.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { protocolMatch } from '../protocol-match.ts'
import type { AclEntry } from '../records.ts'

export type Direction = 'inbound' | 'outbound'

/** Null for an entry that cannot be read. Inbound entries name the source, outbound ones the destination; nacl-rules. */
export function matchOf(entry: AclEntry, direction: Direction): PacketSet | null {
  const prefix = parsePrefix(entry.cidr, 'zero')
  const match = protocolMatch(entry.protocol, entry.ports)
  if (!prefix || !match) return null
  const span = [prefix.first, prefix.last]
  return packets({
    ...match,
    family: prefix.family,
    ...(direction === 'inbound' ? { sources: span } : { destinations: span }),
  })
}
