// Addresses, read strictly: what two programs could read differently is not an address here.
// `010.0.0.1` (octal to some), `10.0.0`, `0x0a000001` and `fe80::1%eth0` are all refused.
import { formatIpv4, parseIpv4 } from './ipv4-text.ts'
import { formatIpv6, parseIpv6 } from './ipv6-text.ts'

export type Family = 4 | 6

/** IPv4 as a number 0..2^32-1, IPv6 as a bigint 0..2^128-1. */
export type IpValue = number | bigint

export interface Address {
  readonly family: Family
  readonly value: IpValue
}

/** The number of bits in an address of each family; also the longest prefix length. */
export const BITS: { readonly [F in Family]: number } = { 4: 32, 6: 128 }

/** Reads dotted IPv4 or RFC 4291 IPv6 (any case, `::`, embedded IPv4). Null for anything else, spaces included. */
export function parseAddress(text: string): Address | null {
  if (text.includes(':')) {
    const value = parseIpv6(text)
    return value === null ? null : { family: 6, value }
  }
  const value = parseIpv4(text)
  return value === null ? null : { family: 4, value }
}

/** IPv4 dotted, IPv6 in RFC 5952 form. Addresses of one family are equal exactly when their texts are. */
export function formatAddress(address: Address): string {
  return formatIpValue(address.value)
}

/** The text of a bare value; its JavaScript type tells the family. */
export function formatIpValue(value: IpValue): string {
  return typeof value === 'bigint' ? formatIpv6(value) : formatIpv4(value)
}

export function sameAddress(a: Address, b: Address): boolean {
  return a.family === b.family && a.value === b.value
}

/** The value with its lowest bits, that many, set to zero. */
export function clearHostBits(value: IpValue, hostBits: number): IpValue {
  if (typeof value === 'number') return value - (value % 2 ** hostBits)
  return (value >> BigInt(hostBits)) << BigInt(hostBits)
}
