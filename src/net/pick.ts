// One packet out of a set: what to show, and what to trace, when the answer is a set.
import type { Family, IpValue } from './address.ts'
import type { Box } from './box.ts'
import { documentationHost } from './documentation-host.ts'
import { type IntervalSet, intervals, intervalsContain, intervalsSubtract } from './interval-set.ts'
import { type PacketSet, boxes, intersect, isEmpty, packets, union } from './packet-algebra.ts'
import type { Packet } from './packet.ts'
import { ICMP, ICMPV6, PORT_PROTOCOLS, TCP, UDP, echoTypes, hasPorts } from './protocol.ts'

const just = (...values: readonly IpValue[]): IntervalSet =>
  intervals(...values.map((value) => [value, value] as const))

const PORTLESS = intervalsSubtract(intervals([0, 255]), just(...PORT_PROTOCOLS, ICMP, ICMPV6))

/** The packets whose headers can exist: no ports where the protocol has none, ICMP in IPv4 and ICMPv6 in IPv6 only. */
export const wellFormed: PacketSet = [
  packets({ protocols: just(...PORT_PROTOCOLS) }),
  packets({ protocols: PORTLESS, sourcePorts: just(0), destinationPorts: just(0) }),
  packets({ family: 4, protocols: just(ICMP), sourcePorts: just(0) }),
  packets({ family: 6, protocols: just(ICMPV6), sourcePorts: just(0) }),
].reduce(union)

/**
 * A member, or null of the empty set. It is well formed when any member is, then lies in the first preferred set that
 * can be had, in the next one that can be had with it, and so on. Among what is left it is what people expect to see
 * (TCP, port 443, documentation addresses) and otherwise the lowest: the same set always gives the same packet.
 */
export function pick(set: PacketSet, preferred: readonly PacketSet[] = []): Packet | null {
  let left = set
  for (const wish of [wellFormed, ...preferred]) {
    const narrowed = intersect(left, wish)
    if (!isEmpty(narrowed)) left = narrowed
  }
  let best: Packet | null = null
  for (const box of boxes(left)) {
    const candidate = pickFromBox(box)
    if (best === null || comesBefore(candidate, best)) best = candidate
  }
  return best
}

const usualProtocols = [TCP, UDP, ICMP, ICMPV6]

type Usual = { readonly [F in Family]: readonly IpValue[] }

// The documentation networks of RFC 5737 and RFC 3849.
const usualSources: Usual = {
  4: [documentationHost],
  6: [0x2001_0db8_0000_0000_0000_0000_0000_0007n],
}
const usualDestinations: Usual = {
  4: [0xcb00_710a] /* 203.0.113.10 */,
  6: [0x2001_0db8_0000_0000_0000_0000_0000_000an],
}

function usualPorts(protocol: number): {
  sourcePorts: readonly number[]
  destinationPorts: readonly number[]
} {
  if (hasPorts(protocol)) return { sourcePorts: [40000], destinationPorts: [443, 80, 22] }
  const echo = echoTypes(protocol)
  return { sourcePorts: [], destinationPorts: echo === undefined ? [] : [echo.request] }
}

function pickFromBox(box: Box): Packet {
  const protocol = choose(box.protocols, usualProtocols)
  const ports = usualPorts(protocol)
  return {
    family: box.family,
    protocol,
    source: choose(box.sources, usualSources[box.family]),
    destination: choose(box.destinations, usualDestinations[box.family]),
    sourcePort: choose(box.sourcePorts, ports.sourcePorts),
    destinationPort: choose(box.destinationPorts, ports.destinationPorts),
    mark: choose(box.marks, []),
  }
}

/** The first usual value that is allowed, or the lowest allowed one. */
function choose<V extends IpValue>(allowed: IntervalSet, usual: readonly V[]): V {
  return usual.find((value) => intervalsContain(allowed, value)) ?? (allowed[0] as V)
}

/** The order pickFromBox chooses by, so that how a set is cut into boxes does not show. */
function comesBefore(a: Packet, b: Packet): boolean {
  const ports = usualPorts(a.protocol)
  const order =
    a.family - b.family ||
    compare(a.protocol, b.protocol, usualProtocols) ||
    compare(a.source, b.source, usualSources[a.family]) ||
    compare(a.destination, b.destination, usualDestinations[a.family]) ||
    compare(a.sourcePort, b.sourcePort, ports.sourcePorts) ||
    compare(a.destinationPort, b.destinationPort, ports.destinationPorts) ||
    a.mark - b.mark
  return order < 0
}

function compare(a: IpValue, b: IpValue, usual: readonly IpValue[]): number {
  if (a === b) return 0
  const first = usual.find((value) => value === a || value === b)
  return first === undefined ? (a < b ? -1 : 1) : first === a ? -1 : 1
}
