// What the page shows first: the design that was open last, or an example with its question answered.
import { openExample } from '../files/open.ts'
import { emptyHistory } from '../library.ts'
import { keepReplaced, lastDraft, type Draft } from './drafts.ts'
import { useStore } from './index.ts'

export async function restoreOrGreet(): Promise<void> {
  const draft = await lastDraft().catch(() => null)
  const restored = draft !== null && (await useStore.getState().takeBack(draft))
  if (restored) useStore.setState({ draft: draft.key })
  else await greet(draft)
  // What was there before the page was opened cannot be undone.
  useStore.setState({ history: emptyHistory, canUndo: false, canRedo: false, saved: 'saved', restored: true })
}

async function greet(unreadable: Draft | null): Promise<void> {
  // The example is saved in its place.
  if (unreadable) await keepReplaced(unreadable).catch(() => undefined)
  const opened = await openExample('three-tier').catch(() => false)
  if (opened && useStore.getState().question.from !== '') useStore.getState().startTrace()
}
