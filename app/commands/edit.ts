// Commands that change the design.
import { duplicate, remove, removalOf, shownOn, whyNotRemoved } from '../library.ts'
import { aroundOf } from '../canvas/around.ts'
import { focusNode } from '../canvas/focus-node.ts'
import { camera, type Store } from '../store/index.ts'
import { always, type Command } from './command.ts'
import { copy, paste } from './clipboard.ts'

const something = ({ selection }: Store) => selection.length > 0
const one = ({ selection }: Store) => selection.length === 1
const removable = ({ selection, design }: Store) => selection.some((id) => whyNotRemoved(design, id) === null)

export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    name: 'Undo',
    group: 'Edit',
    shortcut: 'Mod+Z',
    enabled: (state) => state.canUndo,
    perform: (state) => state.undo(),
  },
  {
    id: 'redo',
    name: 'Redo',
    group: 'Edit',
    shortcut: 'Mod+Shift+Z',
    also: ['Mod+Y'],
    enabled: (state) => state.canRedo,
    perform: (state) => state.redo(),
  },
  { id: 'rename', name: 'Rename', group: 'Edit', shortcut: 'F2', enabled: one, perform: renameSelected },
  {
    id: 'duplicate',
    name: 'Duplicate',
    group: 'Edit',
    shortcut: 'Mod+D',
    keywords: 'copy clone',
    enabled: something,
    perform: duplicateSelected,
  },
  { id: 'copy', name: 'Copy', group: 'Edit', shortcut: 'Mod+C', enabled: something, perform: copy },
  {
    id: 'cut',
    name: 'Cut',
    group: 'Edit',
    shortcut: 'Mod+X',
    enabled: removable,
    perform: (state) => (copy(state), removeSelected(state)),
  },
  { id: 'paste', name: 'Paste', group: 'Edit', shortcut: 'Mod+V', enabled: always, perform: paste },
  {
    id: 'delete',
    name: 'Delete',
    group: 'Edit',
    shortcut: 'Delete',
    also: ['Backspace'],
    keywords: 'remove',
    enabled: something,
    perform: removeSelected,
  },
  {
    id: 'select-all',
    name: 'Select all',
    group: 'Edit',
    shortcut: 'Mod+A',
    enabled: always,
    perform: selectAll,
  },
  {
    id: 'up',
    name: 'Up one level, or leave',
    group: 'Edit',
    shortcut: 'Escape',
    keywords: 'parent deselect',
    enabled: always,
    perform: up,
  },
]

function renameSelected({ selection, setRenaming, setPanel, design }: Store): void {
  const [id] = selection
  if (id === undefined) return
  // What is not drawn is renamed in the inspector.
  if (shownOn(design, id) === 'none') setPanel('inspector')
  else setRenaming(id)
}

function duplicateSelected({ selection, design, edit, select }: Store): void {
  const copied = duplicate(design, selection)
  if (copied.design === design) return
  edit('Duplicate', () => copied.design)
  select(copied.ids)
  const [first] = copied.ids
  if (first !== undefined) camera().panTo(first)
}

function removeSelected({ selection, design, edit, setDialog, toast }: Store): void {
  const refused = selection.map((id) => whyNotRemoved(design, id)).find((why) => why !== null)
  if (refused) toast(refused, 'warning')
  const going = selection.filter((id) => whyNotRemoved(design, id) === null)
  const [first] = going
  if (first === undefined) return
  // More would go than is selected and seen to be: the dialog names it first.
  if (removalOf(design, going).some((id) => !going.includes(id) && shownOn(design, id) !== 'none'))
    return setDialog('delete')
  const name = going.length === 1 ? (design.resources[first]?.name ?? '') : `${going.length} resources`
  edit(`Delete ${name}`, (before) => remove(before, going))
}

function selectAll({ design, select }: Store): void {
  select(Object.keys(design.layout).filter((id) => shownOn(design, id) !== 'none'))
}

/** Out of whatever is going on, one thing at a time; then to the container around; then nothing is selected. */
function up(state: Store): void {
  const { dragging, picking, tracing, tool, selection, design } = state
  if (dragging) return state.cancelPlacing()
  if (picking !== null) return state.setPicking(null)
  if (state.connecting !== null) return state.cancelConnecting()
  if (tracing) return state.endTrace()
  // It stands where the inspector would: what is selected beneath it is not seen, and stays.
  if (state.panel === 'findings') return state.setPanel('inspector')
  const [id] = selection
  const around = id === undefined ? null : aroundOf(design, id)
  if (id !== undefined && around !== null && document.activeElement?.closest('.react-flow__node'))
    return focusNode(around)
  if (id !== undefined) return state.select([])
  if (tool !== 'select') state.setTool('select')
}
