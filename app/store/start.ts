// What the page shows first: the design that was open last, or an example with its question answered.
import { openExample } from '../files/open.ts'
import { emptyHistory } from '../library.ts'
import { lastDraft } from './drafts.ts'
import { useStore } from './index.ts'

export async function restoreOrGreet(): Promise<void> {
  const draft = await lastDraft().catch(() => null)
  if (draft) {
    useStore.getState().open(draft.design)
    useStore.setState({ draft: draft.key })
    if (draft.tracing && draft.design.question) useStore.getState().startTrace()
  } else if (await openExample('three-tier').catch(() => false)) {
    if (useStore.getState().question.from !== '') useStore.getState().startTrace()
  }
  // What was there before the page was opened cannot be undone.
  useStore.setState({ history: emptyHistory, canUndo: false, canRedo: false, saved: 'saved', restored: true })
}
