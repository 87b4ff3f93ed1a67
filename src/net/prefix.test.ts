import * as fc from 'fast-check'
import { IPv4CidrRange, IPv6CidrRange } from 'ip-num'
import { describe, expect, test } from 'vitest'
import { type Address, BITS, type Family, formatAddress, parseAddress } from './address.ts'
import {
  type Prefix,
  addressAt,
  formatPrefix,
  nextFreeAddress,
  nextFreePrefix,
  parsePrefix,
  prefixAround,
  prefixContains,
  prefixOf,
  prefixesOfRange,
  prefixSize,
  prefixWithin,
  prefixesOverlap,
  samePrefix,
} from './prefix.ts'

const SEED = 40009
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 1000 }))

const address = (text: string): Address => parseAddress(text) ?? fail(text)
const prefix = (text: string): Prefix => parsePrefix(text) ?? fail(text)
const fail = (text: string): never => {
  throw new Error(`the test's own ${text}`)
}

describe('parsePrefix reads', () => {
  test.each<[string, string, Prefix]>([
    ['a block', '10.0.0.0/16', { family: 4, first: 167772160, last: 167837695, length: 16 }],
    ['all of IPv4', '0.0.0.0/0', { family: 4, first: 0, last: 4294967295, length: 0 }],
    [
      'one IPv4 address',
      '255.255.255.255/32',
      { family: 4, first: 4294967295, last: 4294967295, length: 32 },
    ],
    ['all of IPv6', '::/0', { family: 6, first: 0n, last: 2n ** 128n - 1n, length: 0 }],
    [
      'an IPv6 block',
      'fe80::/10',
      { family: 6, first: 0xfe80n << 112n, last: (0xfec0n << 112n) - 1n, length: 10 },
    ],
    ['one IPv6 address', '::1/128', { family: 6, first: 1n, last: 1n, length: 128 }],
  ])('%s: %s', (_, text, expected) => {
    expect(parsePrefix(text)).toEqual(expected)
  })
})

describe('parsePrefix refuses', () => {
  test.each([
    ['no length', '10.0.0.0'],
    ['an empty length', '10.0.0.0/'],
    ['a leading zero in the length', '10.0.0.0/08'],
    ['an IPv4 length above 32', '10.0.0.0/33'],
    ['an IPv6 length above 128', '::/129'],
    ['a negative length', '10.0.0.0/-8'],
    ['a second length', '10.0.0.0/8/8'],
    ['a mask for a length', '10.0.0.0/255.0.0.0'],
    ['a space before the length', '10.0.0.0/ 8'],
    ['a fraction', '10.0.0.0/8.0'],
    ['a short address', '10.0/16'],
    ['a zone', 'fe80::%eth0/64'],
    ['host bits', '10.0.0.5/24'],
    ['IPv6 host bits', '2001:db8::1/32'],
  ])('%s: %j', (_, text) => {
    expect(parsePrefix(text)).toBeNull()
  })
})

describe('host bits are cleared on request', () => {
  test.each([
    ['100.68.0.18/18', '100.68.0.0/18'],
    ['255.255.255.255/1', '128.0.0.0/1'],
    ['10.1.2.3/0', '0.0.0.0/0'],
    ['10.1.2.3/32', '10.1.2.3/32'],
    ['2001:db8:1:2:3::/56', '2001:db8:1::/56'],
  ])('%s is %s', (text, expected) => {
    expect(parsePrefix(text, 'zero')).toEqual(prefix(expected))
  })

  test('but nothing else is overlooked', () => {
    expect(parsePrefix('10.0.0.5/33', 'zero')).toBeNull()
  })
})

describe('two prefixes', () => {
  test.each<[string, string, string, { within: boolean; overlap: boolean; same: boolean }]>([
    ['that are the same', '10.0.0.0/16', '10.0.0.0/16', { within: true, overlap: true, same: true }],
    [
      'the first inside the second',
      '10.0.1.0/24',
      '10.0.0.0/16',
      { within: true, overlap: true, same: false },
    ],
    [
      'the second inside the first',
      '10.0.0.0/16',
      '10.0.1.0/24',
      { within: false, overlap: true, same: false },
    ],
    ['that start alike', '10.0.0.0/24', '10.0.0.0/16', { within: true, overlap: true, same: false }],
    ['side by side', '10.0.0.0/24', '10.0.1.0/24', { within: false, overlap: false, same: false }],
    ['of two families', '0.0.0.0/0', '::/0', { within: false, overlap: false, same: false }],
  ])('%s: %s, %s', (_, a, b, expected) => {
    const [first, second] = [prefix(a), prefix(b)]
    expect({
      within: prefixWithin(first, second),
      overlap: prefixesOverlap(first, second),
      same: samePrefix(first, second),
    }).toEqual(expected)
  })
})

describe('a prefix contains', () => {
  test.each([
    ['its first address', '10.0.1.0/24', '10.0.1.0', true],
    ['its last address', '10.0.1.0/24', '10.0.1.255', true],
    ['not the address before', '10.0.1.0/24', '10.0.0.255', false],
    ['not the address after', '10.0.1.0/24', '10.0.2.0', false],
    ['nothing of the other family', '0.0.0.0/0', '::1', false],
    ['IPv6 addresses', '2001:db8::/32', '2001:db8:ffff::1', true],
  ])('%s: %s, %s', (_, block, text, expected) => {
    expect(prefixContains(prefix(block), address(text))).toBe(expected)
  })
})

describe('addressAt', () => {
  test.each([
    ['10.0.0.0/28', 0, '10.0.0.0'],
    ['10.0.0.0/28', 15, '10.0.0.15'],
    ['2001:db8::/64', 18, '2001:db8::12'],
  ])('%s, %i', (block, offset, expected) => {
    expect(formatAddress(addressAt(prefix(block), offset))).toBe(expected)
  })

  test.each([
    ['10.0.0.0/28', 16],
    ['10.0.0.0/28', -1],
    ['10.0.0.0/28', 0.5],
    ['::1/128', 1],
  ])('%s, %d is outside', (block, offset) => {
    expect(() => addressAt(prefix(block), offset)).toThrow(RangeError)
  })
})

describe('nextFreePrefix', () => {
  test.each<[string, string, readonly string[], number, string | null]>([
    ['starts at the beginning', '10.0.0.0/16', [], 24, '10.0.0.0/24'],
    ['steps over a block of its size', '10.0.0.0/16', ['10.0.0.0/24'], 24, '10.0.1.0/24'],
    ['steps over a smaller block inside', '10.0.0.0/16', ['10.0.0.128/28'], 24, '10.0.1.0/24'],
    ['steps over a larger block', '10.0.0.0/16', ['10.0.0.0/20'], 24, '10.0.16.0/24'],
    ['finds a gap', '10.0.0.0/16', ['10.0.0.0/24', '10.0.2.0/24'], 24, '10.0.1.0/24'],
    ['keeps its alignment', '10.0.0.0/16', ['10.0.0.0/28'], 20, '10.0.16.0/20'],
    ['takes taken blocks in any order', '10.0.0.0/16', ['10.0.1.0/24', '10.0.0.0/24'], 24, '10.0.2.0/24'],
    ['minds no blocks elsewhere', '10.0.0.0/16', ['10.1.0.0/16', '::/0'], 24, '10.0.0.0/24'],
    ['finds the whole', '10.0.0.0/16', [], 16, '10.0.0.0/16'],
    ['finds nothing in a full block', '10.0.0.0/23', ['10.0.0.0/24', '10.0.1.0/24'], 28, null],
    ['finds nothing inside a taken block', '10.0.0.0/24', ['10.0.0.0/16'], 28, null],
    ['finds nothing larger than the whole', '10.0.0.0/16', [], 15, null],
    ['finds nothing longer than an address', '10.0.0.0/16', [], 33, null],
    ['ends where IPv4 ends', '255.255.255.254/31', ['255.255.255.254/31'], 32, null],
    ['finds IPv6 blocks', '2001:db8::/56', ['2001:db8::/64'], 64, '2001:db8:0:1::/64'],
  ])('%s', (_, within, taken, length, expected) => {
    const found = nextFreePrefix(prefix(within), taken.map(prefix), length)
    expect(found && formatPrefix(found)).toBe(expected)
  })

  const blockIn = (within: Prefix) =>
    fc
      .tuple(fc.nat(255), fc.integer({ min: -8, max: 0 }))
      .map(([offset, more]) => prefixAround(addressAt(within, offset), BITS[within.family] + more))

  // Blocks of 256 addresses at the ends of both families' spaces, so that every smaller block can be tried in turn.
  for (const within of [
    '10.0.0.0/24',
    '255.255.255.0/24',
    '2001:db8::/120',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff00/120',
  ].map(prefix)) {
    holds(
      `is the first aligned block of ${formatPrefix(within)} that overlaps none taken`,
      fc.property(
        fc.array(
          blockIn(within).filter((taken) => taken.length > within.length),
          { maxLength: 12 },
        ),
        fc.nat(8),
        (taken, bits) => {
          const length = BITS[within.family] - bits
          const blocks = Array.from({ length: 256 / 2 ** bits }, (_, i) =>
            prefixAround(addressAt(within, i * 2 ** bits), length),
          )
          const lowest = blocks.find((block) => !taken.some((other) => prefixesOverlap(block, other)))
          expect(nextFreePrefix(within, taken, length)).toEqual(lowest ?? null)
        },
      ),
    )
  }
})

describe('nextFreeAddress', () => {
  test.each<[string, string, readonly string[], { head: number; tail: number }, string | null]>([
    ['leaves the head alone', '10.0.0.0/28', [], { head: 4, tail: 1 }, '10.0.0.4'],
    ['steps over what is taken', '10.0.0.0/28', ['10.0.0.5', '10.0.0.4'], { head: 4, tail: 1 }, '10.0.0.6'],
    ['finds a gap', '10.0.0.0/28', ['10.0.0.4', '10.0.0.6'], { head: 4, tail: 1 }, '10.0.0.5'],
    ['minds no addresses elsewhere', '10.0.0.0/28', ['10.0.1.4', '::4'], { head: 4, tail: 1 }, '10.0.0.4'],
    [
      'reaches the last before the tail',
      '10.0.0.0/30',
      ['10.0.0.0', '10.0.0.1'],
      { head: 0, tail: 1 },
      '10.0.0.2',
    ],
    [
      'leaves the tail alone',
      '10.0.0.0/30',
      ['10.0.0.0', '10.0.0.1', '10.0.0.2'],
      { head: 0, tail: 1 },
      null,
    ],
    ['finds nothing between a head and a tail that meet', '10.0.0.0/30', [], { head: 3, tail: 1 }, null],
    ['finds IPv6 addresses', '2001:db8::/64', ['2001:db8::4'], { head: 4, tail: 1 }, '2001:db8::5'],
  ])('%s', (_, within, taken, skip, expected) => {
    const found = nextFreeAddress(prefix(within), taken.map(address), skip)
    expect(found && formatAddress(found)).toBe(expected)
  })
})

describe('prefixes', () => {
  const ipv4 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  const ipv6 = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n })
  const anyPrefix = fc
    .constantFrom<Family>(4, 6)
    .chain((family) =>
      fc
        .tuple(family === 4 ? ipv4 : ipv6, fc.nat(BITS[family]))
        .map(([value, length]) => prefixAround({ family, value }, length)),
    )

  holds(
    'are the same after writing and reading',
    fc.property(anyPrefix, (given) => {
      expect(parsePrefix(formatPrefix(given))).toEqual(given)
    }),
  )

  holds(
    'span what ip-num says they span',
    fc.property(anyPrefix, (given) => {
      const text = formatPrefix(given)
      const range = given.family === 4 ? IPv4CidrRange.fromCidr(text) : IPv6CidrRange.fromCidr(text)
      expect(BigInt(given.first)).toBe(range.getFirst().getValue())
      expect(BigInt(given.last)).toBe(range.getLast().getValue())
      expect(BigInt(prefixSize(given))).toBe(range.getSize())
    }),
  )

  holds(
    'of one address contain it and nothing else',
    fc.property(anyPrefix, ({ family, first }) => {
      const alone = prefixOf({ family, value: first })
      expect([alone.first, alone.last]).toEqual([first, first])
      expect(BigInt(prefixSize(alone))).toBe(1n)
    }),
  )
})

describe('prefixesOfRange', () => {
  test.each<[string, string, string, string[]]>([
    ['one address', '10.0.0.1', '10.0.0.1', ['10.0.0.1/32']],
    ['a whole block', '10.0.0.0', '10.0.255.255', ['10.0.0.0/16']],
    ['what is no block', '10.0.0.1', '10.0.0.4', ['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/32']],
    ['all of IPv4', '0.0.0.0', '255.255.255.255', ['0.0.0.0/0']],
    ['the end of IPv6', 'ffff::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', ['ffff::/16']],
  ])('%s', (_, first, last, expected) => {
    const { family, value } = address(first)
    expect(prefixesOfRange(family, value, address(last).value).map(formatPrefix)).toEqual(expected)
  })
})
