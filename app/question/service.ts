// Protocol and port in one text: "tcp 443", "udp 53", "icmp", "all", or a bare port.
import { hasPorts, isIcmp, parseIcmp, parsePorts, parseProtocol, type Question } from '../library.ts'

type Service = Pick<Question, 'protocol' | 'port'>

export const presets: readonly { readonly text: string; readonly what: string }[] = [
  { text: 'tcp 443', what: 'HTTPS' },
  { text: 'tcp 80', what: 'HTTP' },
  { text: 'tcp 22', what: 'SSH' },
  { text: 'tcp 3389', what: 'Remote Desktop' },
  { text: 'tcp 5432', what: 'PostgreSQL' },
  { text: 'tcp 3306', what: 'MySQL' },
  { text: 'udp 53', what: 'DNS' },
  { text: 'icmp 8/0', what: 'ping' },
  { text: 'tcp', what: 'every port' },
  { text: 'udp', what: 'every port' },
  { text: 'icmp', what: 'every type' },
  { text: 'all', what: 'everything' },
]

export function serviceText({ protocol, port }: Service): string {
  return port === null ? protocol : `${protocol} ${port}`
}

/** Null where the text says neither protocol nor port. */
export function parseService(text: string): Service | null {
  const [first = '', second, ...more] = text.trim().toLowerCase().split(/\s+/)
  if (more.length > 0) return null
  if (/^\d+(-\d+)?$/.test(first) && second === undefined)
    return parsePorts(first) && { protocol: 'tcp', port: first }
  if (first === 'all') return second === undefined ? { protocol: 'all', port: null } : null
  const protocol = parseProtocol(first)
  if (protocol === null) return null
  if (second === undefined || second === 'all') return { protocol: first, port: null }
  const icmp = isIcmp(protocol)
  if (!hasPorts(protocol) && !icmp) return null
  return (icmp ? parseIcmp(second) : parsePorts(second)) && { protocol: first, port: second }
}
