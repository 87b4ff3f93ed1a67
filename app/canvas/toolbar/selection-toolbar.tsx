// What can be done with the selection, above it: rename, duplicate, add inside, trace from here, delete.
import { useStore as useFlow, ViewportPortal } from '@xyflow/react'
import { Copy, Lock, LockOpen, Pencil, Route, Trash2, type LucideIcon } from 'lucide-react'
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
import { AlignMenu, canBeAligned } from './align-menu.tsx'
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

/** In the order in which they stand; those that the selection allows are shown. */
const tools: readonly (ToolButton | Menu)[] = [
  { command: 'rename', Icon: Pencil },
  { command: 'duplicate', Icon: Copy },
  { id: 'align', Menu: AlignMenu, shownIn: canBeAligned },
  { id: 'add', Menu: AddMenu, shownIn: (state) => kindsInside(state) !== '' },
  { command: 'trace-from-here', Icon: Route },
  { command: 'lock', Icon: LockOpen },
  { command: 'unlock', Icon: Lock },
  { command: 'delete', Icon: Trash2 },
]

interface ToolButton {
  readonly command: string
  readonly Icon: LucideIcon
}

interface Menu {
  readonly id: string
  readonly Menu: React.ComponentType
  readonly shownIn: (state: Store) => boolean
}

/** How many buttons it has now. */
const useToolCount = () =>
  useStore(
    (state) =>
      tools.filter((tool) =>
        'Menu' in tool ? tool.shownIn(state) : commandsById.get(tool.command)?.enabled(state),
      ).length,
  )

function Tools() {
  return (
    <div className={styles.tools} role="toolbar" aria-label="Selection">
      {tools.map((tool) =>
        'Menu' in tool ? <tool.Menu key={tool.id} /> : <Tool key={tool.command} {...tool} />,
      )}
    </div>
  )
}

function Tool({ command: id, Icon }: ToolButton) {
  const command = commandsById.get(id)
  const enabled = useStore((state) => command?.enabled(state) ?? false)
  if (!command || !enabled) return null
  const title = command.shortcut === undefined ? command.name : `${command.name} (${command.shortcut})`
  return (
    <button type="button" aria-label={command.name} title={title} onClick={() => runCommand(command)}>
      <Icon size={15} aria-hidden="true" />
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
