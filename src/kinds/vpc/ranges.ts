// Which IPv4 ranges may be joined in one VPC: the table of "CIDR block association restrictions" in vpc-cidr-blocks.
import { parsePrefix, prefixesOverlap, prefixWithin, type Prefix } from '../../net/prefix.ts'

const prefix = (text: string): Prefix => {
  const read = parsePrefix(text)
  if (!read) throw new Error(`prefix ${text}`)
  return read
}
const ten = prefix('10.0.0.0/8')
const seventeenTwo = prefix('172.16.0.0/12')
const nineteenTwo = prefix('192.168.0.0/16')
const benchmark = prefix('198.19.0.0/16')
const startOfTen = prefix('10.0.0.0/15')
const firstOfTen = prefix('10.0.0.0/16')
const defaultVpc = prefix('172.31.0.0/16')
const privateRanges = [ten, seventeenTwo, nineteenTwo]

/** Why AWS would not add this block to a VPC with these; null when it would. Texts that cannot be read are passed over. */
export function rangeProblem(present: readonly string[], added: string): string | null {
  const block = parsePrefix(added, 'zero')
  if (!block || block.family !== 4) return null
  const blocks = present.map((text) => parsePrefix(text, 'zero'))
  const [primary] = blocks
  for (const existing of blocks) {
    if (!existing || existing.family !== 4) continue
    const barred = barredBy(existing, primary ?? existing)
    if (barred.some((range) => prefixesOverlap(range, block))) return sentence(existing)
  }
  return null
}

function barredBy(existing: Prefix, primary: Prefix): readonly Prefix[] {
  if (prefixWithin(existing, ten))
    return [seventeenTwo, nineteenTwo, benchmark, ...(prefixWithin(existing, startOfTen) ? [firstOfTen] : [])]
  if (prefixWithin(existing, seventeenTwo)) return [ten, nineteenTwo, defaultVpc, benchmark]
  if (prefixWithin(existing, nineteenTwo)) return [ten, seventeenTwo, benchmark]
  if (prefixWithin(existing, benchmark)) return privateRanges
  // A public or shared range beside a private primary block does not bar further private ones.
  const privatePrimary = privateRanges.some((range) => prefixWithin(primary, range))
  return privatePrimary ? [benchmark] : [...privateRanges, benchmark]
}

function sentence(existing: Prefix): string {
  const name = prefixWithin(existing, ten)
    ? '10.0.0.0/8'
    : prefixWithin(existing, seventeenTwo)
      ? '172.16.0.0/12'
      : prefixWithin(existing, nineteenTwo)
        ? '192.168.0.0/16'
        : prefixWithin(existing, benchmark)
          ? '198.19.0.0/16'
          : 'a public or shared range'
  return `AWS does not join this range with the VPC’s block in ${name}.`
}
