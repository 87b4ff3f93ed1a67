// Protocols and ports: AWS writes numbers and -1, our records write words.
import { parsePorts } from '../../net/ports.ts'
import { parseProtocol } from '../../net/protocol.ts'

/** A map and not an object: any text may be looked up in it. */
const words = new Map([
  ['-1', 'all'],
  ['all', 'all'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['1', 'icmp'],
  ['58', 'icmpv6'],
])

/** Null: no protocol is written so. */
export function protocolOf(text: string): string | null {
  const number = parseProtocol(text)
  const key = number === null ? text.toLowerCase() : String(number)
  return words.get(key) ?? (number === null ? null : key)
}

export function hasPortColumn(protocol: string): boolean {
  return protocol === 'tcp' || protocol === 'udp'
}

export function isIcmpWord(protocol: string): boolean {
  return protocol === 'icmp' || protocol === 'icmpv6'
}

/** A range of ports; -1 or nothing is all of them. Null: no such range. */
export function portsOf(from: number | undefined, to: number | undefined): string | null {
  const [first, last] = [from ?? -1, to ?? from ?? -1]
  if (first === -1 || (first === 0 && last === 65535)) return 'all'
  const text = first === last ? String(first) : `${first}-${last}`
  return parsePorts(text) ? text : null
}

/** An ICMP type and code; -1 or nothing is any. Null: no such type. */
export function icmpOf(type: number | undefined, code: number | undefined): string | null {
  if (type === undefined || type === -1) return 'all'
  if (!isByte(type)) return null
  if (code === undefined || code === -1) return String(type)
  return isByte(code) ? `${type}/${code}` : null
}

const isByte = (value: number) => Number.isInteger(value) && value >= 0 && value <= 255
