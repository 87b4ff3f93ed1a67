// IPv4 between text and number.

/** Four decimal numbers 0..255 without leading zeros. By hand: imports read tens of thousands of these. */
export function parseIpv4(text: string): number | null {
  let value = 0
  let octet = -1
  let octets = 1
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 46 /* . */) {
      if (octet < 0 || octets === 4) return null
      value = value * 256 + octet
      octet = -1
      octets++
    } else if (c >= 48 && c <= 57 && octet !== 0) {
      octet = (octet < 0 ? 0 : octet * 10) + c - 48
      if (octet > 255) return null
    } else return null
  }
  return octets === 4 && octet >= 0 ? value * 256 + octet : null
}

/** value: 0..2^32-1 */
export function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}
