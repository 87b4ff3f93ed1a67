// Prefixes: aligned blocks of addresses, kept as their first and last address so that containment is two comparisons.
import {
  type Address,
  BITS,
  type Family,
  type IpValue,
  clearHostBits,
  formatIpValue,
  parseAddress,
} from './address.ts'

export { type PrefixProblem, explainPrefix } from './explain-prefix.ts'

export interface Prefix {
  readonly family: Family
  /** The lowest address, whose bits after length are all zero. */
  readonly first: IpValue
  /** The highest address. */
  readonly last: IpValue
  /** 0..32 or 0..128 */
  readonly length: number
}

/**
 * Reads `10.0.0.0/16` or `2001:db8::/32`. A length is required and has no leading zero. Host bits, as in 10.0.0.5/16,
 * make it null, or are cleared with 'zero'. Null for anything else; explainPrefix says why.
 */
export function parsePrefix(text: string, hostBits: 'reject' | 'zero' = 'reject'): Prefix | null {
  const slash = text.indexOf('/')
  if (slash < 0) return null
  const address = parseAddress(text.slice(0, slash))
  const length = text.slice(slash + 1)
  if (address === null || !/^(0|[1-9][0-9]{0,2})$/.test(length) || Number(length) > BITS[address.family])
    return null
  const prefix = prefixAround(address, Number(length))
  return hostBits === 'reject' && prefix.first !== address.value ? null : prefix
}

/** The prefix of that length that contains the address. Throws RangeError when the family has no such length. */
export function prefixAround(address: Address, length: number): Prefix {
  const bits = BITS[address.family]
  if (!Number.isInteger(length) || length < 0 || length > bits)
    throw new RangeError(`prefix length ${length}`)
  const first = clearHostBits(address.value, bits - length)
  const last =
    typeof first === 'number' ? first + 2 ** (bits - length) - 1 : first + (1n << BigInt(bits - length)) - 1n
  return { family: address.family, first, last, length }
}

/** Such as `10.0.0.0/16`; IPv6 in its canonical form. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatIpValue(prefix.first)}/${prefix.length}`
}

/** The address alone: a /32 or a /128. */
export function prefixOf(address: Address): Prefix {
  return prefixAround(address, BITS[address.family])
}

export function prefixContains(prefix: Prefix, address: Address): boolean {
  return prefix.family === address.family && prefix.first <= address.value && address.value <= prefix.last
}

/** True for equal prefixes too. */
export function prefixWithin(inner: Prefix, outer: Prefix): boolean {
  return inner.family === outer.family && outer.first <= inner.first && inner.last <= outer.last
}

/** The fewest prefixes that hold every address from first to last and no other, lowest first. */
export function prefixesOfRange(family: Family, first: IpValue, last: IpValue): readonly Prefix[] {
  const out: Prefix[] = []
  for (let next = first; next <= last;) {
    const address = { family, value: next }
    let found = prefixOf(address)
    for (let length = found.length - 1; length >= 0; length--) {
      const wider = prefixAround(address, length)
      if (wider.first !== next || wider.last > last) break
      found = wider
    }
    out.push(found)
    if (found.last === last) break
    next = typeof found.last === 'bigint' ? found.last + 1n : found.last + 1
  }
  return out
}

export function prefixesOverlap(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last
}

export function samePrefix(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.length === b.length && a.first === b.first
}

/** How many addresses: a number for IPv4, a bigint for IPv6. */
export function prefixSize(prefix: Prefix): number | bigint {
  return prefix.family === 4 ? 2 ** (32 - prefix.length) : 1n << BigInt(128 - prefix.length)
}

/** The address that many after the first. Throws RangeError when that is not a whole number inside the prefix. */
export function addressAt(prefix: Prefix, offset: number): Address {
  if (!Number.isInteger(offset) || offset < 0 || offset >= prefixSize(prefix))
    throw new RangeError(`offset ${offset} in ${formatPrefix(prefix)}`)
  const value = typeof prefix.first === 'bigint' ? prefix.first + BigInt(offset) : prefix.first + offset
  return { family: prefix.family, value }
}

/** The lowest block of that length inside within that overlaps none of taken (any order, overlapping allowed). Null when none is left or the length does not fit. */
export function nextFreePrefix(within: Prefix, taken: readonly Prefix[], length: number): Prefix | null {
  if (!Number.isInteger(length) || length < within.length || length > BITS[within.family]) return null
  const ordered = taken
    .filter((prefix) => prefixesOverlap(prefix, within))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  let candidate = prefixAround({ family: within.family, value: within.first }, length)
  for (const prefix of ordered) {
    // The two are nested or apart, so the one that ends later is also the one to step over.
    if (!prefixesOverlap(prefix, candidate)) continue
    const end = prefix.last > candidate.last ? prefix.last : candidate.last
    if (end >= within.last) return null
    candidate = prefixAround(
      { family: within.family, value: typeof end === 'bigint' ? end + 1n : end + 1 },
      length,
    )
  }
  return candidate
}

/** The lowest address not taken, leaving alone the first skip.head and the last skip.tail addresses. Null when none is left. */
export function nextFreeAddress(
  within: Prefix,
  taken: readonly Address[],
  skip: { readonly head: number; readonly tail: number },
): Address | null {
  const used = new Set(
    taken.filter((address) => prefixContains(within, address)).map((address) => address.value),
  )
  const size = prefixSize(within)
  const usable = typeof size === 'bigint' ? size - BigInt(skip.tail) : size - skip.tail
  for (let offset = skip.head; offset < usable; offset++) {
    const address = addressAt(within, offset)
    if (!used.has(address.value)) return address
  }
  return null
}
