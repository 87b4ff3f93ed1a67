// The headers that a question asks about: protocol, ports, and the addresses of its ends.
import type { Question } from '../design/design.ts'
import { code, say, type Phrase } from '../design/phrase.ts'
import type { Span } from '../forwarding/answer.ts'
import type { Family } from '../net/address.ts'
import { intervals } from '../net/interval-set.ts'
import { ICMP, ICMPV6, UDP, hasPorts, parseProtocol } from '../net/packet.ts'
import { intersect, packets, subtract, union, wellFormed, type PacketSet } from '../net/packet-set.ts'
import { parseIcmp, parsePorts, type PortRange } from '../net/ports.ts'
import { portsNamed } from './traffic-words.ts'

export type QuestionField = 'from' | 'to' | 'protocol' | 'port' | 'sourcePort'

type Protocol = number | 'all' | 'icmp'

export function readProtocol(text: string): Protocol | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === 'all' || wanted === 'any' || wanted === '-1') return 'all'
  if (wanted === 'icmp' || wanted === 'ping' || wanted === '1') return 'icmp'
  return parseProtocol(wanted)
}

type Headers =
  | { readonly ok: true; readonly ports: PortRange | null; readonly sourcePorts: PortRange | null }
  | {
      readonly ok: false
      readonly field: QuestionField
      readonly problem: Phrase
      readonly suggestions: readonly string[]
    }

export function readHeaders(protocol: Protocol, question: Question): Headers {
  const icmp = protocol === 'icmp' || protocol === ICMPV6
  // An echo request has no code but 0 (RFC 792, RFC 4443), so its type alone asks for nothing else.
  const readIcmp = (text: string) =>
    parseIcmp(text === String(protocol === 'icmp' ? 8 : 128) ? `${text}/0` : text)
  const read = (text: string | null) =>
    text === null || text.trim() === '' ? null : icmp ? readIcmp(text.trim()) : parsePorts(text.trim())
  const given = (text: string | null) => text !== null && text.trim() !== ''
  const ports = read(question.port)
  if (given(question.port) && ports === null) {
    return {
      ok: false,
      field: 'port',
      problem: say`${code(question.port!)} is not ${icmp ? 'an ICMP type, such as 8 or 8/0' : 'a port or a range, such as 443 or 8000-8100'}`,
      suggestions: icmp
        ? ['8/0']
        : portsNamed(protocol === UDP ? 'udp' : 'tcp', question.port!).map((named) => named.ports),
    }
  }
  const sourcePorts = given(question.sourcePort) ? parsePorts(question.sourcePort!.trim()) : null
  if (given(question.sourcePort) && sourcePorts === null) {
    return {
      ok: false,
      field: 'sourcePort',
      problem: say`${code(question.sourcePort!)} is not a port or a range`,
      suggestions: [],
    }
  }
  return { ok: true, ports, sourcePorts }
}

export function askedPackets(
  family: Family,
  from: Pick<Span, 'values'>,
  to: Pick<Span, 'values'>,
  protocol: Protocol,
  ports: PortRange | null,
  sourcePorts: PortRange,
): PacketSet {
  const ends = { family, sources: from.values, destinations: to.values, marks: intervals([0, 0]) }
  const icmpNumber = family === 4 ? ICMP : ICMPV6
  const echo = family === 4 ? 8 * 256 : 128 * 256
  const range = (value: PortRange) => intervals([value.first, value.last])
  const clients = range(sourcePorts)
  const icmp = (types: PortRange) =>
    packets({
      ...ends,
      protocols: [icmpNumber, icmpNumber],
      sourcePorts: [0, 0],
      destinationPorts: range(types),
    })
  if (protocol === 'all') {
    // Of ICMP only the echo is a question that is answered.
    const withPorts = packets({
      ...ends,
      sourcePorts: clients,
      ...(ports ? { destinationPorts: range(ports) } : {}),
    })
    const others = subtract(packets(ends), packets({ protocols: [icmpNumber, icmpNumber] }))
    const noPorts = intersect(
      subtract(others, portCarriers),
      packets({ sourcePorts: [0, 0], destinationPorts: [0, 0] }),
    )
    const carriesPorts = subtract(withPorts, packets({ sourcePorts: [0, 0] }))
    return intersect(
      union(
        union(intersect(carriesPorts, portCarriers), ports ? carriesPorts : noPorts),
        icmp({ first: echo, last: echo }),
      ),
      wellFormed,
    )
  }
  if (protocol === 'icmp' || protocol === ICMPV6) return icmp(ports ?? { first: echo, last: echo })
  const protocols = intervals([protocol, protocol])
  if (!hasPorts(protocol))
    return packets({ ...ends, protocols, sourcePorts: [0, 0], destinationPorts: [0, 0] })
  return packets({
    ...ends,
    protocols,
    sourcePorts: clients,
    ...(ports ? { destinationPorts: range(ports) } : {}),
  })
}

const portCarriers = packets({
  protocols: intervals(...[6, 17, 33, 132, 136].map((number) => [number, number] as const)),
})
