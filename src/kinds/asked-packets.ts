// The packets that a question asks about: every header that it leaves open, and none that could not exist.
import type { Span } from '../forwarding/answer.ts'
import { intervals, intervalsSubtract, type IntervalSet } from '../net/interval-set.ts'
import { ICMP, ICMPV6, hasPorts } from '../net/packet.ts'
import { nothing, packets, subtract, union, type PacketSet } from '../net/packet-set.ts'
import type { PortRange } from '../net/ports.ts'
import { PORT_PROTOCOLS, echoTypes } from '../net/protocol.ts'
import type { AskedHeaders } from './asked-headers.ts'

const just = (...values: readonly number[]): IntervalSet =>
  intervals(...values.map((value) => [value, value] as const))
const within = ({ first, last }: PortRange): IntervalSet => intervals([first, last])

const withPorts = just(...PORT_PROTOCOLS)
const withoutPorts = intervalsSubtract(intervals([0, 255]), just(...PORT_PROTOCOLS, ICMP, ICMPV6))
const fromPortZero = packets({ sourcePorts: just(0) })

/** `clients`: the source ports, where the protocol has ports. Both ends are of one family. */
export function askedPackets(
  { protocol, ports }: Pick<AskedHeaders, 'protocol' | 'ports'>,
  from: Span,
  to: Span,
  clients: PortRange,
): PacketSet {
  const ends = { family: to.family, sources: from.values, destinations: to.values, marks: just(0) }
  const ported = (protocols: IntervalSet) =>
    packets({
      ...ends,
      protocols,
      sourcePorts: within(clients),
      ...(ports ? { destinationPorts: within(ports) } : {}),
    })
  const portless = (protocols: IntervalSet) =>
    packets({ ...ends, protocols, sourcePorts: just(0), destinationPorts: just(0) })
  const icmp = to.family === 4 ? ICMP : ICMPV6
  const ofIcmp = (types: IntervalSet) =>
    packets({ ...ends, protocols: just(icmp), sourcePorts: just(0), destinationPorts: types })
  const echo = just(echoTypes(icmp)!.request)

  if (protocol === 'icmp' || protocol === ICMPV6) return ofIcmp(ports ? within(ports) : echo)
  if (protocol !== 'all') return hasPorts(protocol) ? ported(just(protocol)) : portless(just(protocol))
  // Of ICMP only the echo is a question that is answered; of protocols without ports no port can be asked.
  const others = ports ? nothing : portless(withoutPorts)
  return union(union(subtract(ported(withPorts), fromPortZero), others), ofIcmp(echo))
}
