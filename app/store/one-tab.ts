// One tab at a time saves a design. A Web Lock says which; the others are warned and may take over.
import type { Design } from '../library.ts'
import { isAlike, keepReplaced, lastDraft } from './drafts.ts'
import { useStore } from './index.ts'
import { readBack } from './read-back.ts'

/** Returns what gives the lock back. */
export function holdDraft(): () => void {
  // An insecure page has no locks; then nothing can be told apart and everything is saved as before.
  if (!('locks' in navigator)) return () => undefined
  const given = new AbortController()
  let release: () => void = () => undefined
  const name = `pathlight draft ${useStore.getState().draft}`
  const held = () => new Promise<void>((resolve) => (release = resolve))
  /** The design as it was when the other tab had it. */
  let before: Design | null = null
  const elsewhere = () => {
    before = useStore.getState().design
    useStore.setState({ openElsewhere: true })
  }
  const here = () => {
    before = null
    useStore.setState({ openElsewhere: false })
  }
  const request = (options: LockOptions) =>
    navigator.locks
      .request(name, options, async (lock) => {
        if (lock === null) {
          elsewhere()
          return wait()
        }
        if (before) await catchUp()
        here()
        return held()
      })
      // Taken over by another tab, or this page is going away.
      .catch(() => {
        if (!given.signal.aborted) {
          elsewhere()
          void wait()
        }
      })
  const wait = async () => {
    // Queued: granted as soon as the other tab is closed.
    if (!given.signal.aborted) void request({ signal: given.signal })
  }
  useStore.setState({
    takeOver: () => {
      const touched = before !== useStore.getState().design
      void navigator.locks
        .request(name, { steal: true }, async () => {
          await (touched ? putOthersAway() : catchUp())
          here()
          return held()
        })
        .catch(() => {
          if (!given.signal.aborted) elsewhere()
        })
    },
  })
  void request({ ifAvailable: true })
  return () => {
    given.abort()
    release()
  }
}

/** The other tab went on with the design, and saved it: what is older here would be saved over it. Undo brings it back. */
async function catchUp(): Promise<void> {
  const kept = await othersWork()
  const read = kept && (await readBack(kept))
  if (!read?.design) return putOthersAway()
  const { design } = read
  const { edit, question } = useStore.getState()
  edit('Changes of another tab', () => design)
  useStore.setState({ question: design.question ?? question })
}

/** What is here is saved in its place; it stays among the recent designs. */
async function putOthersAway(): Promise<void> {
  const kept = await othersWork()
  if (kept) await keepReplaced(kept).catch(() => undefined)
}

async function othersWork() {
  const kept = await lastDraft().catch(() => null)
  return kept && !isAlike(kept, useStore.getState()) ? kept : null
}
