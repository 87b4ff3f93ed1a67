import type { Family, IpValue } from './address.ts'
import { echoTypes } from './protocol.ts'

export { ICMP, ICMPV6, TCP, UDP, hasPorts, isIcmp, parseProtocol, protocolName } from './protocol.ts'

/**
 * One header. ICMP and ICMPv6 keep type and code in destinationPort as type * 256 + code and have sourcePort 0;
 * protocols without ports have both ports 0. mark is a small number that the program may set and match (like a
 * firewall mark); it is not on the wire.
 */
export interface Packet {
  readonly family: Family
  /** 0..255 */
  readonly protocol: number
  /** A number in IPv4, a bigint in IPv6. */
  readonly source: IpValue
  readonly destination: IpValue
  /** 0..65535 */
  readonly sourcePort: number
  readonly destinationPort: number
  /** 0..2^30-1 */
  readonly mark: number
}

/**
 * The reply's header: ends swapped; an ICMP echo request becomes its echo reply and back, other ICMP keeps its type
 * and code; mark 0. Twice gives the packet again, but for its mark.
 */
export function reverse(packet: Packet): Packet {
  const echo = echoTypes(packet.protocol)
  const swapped = { ...packet, source: packet.destination, destination: packet.source, mark: 0 }
  if (echo === undefined)
    return { ...swapped, sourcePort: packet.destinationPort, destinationPort: packet.sourcePort }
  if (packet.destinationPort === echo.request) return { ...swapped, destinationPort: echo.reply }
  if (packet.destinationPort === echo.reply) return { ...swapped, destinationPort: echo.request }
  return swapped
}

/** Equal on the wire: marks are not compared. */
export function samePacket(a: Packet, b: Packet): boolean {
  return (
    a.family === b.family &&
    a.protocol === b.protocol &&
    a.source === b.source &&
    a.destination === b.destination &&
    a.sourcePort === b.sourcePort &&
    a.destinationPort === b.destinationPort
  )
}
