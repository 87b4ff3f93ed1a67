// Whatever stands above the page: the open dialog, short messages, and what an empty canvas offers.
import { lazy, Suspense, useEffect } from 'react'
import { useStore } from '../store/index.ts'
import { CommandsDialog } from './commands-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { EmptyState } from './empty-state.tsx'
import { Toasts } from './toasts.tsx'

const fetching = {
  about: () => import('./about-dialog.tsx').then((found) => found.AboutDialog),
  diagnostics: () => import('./diagnostics-dialog.tsx').then((found) => found.DiagnosticsDialog),
  examples: () => import('./examples-dialog.tsx').then((found) => found.ExamplesDialog),
  import: () => import('./import-dialog.tsx').then((found) => found.ImportDialog),
  recent: () => import('./recent-dialog.tsx').then((found) => found.RecentDialog),
  shortcuts: () => import('./shortcuts-dialog.tsx').then((found) => found.ShortcutsDialog),
}

const dialogs: Readonly<Record<string, React.ComponentType>> = {
  // What is typed right after they were opened must not be lost.
  commands: CommandsDialog,
  delete: DeleteDialog,
  ...Object.fromEntries(
    Object.entries(fetching).map(([name, fetchIt]) => [
      name,
      lazy(() => fetchIt().then((found) => ({ default: found }))),
    ]),
  ),
}

/** The first screen needs none of them; soon after, all are there, so that none opens late. */
const settled = 1500

export function Dialogs() {
  const open = useStore((state) => state.dialog)
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const fetchIt of Object.values(fetching)) void fetchIt().catch(() => undefined)
    }, settled)
    return () => clearTimeout(timer)
  }, [])
  const Open = open === null ? undefined : dialogs[open]
  return (
    <>
      <EmptyState />
      <Suspense fallback={null}>{Open && <Open />}</Suspense>
      <Toasts />
    </>
  )
}
