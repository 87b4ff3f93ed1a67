// Designs that others were opened in place of. Undo brings them back while the page lasts; the browser keeps them beyond.
import { kinds, versionsOf, type Design } from '../library.ts'
import { allReplaced, isFull, keepReplaced, type Kept } from './drafts.ts'
import { readBack } from './read-back.ts'
import type { Slice, Store } from './store.ts'

export interface RecentSlice {
  /** Newest first, as last looked up. */
  readonly recent: readonly Kept[]
  /** The example that was opened, as it came: nothing is lost with it. */
  readonly example: Design | null
  readonly lookUpRecent: () => Promise<void>
  /** Keeps what is open now, for something else comes in its place. */
  readonly putAway: () => void
  /** False where this program cannot read it; the page then says why. */
  readonly takeBack: (kept: Kept) => Promise<boolean>
}

export const recentSlice: Slice<RecentSlice> = (set, get) => ({
  recent: [],
  example: null,
  async lookUpRecent() {
    // Where the browser keeps nothing, there is nothing to offer.
    set({ recent: await allReplaced().catch(() => []) })
  },
  putAway() {
    const state = get()
    if (!isWorthKeeping(state)) return
    const { name } = state.design
    void keepReplaced(keptNow(state)).catch((error: unknown) => {
      const why = isFull(error) ? 'has no room left for' : 'does not keep'
      get().toast(`The browser ${why} ${name}, and only undo brings it back.`, 'error')
    })
  },
  async takeBack(kept) {
    const { design, diagnostics } = await readBack(kept)
    if (!design) {
      set({ diagnostics: { source: kept.design.name, opened: false, list: diagnostics } })
      get().setDialog('diagnostics')
      return false
    }
    get().open(design)
    if (kept.tracing && design.question) get().startTrace()
    return true
  },
})

/** The design with the question that is asked of it now. */
export const keptNow = ({ design, question, tracing }: Store): Kept => ({
  design: { ...design, question: question.from === '' ? null : question },
  kinds: versionsOf(design, kinds),
  tracing,
  changed: Date.now(),
})

/** Something is drawn, and it is not just an example as it came. */
export const isWorthKeeping = ({ design, example }: Store): boolean =>
  Object.keys(design.resources).length > 0 &&
  !(
    design.resources === example?.resources &&
    design.layout === example.layout &&
    design.name === example.name
  )
