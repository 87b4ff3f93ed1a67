// Whether the design is safe. The work itself is done in drafts.ts and autosave.ts.
import type { Slice } from './store.ts'

export interface SavingSlice {
  readonly saved: 'saved' | 'saving' | 'failed'
  /** Why saving failed, as a sentence with what to do about it. */
  readonly savingProblem: string | null
  /** Under which key the browser keeps this design. */
  readonly draft: string
  /** Whether what the page shows first is there; until then it is empty for no reason of the user's. */
  readonly restored: boolean
  /** Another tab has the same design open and is the one that saves it. */
  readonly openElsewhere: boolean
  /** Makes this tab the one that saves; the other is told. */
  readonly takeOver: () => void
}

export const savingSlice: Slice<SavingSlice> = (set) => ({
  saved: 'saved',
  savingProblem: null,
  draft: 'first',
  restored: false,
  openElsewhere: false,
  takeOver: () => set({ openElsewhere: false }),
})
