// How several selected things can be lined up and spaced.
import { AlignStartVertical } from 'lucide-react'
import { alignCommands, runCommand } from '../../commands/index.ts'
import { useStore, type Store } from '../../store/index.ts'
import { ToolMenu } from './tool-menu.tsx'

export function AlignMenu() {
  const selected = useStore((state) => state.selection.length)
  const shown = useStore(canBeAligned)
  if (!shown) return null
  return (
    <ToolMenu
      label="Align"
      icon={<AlignStartVertical size={15} aria-hidden="true" />}
      // Two cannot be spaced.
      items={alignCommands
        .filter(({ id }) => selected > 2 || id.startsWith('align'))
        .map((command) => ({ label: command.name, onSelect: () => runCommand(command) }))}
    />
  )
}

export const canBeAligned = ({ selection }: Store): boolean => selection.length > 1
