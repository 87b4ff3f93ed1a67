// IPv6 between text and number: RFC 4291 section 2.2 in, RFC 5952 out.
import { formatIpv4, parseIpv4 } from './ipv4-text.ts'

const GROUP = /^[0-9a-f]{1,4}$/i

/** Null unless the whole text is one IPv6 address. Zones (`%eth0`) belong to one host and are refused. */
export function parseIpv6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head = '', tail] = halves
  const before = parseGroups(head, tail === undefined)
  const after = tail === undefined ? [] : parseGroups(tail, true)
  if (before === null || after === null) return null
  const given = before.length + after.length
  if (tail === undefined ? given !== 8 : given > 7) return null
  let value = 0n
  for (const group of before) value = (value << 16n) | BigInt(group)
  value <<= BigInt(16 * (8 - given))
  for (const group of after) value = (value << 16n) | BigInt(group)
  return value
}

/** The 16-bit groups of one side of `::`. Dotted IPv4 may stand for the last two groups of the address. */
function parseGroups(text: string, endsAddress: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    if (GROUP.test(part)) groups.push(Number.parseInt(part, 16))
    else if (endsAddress && i === parts.length - 1) {
      const dotted = parseIpv4(part)
      if (dotted === null) return null
      groups.push(dotted >>> 16, dotted & 0xffff)
    } else return null
  }
  return groups
}

/** Lower case, no leading zeros, the first longest run of two or more zero groups as `::`, IPv4-mapped addresses dotted. */
export function formatIpv6(value: bigint): string {
  if (value >> 32n === 0xffffn) {
    return `::ffff:${formatIpv4(Number(value & 0xffff_ffffn))}`
  }
  const groups: number[] = []
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn))
  const run = longestZeroRun(groups)
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':')
  if (run.length < 2) return hex(groups)
  return `${hex(groups.slice(0, run.start))}::${hex(groups.slice(run.start + run.length))}`
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let length = 0
  for (const [i, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0
    if (length > best.length) best = { start: i - length + 1, length }
  }
  return best
}
