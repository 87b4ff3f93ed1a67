// What a question says of protocol and ports, read from what a person typed.
import type { Question } from '../design/design.ts'
import { code, say } from '../design/phrase.ts'
import { ICMPV6, UDP, parseProtocol } from '../net/packet.ts'
import { parseIcmp, parsePorts, type PortRange } from '../net/ports.ts'
import { questionProblem, type QuestionProblem } from './question-problem.ts'
import { portsNamed } from './traffic-words.ts'

export interface AskedHeaders {
  /** `icmp` is that of the family asked about. */
  readonly protocol: number | 'all' | 'icmp'
  /** Destination ports, or ICMP types and codes as type * 256 + code. Null: not said. */
  readonly ports: PortRange | null
  readonly sourcePorts: PortRange | null
}

type Read = { readonly ok: true; readonly headers: AskedHeaders } | QuestionProblem

export function readHeaders({ protocol: named, port, sourcePort }: Question): Read {
  const protocol = readProtocol(named)
  if (protocol === null)
    return questionProblem(
      'protocol',
      say`${code(named)} is not a protocol: write tcp, udp, icmp, all or a number`,
      ['tcp', 'udp', 'icmp'],
    )
  const ports = given(port) ? readPorts(protocol, port.trim()) : null
  if (given(port) && ports === null) return portProblem(protocol, port)
  const sourcePorts = given(sourcePort) ? parsePorts(sourcePort.trim()) : null
  if (given(sourcePort) && sourcePorts === null)
    return questionProblem('sourcePort', say`${code(sourcePort)} is not a port or a range`)
  return { ok: true, headers: { protocol, ports, sourcePorts } }
}

const given = (text: string | null): text is string => text !== null && text.trim() !== ''

function readProtocol(text: string): AskedHeaders['protocol'] | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === 'all' || wanted === 'any' || wanted === '-1') return 'all'
  if (wanted === 'icmp' || wanted === 'ping' || wanted === '1') return 'icmp'
  return parseProtocol(wanted)
}

const isIcmp = (protocol: AskedHeaders['protocol']) => protocol === 'icmp' || protocol === ICMPV6

function readPorts(protocol: AskedHeaders['protocol'], text: string): PortRange | null {
  if (!isIcmp(protocol)) return parsePorts(text)
  // An echo request has no code but 0 (RFC 792, RFC 4443), so its type alone asks for nothing else.
  const echo = protocol === 'icmp' ? '8' : '128'
  return parseIcmp(text === echo ? `${text}/0` : text)
}

function portProblem(protocol: AskedHeaders['protocol'], text: string): QuestionProblem {
  if (isIcmp(protocol))
    return questionProblem('port', say`${code(text)} is not an ICMP type, such as 8 or 8/0`, ['8/0'])
  const meant = portsNamed(protocol === UDP ? 'udp' : 'tcp', text).map(({ ports }) => ports)
  return questionProblem('port', say`${code(text)} is not a port or a range, such as 443 or 8000-8100`, meant)
}
