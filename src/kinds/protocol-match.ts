// Protocol and ports of a rule as AWS reads them; docs/aws-rules.md 5.3a–c and 6.4.
import { intervals, type IntervalSet } from '../net/interval-set.ts'
import { ICMP, ICMPV6, TCP, UDP, parseProtocol } from '../net/packet.ts'
import { parseIcmp, parsePorts } from '../net/ports.ts'

export interface ProtocolMatch {
  readonly protocols?: IntervalSet
  readonly destinationPorts?: IntervalSet
}

/** Null when protocol or ports cannot be read: the rule is left out until they are valid. */
export function protocolMatch(protocol: string, ports: string): ProtocolMatch | null {
  // All protocols, and any besides these four, have their ports ignored.
  if (protocol === 'all' || protocol === '-1') return {}
  const number = parseProtocol(protocol)
  if (number === null) return null
  const protocols = intervals([number, number])
  if (number !== TCP && number !== UDP && number !== ICMP && number !== ICMPV6) return { protocols }
  const range = number === TCP || number === UDP ? parsePorts(ports) : parseIcmp(ports)
  if (range === null) return null
  return { protocols, destinationPorts: intervals([range.first, range.last]) }
}
