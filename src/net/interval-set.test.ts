import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IpValue } from './address.ts'
import {
  type IntervalSet,
  intervals,
  intervalsIn,
  intervalsContain,
  intervalsEmpty,
  intervalsEqual,
  intervalsIntersect,
  intervalsSize,
  intervalsSubset,
  intervalsSubtract,
  intervalsUnion,
} from './interval-set.ts'

const SEED = 30203
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 2000 }))

describe('intervals', () => {
  test.each<[string, readonly (readonly [IpValue, IpValue])[], IntervalSet]>([
    ['of nothing is empty', [], []],
    [
      'puts pairs in order',
      [
        [5, 6],
        [1, 2],
      ],
      [1, 2, 5, 6],
    ],
    [
      'joins overlapping pairs',
      [
        [1, 5],
        [3, 9],
      ],
      [1, 9],
    ],
    [
      'joins adjacent pairs',
      [
        [1, 2],
        [3, 4],
      ],
      [1, 4],
    ],
    [
      'keeps the outer of nested pairs',
      [
        [1, 9],
        [3, 4],
      ],
      [1, 9],
    ],
    [
      'keeps pairs one apart',
      [
        [1, 2],
        [4, 5],
      ],
      [1, 2, 4, 5],
    ],
    [
      'drops a pair that runs backwards',
      [
        [5, 1],
        [7, 7],
      ],
      [7, 7],
    ],
    [
      'takes bigints',
      [
        [3n, 4n],
        [1n, 2n],
      ],
      [1n, 4n],
    ],
  ])('%s', (_, pairs, expected) => {
    expect(intervals(...pairs)).toEqual(expected)
  })

  test.each<[string, readonly (readonly [IpValue, IpValue])[]]>([
    ['within a pair', [[1, 2n]]],
    [
      'between pairs',
      [
        [1, 2],
        [4n, 5n],
      ],
    ],
  ])('refuses numbers mixed with bigints %s', (_, pairs) => {
    expect(() => intervals(...pairs)).toThrow('mix')
  })
})

describe('the size of a set', () => {
  test.each<[string, IntervalSet, bigint]>([
    ['is 0 when empty', [], 0n],
    ['counts both ends', [1, 3], 3n],
    ['adds up', [1, 1, 5, 6], 3n],
    ['is exact where numbers are not', [0n, 2n ** 128n - 1n], 2n ** 128n],
  ])('%s', (_, set, expected) => {
    expect(intervalsSize(set)).toBe(expected)
  })
})

/** The oracle: membership of 0..TOP, one by one. */
const TOP = 24
type Members = readonly boolean[]

interface Sample {
  readonly set: IntervalSet
  readonly members: Members
  readonly of: (value: number) => IpValue
}

const pair = fc
  .tuple(fc.integer({ min: 0, max: TOP }), fc.integer({ min: 0, max: 4 }))
  .map(([lo, more]) => [lo, Math.min(lo + more, TOP)] as const)
const pairLists = fc.array(pair, { maxLength: 6 })

function sample(pairs: readonly (readonly [number, number])[], of: (value: number) => IpValue): Sample {
  const members = Array.from({ length: TOP + 1 }, (_, value) =>
    pairs.some(([lo, hi]) => lo <= value && value <= hi),
  )
  return { set: intervals(...pairs.map(([lo, hi]) => [of(lo), of(hi)] as const)), members, of }
}

// Numbers above 2^31 and bigints above 2^64, where carelessness with either shows.
const kinds = fc.constantFrom<(value: number) => IpValue>(
  (value) => value,
  (value) => value + 2 ** 32 - TOP - 1,
  (value) => BigInt(value) + 2n ** 128n - BigInt(TOP) - 1n,
)
const two = fc.tuple(pairLists, pairLists, kinds).map(([a, b, of]) => [sample(a, of), sample(b, of)] as const)

function check({ of }: Sample, result: IntervalSet, member: (value: number) => boolean) {
  const values = Array.from({ length: TOP + 1 }, (_, value) => value)
  expect(values.filter((value) => intervalsContain(result, of(value)))).toEqual(values.filter(member))
  // Sorted and apart: every end but the last leaves a gap before the next start.
  expect(
    result.filter((end, i) =>
      i % 2 === 0 ? end > result[i + 1]! : i + 1 < result.length && BigInt(end) + 1n >= result[i + 1]!,
    ),
  ).toEqual([])
}

describe('on random sets', () => {
  holds(
    'a set contains what its pairs did',
    fc.property(two, ([a]) => check(a, a.set, (value) => a.members[value]!)),
  )
  holds(
    'a union has the members of either',
    fc.property(two, ([a, b]) => {
      check(a, intervalsUnion(a.set, b.set), (value) => a.members[value]! || b.members[value]!)
    }),
  )
  holds(
    'an intersection has the members of both',
    fc.property(two, ([a, b]) => {
      check(a, intervalsIntersect(a.set, b.set), (value) => a.members[value]! && b.members[value]!)
    }),
  )
  holds(
    'a difference has the members of the first only',
    fc.property(two, ([a, b]) => {
      check(a, intervalsSubtract(a.set, b.set), (value) => a.members[value]! && !b.members[value]!)
    }),
  )
  holds(
    'subset, equal, empty and size say what the members say',
    fc.property(two, ([a, b]) => {
      expect(intervalsSubset(a.set, b.set)).toBe(
        a.members.every((member, value) => !member || b.members[value]!),
      )
      expect(intervalsEqual(a.set, b.set)).toBe(
        a.members.every((member, value) => member === b.members[value]),
      )
      expect(intervalsEmpty(a.set)).toBe(!a.members.includes(true))
      expect(intervalsSize(a.set)).toBe(BigInt(a.members.filter(Boolean).length))
    }),
  )
  holds(
    'a subset of a set is found to be one',
    fc.property(two, ([a, b]) => {
      expect(intervalsSubset(intervalsIntersect(a.set, b.set), b.set)).toBe(true)
      expect(intervalsSubset(a.set, intervalsUnion(a.set, b.set))).toBe(true)
    }),
  )
  holds(
    'a result that equals an operand is that operand',
    fc.property(two, ([a, b]) => {
      const all = intervalsUnion(a.set, b.set)
      expect(intervalsIntersect(a.set, all)).toBe(a.set)
      expect(intervalsUnion(all, a.set)).toBe(all)
      expect(intervalsSubtract(a.set, intervalsSubtract(b.set, a.set))).toBe(a.set)
    }),
  )
})

test('a list may be longer than a function has room for arguments', () => {
  const pairs = Array.from({ length: 300_000 }, (_, i) => [2 * i, 2 * i] as const)
  expect(intervalsIn(pairs)).toHaveLength(600_000)
})
