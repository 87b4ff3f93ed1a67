// The answer to the question, the ways to mend it, and the hop that is looked at.
import {
  apply,
  applyFix,
  fits,
  plain,
  type AskResult,
  type Change,
  type Design,
  type Fix,
} from '../library.ts'
import type { Mending } from '../analysis/mending.ts'
import { hopList } from './hop-list.ts'
import type { Slice } from './store.ts'

export interface AnswerSlice {
  /** Null while nothing is traced. */
  readonly answer: AskResult | null
  /** What lifts the blockers of the answer; null while it is looked for. */
  readonly mending: Mending | null
  /** Index in `hopList(answer)`. */
  readonly hop: number
  readonly playing: boolean
  readonly applyFix: (fix: Fix) => void
  readonly applyAll: () => void
  readonly setHop: (hop: number) => void
  readonly setPlaying: (playing: boolean) => void
}

export const nothingToMend: Mending = { fixes: [], all: null }

export const answerSlice: Slice<AnswerSlice> = (set, get) => {
  /** A fix is found while the user goes on: one for what the design was before would undo what it has become. */
  const applyHere = (label: string, change: Change, make: (design: Design) => Design) => {
    const { design, edit, toast } = get()
    if (fits(design, change)) edit(label, make)
    else toast('The design has changed since this was offered.', 'warning')
  }
  return {
    answer: null,
    mending: nothingToMend,
    hop: 0,
    playing: false,
    applyFix(fix) {
      applyHere(plain(fix.title, get().design), fix.change, (design) => applyFix(design, fix))
    },
    applyAll() {
      const all = get().mending?.all
      if (all) applyHere('Apply fixes', all.change, (design) => apply(design, all.change))
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
  }
}
