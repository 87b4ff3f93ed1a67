// Protocol and ports in plain words: what a rule lets through, as a thing ("SSH") and as something done ("open SSH").
import { code, say, type Phrase } from '../design/phrase.ts'
import { ICMP, ICMPV6, TCP, UDP, parseProtocol, protocolName } from '../net/protocol.ts'
import { parseIcmp, parsePorts, type PortRange } from '../net/ports.ts'
import { ephemeralRange } from './ephemeral.ts'
import { protocolMatch } from './protocol-match.ts'

/** Well-known ports by the names people use; security-group-rules-reference. */
const services: Readonly<Record<string, string>> = {
  'tcp 20-21': 'FTP',
  'tcp 22': 'SSH',
  'tcp 25': 'SMTP',
  'tcp 53': 'DNS over TCP',
  'udp 53': 'DNS',
  'tcp 80': 'HTTP',
  'udp 123': 'NTP',
  'tcp 389': 'LDAP',
  'tcp 443': 'HTTPS',
  'tcp 445': 'SMB',
  'tcp 1433': 'SQL Server',
  'tcp 1521': 'Oracle',
  'tcp 2049': 'NFS',
  'tcp 3306': 'MySQL',
  'tcp 3389': 'Remote Desktop',
  'tcp 5432': 'PostgreSQL',
  'tcp 5439': 'Redshift',
  'tcp 6379': 'Redis',
  'tcp 9200': 'OpenSearch',
  'tcp 11211': 'Memcached',
  'tcp 27017': 'MongoDB',
}

export const portName = (protocol: string, port: number): string | undefined =>
  services[`${protocol} ${port}`]

/** Names that are said as often as those above. */
const otherNames: Readonly<Record<string, string>> = { rdp: 'tcp 3389' }

/** The ports of services whose name begins like this: 443 for "https". At most three, and none for a single letter. */
export function portsNamed(protocol: string, begun: string): readonly { ports: string; name: string }[] {
  const wanted = begun.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (wanted.length < 2) return []
  return Object.entries(services)
    .filter(
      ([key, name]) =>
        key.startsWith(`${protocol} `) &&
        (otherNames[wanted] === key || name.toLowerCase().replaceAll(' ', '').startsWith(wanted)),
    )
    .map(([key, name]) => ({ ports: key.slice(protocol.length + 1), name }))
    .slice(0, 3)
}

/** "SSH", "TCP to port 8080", "everything"; null when the protocol or the ports cannot be read. */
export function trafficNoun(protocol: string, ports: string): Phrase | null {
  if (protocolMatch(protocol, ports) === null) return null
  if (protocol === 'all' || protocol === '-1') return ['everything']
  const number = parseProtocol(protocol) ?? 0
  if (number === ICMP || number === ICMPV6) return icmpNoun(number, parseIcmp(ports))
  if (number !== TCP && number !== UDP) return [named(protocol, number)]
  const range = parsePorts(ports)
  const upper = number === TCP ? 'TCP' : 'UDP'
  const service = services[`${protocolName(number)} ${ports}`]
  if (service !== undefined) return say`${service} (${code(ports)})`
  if (range === null || isEveryPort(range)) return [`all ${upper}`]
  return say`${upper} to ${portWord(range)} ${code(ports)}`
}

export interface Deed {
  /** "open SSH", "connect to port 8080" */
  readonly does: Phrase
  /** The word that leads to whom it is done. */
  readonly towards: string
}

/** What whoever the rule lets through may do; null when the protocol or the ports cannot be read. */
export function trafficDeed(protocol: string, ports: string): Deed | null {
  const noun = trafficNoun(protocol, ports)
  if (noun === null) return null
  const number = parseProtocol(protocol)
  if (number === TCP) {
    const range = parsePorts(ports)
    const service = services[`tcp ${ports}`]
    if (service !== undefined) return { does: say`open ${service}`, towards: ' to ' }
    if (range && !isEveryPort(range))
      return { does: say`connect to ${portWord(range)} ${code(ports)}`, towards: ' of ' }
    return { does: ['connect to every TCP port'], towards: ' of ' }
  }
  if ((number === ICMP || number === ICMPV6) && noun[0] === 'ping') return { does: ['ping'], towards: ' ' }
  if (protocol === 'all' || protocol === '-1') return { does: ['send anything'], towards: ' to ' }
  return { does: say`send ${noun}`, towards: ' to ' }
}

/** Whether replies to all connections of a Linux client (32768-60999) or a Windows one are among these ports; rule 6.6. */
export function coversReplies(protocol: string, ports: string): boolean {
  const number = parseProtocol(protocol)
  const range = number === TCP || number === UDP ? parsePorts(ports) : null
  if (range === null || isEveryPort(range)) return false
  return [ephemeralRange('linux'), ephemeralRange('windows')].some(
    ({ first, last }) => range.first <= first && range.last >= last,
  )
}

function icmpNoun(number: number, range: PortRange | null): Phrase {
  const name = number === ICMP ? 'ICMP' : 'ICMPv6'
  if (range === null || isEveryPort(range)) return [`all ${name}`]
  const type = Math.floor(range.first / 256)
  const [request, reply] = number === ICMP ? [8, 0] : [128, 129]
  if (type === request) return ['ping']
  if (type === reply) return ['answers to ping']
  return say`${name} of type ${code(String(type))}`
}

const isEveryPort = (range: PortRange): boolean => range.first === 0 && range.last === 65535
const portWord = (range: PortRange): string => (range.first === range.last ? 'port' : 'ports')

function named(protocol: string, number: number): string {
  const name = protocolName(number)
  return name === String(number) ? `protocol ${protocol}` : name.toUpperCase()
}
