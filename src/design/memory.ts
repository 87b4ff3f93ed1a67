// Values computed from a design, kept from edit to edit for as long as what they were computed from stays as it was.
// Every computation notes what it reads: inputs by name, and other values. docs/decisions/0008 says why.
import { same } from './change.ts'

/** A value and what it was computed from. */
interface Kept {
  readonly value: unknown
  reads: readonly (string | Kept)[]
  /** The last edit after which it was known to stand. */
  checkedAt: number
  readonly sort: string
  readonly name: string
}

/** What was handed over is checked for the edits of another design: after the next edit here nobody knows if it stands. */
const elsewhere: Kept = { value: undefined, reads: [''], checkedAt: -1, sort: 'run', name: '' }

/** Values of one sort, computed from their names. */
export type Shelf<T> = (name: string) => T

export class Memory {
  private edit = 1
  private changedAt = new Map<string, number>()
  private kept = new Map<string, Map<string, Kept>>()
  private readonly shelves = new Map<string, Shelf<unknown>>()
  /** What the computation under way has read so far. */
  private reading: Set<string | Kept> | null = null

  /** All that is kept here, for the design after an edit that changed these inputs. This memory is empty afterwards. */
  handOver(changed: Iterable<string>): Memory {
    const next = new Memory()
    next.edit = this.edit + 1
    next.changedAt = this.changedAt
    next.kept = this.kept
    for (const input of changed) next.changedAt.set(input, next.edit)
    this.changedAt = new Map()
    this.kept = new Map()
    return next
  }

  /** The other way round: all that `next` keeps, for the design as it was before these inputs changed. */
  takeBack(next: Memory, changed: Iterable<string>): void {
    const { edit, changedAt, kept } = next.handOver(changed)
    Object.assign(this, { edit, changedAt, kept })
  }

  note(input: string): void {
    this.reading?.add(input)
  }

  /** The value, computed now unless it is known and stands. `compute` may read only what is noted, and the input `own`. */
  memo<T>(sort: string, name: string, compute: (name: string) => T, own?: string): T {
    let values = this.kept.get(sort)
    if (!values) this.kept.set(sort, (values = new Map()))
    let kept = values.get(name)
    if (!kept || !this.stands(kept)) {
      const fresh = this.computed(compute, sort, name, own)
      // What was computed from a value still stands when that comes out the same again.
      if (kept && same(kept.value, fresh.value)) Object.assign(kept, fresh, { value: kept.value })
      else values.set(name, (kept = fresh))
    }
    this.reading?.add(kept)
    return kept.value as T
  }

  /** Values whose names are enough to compute them: after an edit they are compared before what they led to is given up. */
  shelf<T>(sort: string, compute: (name: string) => T): Shelf<T> {
    const shelf = (name: string) => this.memo(sort, name, compute)
    this.shelves.set(sort, shelf)
    return shelf
  }

  /**
   * Runs something for its side effects, which are not kept. Whatever is computed from them calls what this returns,
   * to note that it read what was read here.
   */
  run(effects: () => void): () => void {
    const kept = this.computed(effects, 'run', '')
    const home = this.kept
    return () => {
      this.reading?.add(this.kept === home ? kept : elsewhere)
    }
  }

  private computed(compute: (name: string) => unknown, sort: string, name: string, own?: string): Kept {
    const outer = this.reading
    const reads = new Set<string | Kept>(own === undefined ? undefined : [own])
    this.reading = reads
    try {
      return { value: compute(name), reads: [...reads], checkedAt: this.edit, sort, name }
    } finally {
      this.reading = outer
    }
  }

  private stands(kept: Kept): boolean {
    if (kept.checkedAt === this.edit) return true
    const stands = kept.reads.every((read) =>
      typeof read === 'string'
        ? (this.changedAt.get(read) ?? 0) <= kept.checkedAt
        : this.stands(read) || this.comesOutTheSame(read),
    )
    if (stands) kept.checkedAt = this.edit
    return stands
  }

  private comesOutTheSame(kept: Kept): boolean {
    const shelf = this.shelves.get(kept.sort)
    if (!shelf) return false
    const outer = this.reading
    this.reading = null
    try {
      shelf(kept.name)
    } catch {
      // There is no such value any more. Who needs it will meet the error itself.
      return false
    } finally {
      this.reading = outer
    }
    return kept.checkedAt === this.edit
  }
}
