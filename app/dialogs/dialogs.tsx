// Whatever stands above the page: the open dialog, short messages, and what an empty canvas offers.
import { useStore } from '../store/index.ts'
import { AboutDialog } from './about-dialog.tsx'
import { CommandsDialog } from './commands-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'
import { EmptyState } from './empty-state.tsx'
import { ExamplesDialog } from './examples-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { Toasts } from './toasts.tsx'

const dialogs: Readonly<Record<string, () => React.ReactNode>> = {
  about: AboutDialog,
  commands: CommandsDialog,
  delete: DeleteDialog,
  diagnostics: DiagnosticsDialog,
  examples: ExamplesDialog,
  import: ImportDialog,
  shortcuts: ShortcutsDialog,
}

export function Dialogs() {
  const open = useStore((state) => state.dialog)
  const Open = open === null ? undefined : dialogs[open]
  return (
    <>
      <EmptyState />
      {Open && <Open />}
      <Toasts />
    </>
  )
}
