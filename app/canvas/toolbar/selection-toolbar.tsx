// What can be done with the selection, above it: rename, duplicate, add inside, trace from here, delete.
import { useStore as useFlow, ViewportPortal } from '@xyflow/react'
import { Copy, Lock, LockOpen, Pencil, Route, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { commandsById, runCommand } from '../../commands/index.ts'
import { boxAround, type Box } from '../../library.ts'
import { camera, useStore, type Store } from '../../store/index.ts'
import { coveredOn } from '../covered.ts'
import { boxesOf } from '../hit.ts'
import { useMoved } from '../moved.ts'
import { placeToolbar } from '../place-toolbar.ts'
import { bands } from '../project.ts'
import { AddMenu, kindsInside } from './add-menu.tsx'
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
  const [x, y, zoom] = useFlow((state) => state.transform)
  const tools = useToolCount()
  const design = useStore((state) => state.design)
  const covered = useMemo(() => coveredOn(design, boxesOf(design)), [design])
  if (!box || hidden || moving) return null
  const scale = 1 / zoom
  const room = camera().room()
  const { at, corner } = placeToolbar(
    box,
    { width: (tools * 30 + 8) * scale, height: 30 * scale },
    scale,
    covered,
    {
      x: (room.x - x) * scale,
      y: (room.y - y) * scale,
      width: room.width * scale,
      height: room.height * scale,
    },
  )
  return (
    <ViewportPortal>
      <div
        className={`${styles.place} nopan nodrag`}
        // At the screen's scale whatever the zoom.
        style={{
          transform: `translate(${at.x}px, ${at.y}px) scale(${scale}) translate(${-100 * corner.x}%, ${-100 * corner.y}%)`,
          zIndex: bands.toolbar,
        }}
      >
        <Tools />
      </div>
    </ViewportPortal>
  )
}

const commands = ['rename', 'duplicate', 'trace-from-here', 'lock', 'unlock', 'delete']

/** How many buttons it has now. */
const useToolCount = () =>
  useStore(
    (state) =>
      commands.filter((id) => commandsById.get(id)?.enabled(state)).length +
      (kindsInside(state) === '' ? 0 : 1) +
      (state.selection.length < 2 ? 0 : 1),
  )

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
