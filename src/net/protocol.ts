// IP protocol numbers and the names people type for them (IANA's keywords in lower case, and common aliases).

export const TCP = 6
export const UDP = 17
export const ICMP = 1
export const ICMPV6 = 58

/** The first name of a number is the one shown. */
const NAMES: readonly (readonly [number, string])[] = [
  [TCP, 'tcp'],
  [UDP, 'udp'],
  [ICMP, 'icmp'],
  [ICMPV6, 'icmpv6'],
  [ICMPV6, 'ipv6-icmp'],
  [ICMPV6, 'icmp6'],
  [2, 'igmp'],
  [4, 'ipip'],
  [33, 'dccp'],
  [41, 'ipv6'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [88, 'eigrp'],
  [89, 'ospf'],
  [103, 'pim'],
  [112, 'vrrp'],
  [115, 'l2tp'],
  [132, 'sctp'],
  [136, 'udplite'],
]

const nameOf = new Map([...NAMES].reverse())
const numberOf = new Map(NAMES.map(([number, name]) => [name, number]))

/** "tcp", "esp", …, or the number in decimal when it has no name here. */
export function protocolName(protocol: number): string {
  return nameOf.get(protocol) ?? String(protocol)
}

/** A name in any case, or a decimal 0..255. 'all' is every protocol and so not a number: null. */
export function parseProtocol(text: string): number | null {
  const named = numberOf.get(text.toLowerCase())
  if (named !== undefined) return named
  return /^(0|[1-9][0-9]{0,2})$/.test(text) && Number(text) < 256 ? Number(text) : null
}

/** The protocols whose headers begin with two 16-bit ports, ascending. */
export const PORT_PROTOCOLS: readonly number[] = [TCP, UDP, 33, 132, 136]

export function hasPorts(protocol: number): boolean {
  return PORT_PROTOCOLS.includes(protocol)
}

export function isIcmp(protocol: number): boolean {
  return protocol === ICMP || protocol === ICMPV6
}

const ECHO: { readonly [protocol: number]: { readonly request: number; readonly reply: number } } = {
  [ICMP]: { request: 8 * 256, reply: 0 },
  [ICMPV6]: { request: 128 * 256, reply: 129 * 256 },
}

/** An ICMP protocol's echo request and echo reply, as type * 256 + code; undefined for other protocols. */
export function echoTypes(
  protocol: number,
): { readonly request: number; readonly reply: number } | undefined {
  return ECHO[protocol]
}
