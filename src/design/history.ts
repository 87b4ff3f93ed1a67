// Undo and redo: two stacks of changes. A history is data; it does not hold the design.
import { apply, difference, invert, isNoChange, type Change } from './change.ts'
import type { Design } from './design.ts'

export interface Entry {
  /** What the user did, in the words of a menu: "Add route". */
  readonly label: string
  readonly change: Change
  /** Consecutive entries with the same group are one step (a drag, a burst of nudges, typing in one field). */
  readonly group?: string
}

export interface History {
  readonly past: readonly Entry[]
  readonly future: readonly Entry[]
}

export const emptyHistory: History = { past: [], future: [] }

const deepest = 500

/** Records what led from one design to the next. Nothing is recorded when nothing changed. */
export function record(
  history: History,
  before: Design,
  after: Design,
  label: string,
  group?: string,
): History {
  const last = history.past.at(-1)
  if (group !== undefined && last?.group === group) {
    const change = difference(apply(before, invert(last.change)), after)
    const past = history.past.slice(0, -1)
    return { past: isNoChange(change) ? past : [...past, { label, change, group }], future: [] }
  }
  const change = difference(before, after)
  if (isNoChange(change)) return history
  const entry: Entry = group === undefined ? { label, change } : { label, change, group }
  return { past: [...history.past, entry].slice(-deepest), future: [] }
}

/** The design as it was before the last entry; null where nothing is left to undo. */
export function undo(history: History, design: Design): { history: History; design: Design } | null {
  const entry = history.past.at(-1)
  if (!entry) return null
  return {
    design: apply(design, invert(entry.change)),
    history: { past: history.past.slice(0, -1), future: [...history.future, entry] },
  }
}

/** What was undone last, made again; null where nothing was, or something else was done since. */
export function redo(history: History, design: Design): { history: History; design: Design } | null {
  const entry = history.future.at(-1)
  if (!entry) return null
  return {
    design: apply(design, entry.change),
    history: { past: [...history.past, entry], future: history.future.slice(0, -1) },
  }
}
