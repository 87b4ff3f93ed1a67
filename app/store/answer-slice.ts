// The answer to the question, the ways to mend it, and the hop that is looked at.
import { applyFix, mend, plain, type AskResult, type Fix, type Opened, type Verdict } from '../library.ts'
import { hopList } from './hop-list.ts'
import type { Slice } from './store.ts'

export interface OfferedFix {
  readonly fix: Fix
  /** What else the fix opens; null until it is known. */
  readonly opens: Opened | null
}

export interface AnswerSlice {
  /** Null while nothing is traced. */
  readonly answer: AskResult | null
  /** Per blocker of the answer, the fixes offered. */
  readonly fixes: readonly (readonly OfferedFix[])[]
  /** The verdict once the first fix of every blocker is applied. */
  readonly afterFixes: Verdict | null
  /** Index in `hopList(answer)`. */
  readonly hop: number
  readonly playing: boolean
  readonly applyFix: (fix: Fix) => void
  readonly applyAll: () => void
  readonly setHop: (hop: number) => void
  readonly setPlaying: (playing: boolean) => void
}

export const answerSlice: Slice<AnswerSlice> = (set, get) => ({
  answer: null,
  fixes: [],
  afterFixes: null,
  hop: 0,
  playing: false,
  applyFix(fix) {
    const { design, edit } = get()
    edit(plain(fix.title, design), (before) => applyFix(before, fix))
  },
  applyAll() {
    const { question, edit } = get()
    edit('Apply fixes', (design) => mend(design, question).design)
  },
  setHop(hop) {
    const last = Math.max(0, hopList(get().answer).length - 1)
    set({ hop: Math.min(Math.max(0, hop), last) })
  },
  setPlaying(playing) {
    const last = hopList(get().answer).length - 1
    // Played to the end, the button starts again from the beginning.
    set(playing && get().hop >= last ? { playing, hop: 0 } : { playing })
  },
})
