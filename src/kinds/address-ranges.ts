// Which IPv4 addresses are private to the internet gateway, and which are public; docs/aws-rules.md 9.3.
import { intervals, intervalsSubtract, intervalsUnion, type IntervalSet } from '../net/interval-set.ts'
import { parsePrefix } from '../net/prefix.ts'

const spans = (...texts: readonly string[]): IntervalSet =>
  intervals(
    ...texts.flatMap((text) => parsePrefix(text) ?? []).map((prefix) => [prefix.first, prefix.last] as const),
  )

export const rfc1918 = spans('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16')
export const rfc6598 = spans('100.64.0.0/10')
export const privateRanges = intervalsUnion(rfc1918, rfc6598)

/** Everything that may be the address of a host on the internet. */
export const publicRanges = intervalsSubtract(
  intervals([0, 2 ** 32 - 1]),
  spans(
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ),
)

/** Kept for documentation, RFC 5737: nobody answers there in earnest. */
export const documentationRanges = spans('192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24')

/** Global unicast IPv6; unique local addresses are not in it. */
export const publicRanges6 = spans('2000::/3')
