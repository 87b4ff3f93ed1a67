// Sets of whole numbers as sorted, disjoint, non-adjacent closed intervals, so that equal sets have equal lists.
// An operation whose result equals an operand returns that operand: callers compare by identity first.
import type { IpValue } from './address.ts'

/** Flat: lo0, hi0, lo1, hi1, … All numbers or all bigints; never changed after it is made. */
export type IntervalSet = readonly IpValue[]

export const noIntervals: IntervalSet = []

/** The set of closed intervals given in any order, overlapping or not. A pair with lo > hi is empty. Throws when numbers and bigints are mixed. */
export const intervals = (...pairs: readonly (readonly [IpValue, IpValue])[]): IntervalSet =>
  intervalsIn(pairs)

/** The same for a list of any length. */
export function intervalsIn(pairs: readonly (readonly [IpValue, IpValue])[]): IntervalSet {
  const [only] = pairs
  if (pairs.length < 2 && typeof only?.[0] === typeof only?.[1])
    return only && only[0] <= only[1] ? only : noIntervals
  const sorted = pairs.filter(([lo, hi]) => lo <= hi).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const out: IpValue[] = []
  for (const [lo, hi] of sorted) {
    if (typeof lo !== typeof sorted[0]?.[0] || typeof hi !== typeof lo)
      throw new Error(`intervals mix numbers and bigints: ${lo}, ${hi}`)
    append(out, lo, hi)
  }
  return out.length === 0 ? noIntervals : out
}

/** Its intervals, lowest first. */
export const pairsOf = (set: IntervalSet): (readonly [first: IpValue, last: IpValue])[] =>
  set.flatMap((value, i) => (i % 2 === 0 ? [[value, set[i + 1]!] as const] : []))

export function intervalsUnion(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b || b.length === 0) return a
  if (a.length === 0) return b
  const out: IpValue[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const fromA = j >= b.length || (i < a.length && at(a, i) <= at(b, j))
    if (fromA) {
      append(out, at(a, i), at(a, i + 1))
      i += 2
    } else {
      append(out, at(b, j), at(b, j + 1))
      j += 2
    }
  }
  return reuse(out, a, b)
}

export function intervalsIntersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b) return a
  if (apart(a, b)) return noIntervals
  const out: IpValue[] = []
  let i = startFor(a, at(b, 0))
  let j = startFor(b, at(a, 0))
  while (i < a.length && j < b.length) {
    const lo = at(a, i) > at(b, j) ? at(a, i) : at(b, j)
    const hi = at(a, i + 1) < at(b, j + 1) ? at(a, i + 1) : at(b, j + 1)
    if (lo <= hi) out.push(lo, hi)
    if (at(a, i + 1) < at(b, j + 1)) i += 2
    else j += 2
  }
  return reuse(out, a, b)
}

/** What is in a and not in b. */
export function intervalsSubtract(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b) return noIntervals
  if (apart(a, b)) return a
  const out: IpValue[] = []
  let j = startFor(b, at(a, 0))
  for (let i = 0; i < a.length; i += 2) {
    let lo = at(a, i)
    const hi = at(a, i + 1)
    while (j < b.length && at(b, j + 1) < lo) j += 2
    let k = j
    while (k < b.length && at(b, k) <= hi && lo <= hi) {
      if (at(b, k) > lo) out.push(lo, before(at(b, k)))
      lo = after(at(b, k + 1))
      k += 2
    }
    if (lo <= hi) out.push(lo, hi)
  }
  return reuse(out, a, a)
}

/** Binary search; value must be of the set's own kind. */
export function intervalsContain(set: IntervalSet, value: IpValue): boolean {
  // One loop written twice, so that each copy only ever compares one kind of number: the innermost step of a trace.
  return typeof value === 'number'
    ? containsNumber(set as readonly number[], value)
    : containsBigint(set as readonly bigint[], value)
}

function containsNumber(set: readonly number[], value: number): boolean {
  if (set.length === 2) return set[0]! <= value && value <= set[1]!
  let low = 0
  let high = set.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (set[middle * 2 + 1]! < value) low = middle + 1
    else high = middle
  }
  return low * 2 < set.length && set[low * 2]! <= value
}

function containsBigint(set: readonly bigint[], value: bigint): boolean {
  if (set.length === 2) return set[0]! <= value && value <= set[1]!
  let low = 0
  let high = set.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (set[middle * 2 + 1]! < value) low = middle + 1
    else high = middle
  }
  return low * 2 < set.length && set[low * 2]! <= value
}

export function intervalsSubset(a: IntervalSet, b: IntervalSet): boolean {
  if (a === b) return true
  // Intervals never touch, so each of a's must lie inside one single interval of b.
  let j = 0
  for (let i = 0; i < a.length; i += 2) {
    while (j < b.length && at(b, j + 1) < at(a, i)) j += 2
    if (j >= b.length || at(b, j) > at(a, i) || at(b, j + 1) < at(a, i + 1)) return false
  }
  return true
}

export function intervalsEmpty(a: IntervalSet): boolean {
  return a.length === 0
}

export function intervalsEqual(a: IntervalSet, b: IntervalSet): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** How many values are in the set. */
export function intervalsSize(a: IntervalSet): bigint {
  let size = 0n
  for (let i = 0; i < a.length; i += 2) size += BigInt(at(a, i + 1)) - BigInt(at(a, i)) + 1n
  return size
}

function at(set: IntervalSet, i: number): IpValue {
  return set[i]!
}

const after = (value: IpValue): IpValue => (typeof value === 'bigint' ? value + 1n : value + 1)
const before = (value: IpValue): IpValue => (typeof value === 'bigint' ? value - 1n : value - 1)

/** Adds an interval that starts no earlier than the last one did. */
function append(out: IpValue[], lo: IpValue, hi: IpValue): void {
  const last = out.length - 1
  if (last < 0 || lo > after(out[last]!)) out.push(lo, hi)
  else if (hi > out[last]!) out[last] = hi
}

/** True when the sets' outer bounds already keep them apart, and when either is empty. */
function apart(a: IntervalSet, b: IntervalSet): boolean {
  if (a.length === 0 || b.length === 0) return true
  return at(a, a.length - 1) < at(b, 0) || at(b, b.length - 1) < at(a, 0)
}

/** The first interval that does not end before value: skips the start of a long list when the other one begins late. */
function startFor(set: IntervalSet, value: IpValue): number {
  let low = 0
  let high = set.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(set, middle * 2 + 1) < value) low = middle + 1
    else high = middle
  }
  return low * 2
}

function reuse(out: IntervalSet, a: IntervalSet, b: IntervalSet): IntervalSet {
  if (out.length === 0) return noIntervals
  return intervalsEqual(out, a) ? a : intervalsEqual(out, b) ? b : out
}
