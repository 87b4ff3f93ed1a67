// Port ranges, and the ICMP types and codes that take their place, as people write them.

/** Both ends included, 0..65535. */
export interface PortRange {
  readonly first: number
  readonly last: number
}

const ALL: PortRange = { first: 0, last: 65535 }

/** '443', '1024-65535' or 'all'. Null for anything else: spaces, leading zeros, a range that runs backwards. */
export function parsePorts(text: string): PortRange | null {
  if (text === 'all') return ALL
  const [first = '', last = first, ...more] = text.split('-')
  if (more.length > 0 || !isWhole(first, 65535) || !isWhole(last, 65535) || Number(first) > Number(last))
    return null
  return { first: Number(first), last: Number(last) }
}

/** As `parsePorts` reads it: `all`, `443` or `8000-8100`. */
export function formatPorts(range: PortRange): string {
  if (range.first === ALL.first && range.last === ALL.last) return 'all'
  return range.first === range.last ? String(range.first) : `${range.first}-${range.last}`
}

/** 'all', '8' (a type with any code) or '8/0' (type/code), as the range of type * 256 + code. */
export function parseIcmp(text: string): PortRange | null {
  if (text === 'all') return ALL
  const [type = '', code, ...more] = text.split('/')
  if (more.length > 0 || !isWhole(type, 255)) return null
  const first = Number(type) * 256
  if (code === undefined) return { first, last: first + 255 }
  return isWhole(code, 255) ? { first: first + Number(code), last: first + Number(code) } : null
}

/** What parseIcmp reads; a range of no such shape comes out as '8/0-10/255', which it does not read. */
export function formatIcmp(range: PortRange): string {
  if (range.first === ALL.first && range.last === ALL.last) return 'all'
  const type = Math.floor(range.first / 256)
  if (range.first === type * 256 && range.last === range.first + 255) return String(type)
  const one = (value: number) => `${Math.floor(value / 256)}/${value % 256}`
  return range.first === range.last ? one(range.first) : `${one(range.first)}-${one(range.last)}`
}

function isWhole(text: string, most: number): boolean {
  return /^(0|[1-9][0-9]{0,4})$/.test(text) && Number(text) <= most
}
