// Values computed from a design, kept from edit to edit for as long as what they were computed from stays as it was.
// Every computation notes what it reads: inputs by name, and other values. docs/decisions/0008 says why.

/** A value and what it was computed from. One that no longer stands is never mended but computed anew, as another. */
interface Kept {
  readonly value: unknown
  readonly reads: readonly (string | Kept)[]
  /** The last edit after which it was known to stand. */
  checkedAt: number
}

/** Values of one sort, by name. */
export interface Shelf<T> {
  /** The value, computed now unless it is known and stands. `compute` may read only what is noted. */
  get(name: string, compute: () => T): T
}

export class Memory {
  private edit = 1
  private changedAt = new Map<string, number>()
  private shelves = new Map<string, Map<string, Kept>>()
  /** What the computation under way has read so far. */
  private reading: Set<string | Kept> | null = null

  /** All that is kept here, for the design after an edit that changed these inputs. This memory is empty afterwards. */
  handOver(changed: Iterable<string>): Memory {
    const next = new Memory()
    next.edit = this.edit + 1
    next.changedAt = this.changedAt
    next.shelves = this.shelves
    for (const input of changed) next.changedAt.set(input, next.edit)
    this.changedAt = new Map()
    this.shelves = new Map()
    return next
  }

  note(input: string): void {
    this.reading?.add(input)
  }

  shelf<T>(sort: string): Shelf<T> {
    return {
      get: (name, compute) => {
        const values = this.values(sort)
        let kept = values.get(name)
        if (!kept || !this.stands(kept)) values.set(name, (kept = this.computed(compute)))
        this.reading?.add(kept)
        return kept.value as T
      },
    }
  }

  /**
   * Runs something for its side effects, which are not kept. Whatever is computed from them calls what this returns,
   * to note that it read what was read here.
   */
  run(effects: () => void): () => void {
    const kept = this.computed(effects)
    return () => {
      this.reading?.add(kept)
    }
  }

  private values(sort: string): Map<string, Kept> {
    let values = this.shelves.get(sort)
    if (!values) this.shelves.set(sort, (values = new Map()))
    return values
  }

  private computed(compute: () => unknown): Kept {
    const outer = this.reading
    const reads = new Set<string | Kept>()
    this.reading = reads
    try {
      return { value: compute(), reads: [...reads], checkedAt: this.edit }
    } finally {
      this.reading = outer
    }
  }

  private stands(kept: Kept): boolean {
    if (kept.checkedAt === this.edit) return true
    const stands = kept.reads.every((read) =>
      typeof read === 'string' ? (this.changedAt.get(read) ?? 0) <= kept.checkedAt : this.stands(read),
    )
    if (stands) kept.checkedAt = this.edit
    return stands
  }
}
