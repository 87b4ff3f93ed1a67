// Saves the design a moment after the last change, and never over what another tab is saving.
import { leaveField } from '../ui/leave-field.ts'
import { isFull, keepDraft } from './drafts.ts'
import { useStore } from './index.ts'
import { keptNow } from './recent-slice.ts'

const pause = 300

/** Returns what stops it. What was not saved yet is saved when the page is left. */
export function startAutosave(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending = false
  const save = () => {
    clearTimeout(timer)
    if (!pending) return
    pending = false
    void write()
  }
  const stop = useStore.subscribe((state, before) => {
    const asked = state.question !== before.question || state.tracing !== before.tracing
    if (state.design === before.design && !asked && state.openElsewhere === before.openElsewhere) return
    if (state.openElsewhere) return
    pending = true
    if (state.saved !== 'failed') useStore.setState({ saved: 'saving' })
    clearTimeout(timer)
    timer = setTimeout(save, pause)
  })
  const onHide = () => {
    if (document.visibilityState === 'hidden') save()
  }
  const onLeave = () => {
    leaveField()
    save()
  }
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', onLeave)
  return () => {
    save()
    stop()
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', onLeave)
  }
}

async function write(): Promise<void> {
  const state = useStore.getState()
  const { design } = state
  try {
    await keepDraft({ key: state.draft, ...keptNow(state) })
    // A change that came while this was being written starts its own save.
    if (useStore.getState().design === design) useStore.setState({ saved: 'saved', savingProblem: null })
  } catch (error) {
    useStore.setState({ saved: 'failed', savingProblem: problemOf(error) })
  }
}

function problemOf(error: unknown): string {
  if (isFull(error)) return 'The browser has no room left for this design. Download it as a file to keep it.'
  return 'The browser does not allow anything to be kept here. Download the design as a file to keep it.'
}
