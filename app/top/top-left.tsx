// Which design this is, whether it is safe, what can be taken back, and the menu.
import { Redo2, Undo2 } from 'lucide-react'
import { useStore } from '../store/index.ts'
import { IconButton } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { Bar, BarDivider } from '../ui/panel.tsx'
import { DesignName } from './design-name.tsx'
import { MainMenu } from './main-menu.tsx'
import { SavedState } from './saved-state.tsx'
import styles from './top.module.css'

export function TopLeft() {
  const canUndo = useStore((state) => state.canUndo)
  const canRedo = useStore((state) => state.canRedo)
  const undo = useStore((state) => state.undo)
  const redo = useStore((state) => state.redo)
  return (
    <Bar label="Design" className={styles.left}>
      <Mark />
      <DesignName />
      <SavedState />
      <BarDivider />
      <IconButton label="Undo" shortcut="Ctrl+Z" disabled={!canUndo} onClick={undo}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label="Redo" shortcut="Ctrl+Shift+Z" disabled={!canRedo} onClick={redo}>
        <Redo2 aria-hidden="true" />
      </IconButton>
      <MainMenu />
    </Bar>
  )
}
