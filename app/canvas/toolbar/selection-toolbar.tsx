// What can be done with the selection, above it: rename, duplicate, add inside, trace from here, delete.
import { useStore as useFlow, ViewportPortal } from '@xyflow/react'
import { Copy, Lock, LockOpen, Pencil, Route, Trash2 } from 'lucide-react'
import { commandsById, runCommand } from '../../commands/index.ts'
import { boxAround, type Box } from '../../library.ts'
import { useStore, type Store } from '../../store/index.ts'
import { boxesOf } from '../hit.ts'
import { useMoved } from '../moved.ts'
import { bands } from '../project.ts'
import { AddMenu } from './add-menu.tsx'
import { AlignMenu } from './align-menu.tsx'
import styles from './selection-toolbar.module.css'

export function SelectionToolbar() {
  const box = useStore(boxOfSelection)
  const hidden = useStore(
    (state) =>
      state.tracing ||
      state.dragging !== null ||
      state.connecting !== null ||
      state.retyping !== null ||
      state.nesting !== null ||
      state.renaming !== null ||
      state.picking !== null,
  )
  const moving = useMoved((state) => state.moved.size > 0)
  const zoom = useFlow((state) => state.transform[2])
  if (!box || hidden || moving) return null
  return (
    <ViewportPortal>
      <div
        className={`${styles.place} nopan nodrag`}
        // At the screen's scale whatever the zoom, its lower right corner above the selection's upper right one.
        style={{
          transform: `translate(${box.x + box.width}px, ${box.y - 5}px) scale(${1 / zoom}) translate(-100%, -100%)`,
          zIndex: bands.toolbar,
        }}
      >
        <Tools />
      </div>
    </ViewportPortal>
  )
}

function Tools() {
  return (
    <div className={styles.tools} role="toolbar" aria-label="Selection">
      <Tool command="rename" icon={<Pencil size={15} aria-hidden="true" />} />
      <Tool command="duplicate" icon={<Copy size={15} aria-hidden="true" />} />
      <AlignMenu />
      <AddMenu />
      <Tool command="trace-from-here" icon={<Route size={15} aria-hidden="true" />} />
      <Tool command="lock" icon={<LockOpen size={15} aria-hidden="true" />} />
      <Tool command="unlock" icon={<Lock size={15} aria-hidden="true" />} />
      <Tool command="delete" icon={<Trash2 size={15} aria-hidden="true" />} />
    </div>
  )
}

function Tool({ command: id, icon }: { readonly command: string; readonly icon: React.ReactNode }) {
  const command = commandsById.get(id)
  const enabled = useStore((state) => command?.enabled(state) ?? false)
  if (!command || !enabled) return null
  const title = command.shortcut === undefined ? command.name : `${command.name} (${command.shortcut})`
  return (
    <button type="button" aria-label={command.name} title={title} onClick={() => runCommand(command)}>
      {icon}
    </button>
  )
}

let last: { readonly key: unknown; readonly selection: unknown; readonly box: Box | null } = {
  key: null,
  selection: null,
  box: null,
}

function boxOfSelection({ design, selection }: Store): Box | null {
  if (last.key === design && last.selection === selection) return last.box
  const box = boxAround(selection.flatMap((id) => boxesOf(design).get(id) ?? []))
  last = { key: design, selection, box }
  return box
}
