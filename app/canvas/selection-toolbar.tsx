// What can be done with the selection, above it: rename, duplicate, add inside, trace from here, delete.
import { useStore as useFlow, ViewportPortal } from '@xyflow/react'
import { AlignStartVertical, Copy, Lock, LockOpen, Pencil, Plus, Route, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { alignCommands, commandsById, runCommand } from '../commands/index.ts'
import { boxAround, kinds, shownOn, type Box } from '../library.ts'
import { useStore, type Store } from '../store/index.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { boxesOf } from './hit.ts'
import { useMoved } from './moved.ts'
import { bands } from './project.ts'
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
  const [open, setOpen] = useState<'add' | 'align' | null>(null)
  const inside = useStore(kindsInside)
  const several = useStore((state) => state.selection.length > 1)
  const toggle = (menu: 'add' | 'align') => setOpen(open === menu ? null : menu)
  return (
    <div className={styles.tools} role="toolbar" aria-label="Selection">
      <Tool command="rename" icon={<Pencil size={15} aria-hidden="true" />} />
      <Tool command="duplicate" icon={<Copy size={15} aria-hidden="true" />} />
      {several && (
        <MenuTool label="Align" open={open === 'align'} onClick={() => toggle('align')}>
          <AlignStartVertical size={15} aria-hidden="true" />
        </MenuTool>
      )}
      {inside !== '' && (
        <MenuTool label="Add inside" open={open === 'add'} onClick={() => toggle('add')}>
          <Plus size={16} aria-hidden="true" />
        </MenuTool>
      )}
      <Tool command="trace-from-here" icon={<Route size={15} aria-hidden="true" />} />
      <Tool command="lock" icon={<LockOpen size={15} aria-hidden="true" />} />
      <Tool command="unlock" icon={<Lock size={15} aria-hidden="true" />} />
      <Tool command="delete" icon={<Trash2 size={15} aria-hidden="true" />} />
      {open === 'add' && inside !== '' && <AddMenu kinds={inside.split(' ')} close={() => setOpen(null)} />}
      {open === 'align' && several && <AlignMenu close={() => setOpen(null)} />}
    </div>
  )
}

interface MenuToolProps {
  readonly label: string
  readonly open: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function MenuTool({ label, open, onClick, children }: MenuToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-haspopup="menu"
      onClick={onClick}
    >
      {children}
    </button>
  )
}

function AlignMenu({ close }: { readonly close: () => void }) {
  const several = useStore((state) => state.selection.length > 2)
  const offered = alignCommands.filter(({ id }) => several || id.startsWith('align'))
  return (
    <div className={styles.menu} role="menu" aria-label="Align">
      {offered.map((command) => (
        <button
          key={command.id}
          type="button"
          role="menuitem"
          onClick={() => {
            close()
            runCommand(command)
          }}
        >
          {command.name}
        </button>
      ))}
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

function AddMenu({ kinds: names, close }: { readonly kinds: readonly string[]; readonly close: () => void }) {
  const placeInto = useStore((state) => state.placeInto)
  const container = useStore((state) => state.selection[0] ?? null)
  return (
    <div className={styles.menu} role="menu" aria-label="Add inside">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          onClick={() => {
            close()
            placeInto(name, container)
          }}
        >
          <KindIcon kind={name} size={18} />
          {kinds.get(name)?.title}
        </button>
      ))}
    </div>
  )
}

/** Kinds of the palette that go into the selected container, as one string, so that the selector stays stable. */
function kindsInside({ selection, design }: Store): string {
  const only = selection.length === 1 ? design.resources[selection[0] ?? ''] : undefined
  if (!only || shownOn(design, only.id) !== 'container') return ''
  return [...kinds.values()]
    .filter((kind) => kind.palette !== undefined && kind.placement.in.includes(only.kind))
    .map((kind) => kind.name)
    .join(' ')
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
