// Values computed from a design, kept from edit to edit for as long as what they were computed from stays as it was.
// Every computation notes what it reads: inputs by name, and other values. docs/decisions/0008 says why.
import { same } from './change.ts'

/** What a computation may have read. */
interface Read {
  /** The number of the last computation that noted it. */
  notedBy: number
}

/** Something of the design that is read by name. */
interface Input extends Read {
  /** The last edit that changed it. */
  changedAt: number
}

/** A value and what it was computed from. */
interface Kept extends Read {
  readonly value: unknown
  reads: readonly (Input | Kept)[]
  /** The last edit after which it was known to stand. */
  checkedAt: number
  readonly sort: string
  readonly name: string
}

/** What was handed over is checked for the edits of another design: after the next edit here nobody knows if it stands. */
const elsewhere = (): Kept => ({
  value: undefined,
  reads: [{ changedAt: Infinity, notedBy: 0 }],
  checkedAt: -1,
  sort: 'run',
  name: '',
  notedBy: 0,
})

/** Values of one sort, computed from their names. */
export type Shelf<T> = (name: string) => T

export class Memory {
  private edit = 1
  private inputs = new Map<string, Input>()
  private kept = new Map<string, Map<string, Kept>>()
  private readonly shelves = new Map<string, Shelf<unknown>>()
  /** Counts computations, those of the memories included that this one comes from or goes to. */
  private computations = { count: 0 }
  /** The number of the computation under way; 0 where there is none, or where its reads are nobody's business. */
  private current = 0
  /**
   * What the computations under way have read so far, those of the innermost last. A read stands here twice where another
   * computation noted it in between.
   */
  private readonly reading: (Input | Kept)[] = []

  /** All that is kept here, for the design after an edit that changed these inputs. This memory is empty afterwards. */
  handOver(changed: Iterable<string>): Memory {
    const next = new Memory()
    next.edit = this.edit + 1
    next.inputs = this.inputs
    next.kept = this.kept
    next.computations = this.computations
    for (const name of changed) {
      const input = next.inputs.get(name)
      if (input) input.changedAt = next.edit
    }
    this.inputs = new Map()
    this.kept = new Map()
    return next
  }

  /** The other way round: all that `next` keeps, for the design as it was before these inputs changed. */
  takeBack(next: Memory, changed: Iterable<string>): void {
    const { edit, inputs, kept } = next.handOver(changed)
    Object.assign(this, { edit, inputs, kept })
  }

  note(name: string): void {
    if (this.current !== 0) this.add(this.input(name))
  }

  /** The value, computed now unless it is known and stands. `compute` may read only what is noted, and the input `own`. */
  memo<T>(sort: string, name: string, compute: (name: string) => T, own?: string): T {
    let values = this.kept.get(sort)
    if (!values) this.kept.set(sort, (values = new Map()))
    let kept = values.get(name)
    if (!kept || !this.stands(kept)) {
      const fresh = this.computed(compute, sort, name, own)
      // What was computed from a value still stands when that comes out the same again.
      if (kept && same(kept.value, fresh.value))
        Object.assign(kept, { reads: fresh.reads, checkedAt: fresh.checkedAt })
      else values.set(name, (kept = fresh))
    }
    this.add(kept)
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
      this.add(this.kept === home ? kept : elsewhere())
    }
  }

  private input(name: string): Input {
    let input = this.inputs.get(name)
    if (!input) this.inputs.set(name, (input = { changedAt: 0, notedBy: 0 }))
    return input
  }

  private add(read: Input | Kept): void {
    if (this.current === 0 || read.notedBy === this.current) return
    read.notedBy = this.current
    this.reading.push(read)
  }

  private computed(compute: (name: string) => unknown, sort: string, name: string, own?: string): Kept {
    const outer = this.current
    const first = this.reading.length
    this.current = ++this.computations.count
    try {
      if (own !== undefined) this.note(own)
      const value = compute(name)
      return { value, reads: this.reading.slice(first), checkedAt: this.edit, sort, name, notedBy: 0 }
    } finally {
      this.reading.length = first
      this.current = outer
    }
  }

  private stands(kept: Kept): boolean {
    if (kept.checkedAt === this.edit) return true
    const stands = kept.reads.every((read) =>
      'changedAt' in read
        ? read.changedAt <= kept.checkedAt
        : this.stands(read) || this.comesOutTheSame(read),
    )
    if (stands) kept.checkedAt = this.edit
    return stands
  }

  private comesOutTheSame(kept: Kept): boolean {
    const shelf = this.shelves.get(kept.sort)
    if (!shelf) return false
    const outer = this.current
    this.current = 0
    try {
      shelf(kept.name)
    } catch {
      // There is no such value any more. Who needs it will meet the error itself.
      return false
    } finally {
      this.current = outer
    }
    return kept.checkedAt === this.edit
  }
}
