// A change is plain data: what was added, updated (from, to) and removed. Undo swaps it and applies it again.
import type { Box, Design, Question } from './design.ts'
import type { Resource } from './resource.ts'

interface RecordChange<T> {
  readonly added: Readonly<Record<string, T>>
  readonly updated: Readonly<Record<string, readonly [from: T, to: T]>>
  readonly removed: Readonly<Record<string, T>>
}

export interface Change {
  readonly resources: RecordChange<Resource>
  readonly layout: RecordChange<Box>
  readonly name?: readonly [from: string, to: string]
  readonly question?: readonly [from: Question | null, to: Question | null]
}

/** The change that leads from one design to another. Records that are the same object are taken as equal. */
export function difference(from: Design, to: Design): Change {
  return {
    resources: recordDifference(from.resources, to.resources),
    layout: recordDifference(from.layout, to.layout),
    ...(from.name === to.name ? {} : { name: [from.name, to.name] as const }),
    ...(same(from.question, to.question) ? {} : { question: [from.question, to.question] as const }),
  }
}

/** The change that takes this one back: `apply(apply(design, change), invert(change))` is the design again. */
export function invert(change: Change): Change {
  return {
    resources: invertRecords(change.resources),
    layout: invertRecords(change.layout),
    ...(change.name ? { name: [change.name[1], change.name[0]] as const } : {}),
    ...(change.question ? { question: [change.question[1], change.question[0]] as const } : {}),
  }
}

/** The design with the change made. Records that the change does not name keep their identity. */
export function apply(design: Design, change: Change): Design {
  return {
    ...design,
    name: change.name ? change.name[1] : design.name,
    question: change.question ? change.question[1] : design.question,
    resources: applyRecords(design.resources, change.resources),
    layout: applyRecords(design.layout, change.layout),
  }
}

/** Whether the design still is, in all that the change names, what the change was made for. */
export function fits(design: Design, change: Change): boolean {
  return fitsRecords(design.resources, change.resources) && fitsRecords(design.layout, change.layout)
}

function fitsRecords<T>(records: Readonly<Record<string, T>>, change: RecordChange<T>): boolean {
  return (
    Object.keys(change.added).every((id) => records[id] === undefined) &&
    Object.entries(change.updated).every(([id, [from]]) => same(from, records[id])) &&
    Object.entries(change.removed).every(([id, from]) => same(from, records[id]))
  )
}

export function isNoChange(change: Change): boolean {
  return !change.name && !change.question && nothingIn(change.resources) && nothingIn(change.layout)
}

function nothingIn(change: RecordChange<unknown>): boolean {
  return [change.added, change.updated, change.removed].every((part) => Object.keys(part).length === 0)
}

function recordDifference<T>(
  from: Readonly<Record<string, T>>,
  to: Readonly<Record<string, T>>,
): RecordChange<T> {
  const added: Record<string, T> = {}
  const updated: Record<string, readonly [T, T]> = {}
  const removed: Record<string, T> = {}
  if (from !== to) {
    for (const [id, after] of Object.entries(to)) {
      const before = from[id]
      if (before === undefined) added[id] = after
      else if (before !== after && !same(before, after)) updated[id] = [before, after]
    }
    for (const [id, before] of Object.entries(from)) if (to[id] === undefined) removed[id] = before
  }
  return { added, updated, removed }
}

function invertRecords<T>({ added, updated, removed }: RecordChange<T>): RecordChange<T> {
  const swapped: Record<string, readonly [T, T]> = {}
  for (const [id, [before, after]] of Object.entries(updated)) swapped[id] = [after, before]
  return { added: removed, updated: swapped, removed: added }
}

function applyRecords<T>(
  records: Readonly<Record<string, T>>,
  change: RecordChange<T>,
): Readonly<Record<string, T>> {
  if (nothingIn(change)) return records
  const out: Record<string, T> = { ...records, ...change.added }
  for (const [id, [, after]] of Object.entries(change.updated)) out[id] = after
  for (const id of Object.keys(change.removed)) delete out[id]
  return out
}

/** Deep equality of plain data; anything else (a Map) is the same as itself only. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const kind: unknown = Object.getPrototypeOf(a)
  if (kind !== Object.getPrototypeOf(b) || (kind !== Object.prototype && kind !== Array.prototype))
    return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}
