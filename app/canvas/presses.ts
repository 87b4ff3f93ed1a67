// What a press, a click and a double click on the canvas mean.
import { kinds, type ResourceId } from '../library.ts'
import { camera, hopList, useStore } from '../store/index.ts'
import { leaveField } from '../ui/leave-field.ts'
import { aroundOf } from './around.ts'
import { containerAt } from './hit.ts'
import { commitMoves } from './moved.ts'
import { shownAs } from './shown-as.ts'

/** Milliseconds between the presses of a double click, at most. */
const slowest = 1000

/** The last two presses, the newest first. */
let presses: readonly { readonly on: ResourceId | null; readonly at: number }[] = []

/** On press, not on click: what is dragged must be selected before the drag begins. */
export function selectOnPress(event: React.PointerEvent): void {
  const id = nodeAt(event.target)
  presses = [{ on: id, at: event.timeStamp }, ...presses.slice(0, 1)]
  const { selection, select, picking, tool, dragging } = useStore.getState()
  if (id === null || event.button !== 0 || picking !== null || tool === 'hand' || dragging) return
  if (event.shiftKey || event.metaKey || event.ctrlKey || selection.includes(id)) return
  // The form that it stands in is about to go.
  leaveField()
  select([id])
}

export function clickOn(id: ResourceId, event: React.MouseEvent): void {
  const { selection, select, picking, pick, design, tool, connectBy, panel, setPanel, reveal, tracing } =
    useStore.getState()
  if (picking !== null) return pick(id)
  if (tool === 'hand') return
  if (tool === 'connect') return connectBy(id)
  // A finding's glyph and a group's tag lead to what they stand for.
  const opens =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-opens]')?.dataset['opens']
      : undefined
  if (opens === 'findings') {
    select([id])
    return setPanel('findings')
  }
  if (opens !== undefined) return reveal({ resource: opens })
  if (event.shiftKey)
    return select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id])
  if (event.metaKey || event.ctrlKey) return select([aroundOf(design, id) ?? id])
  if (tracing) moveToHopAt(id)
  select([id])
  if (panel !== 'inspector') setPanel('inspector')
}

/** A traced card leads to its hop, in the panel and the player too; once more, to its next one. */
function moveToHopAt(id: ResourceId): void {
  const { answer, hop, design, setHop } = useStore.getState()
  const here = hopList(answer).flatMap((listed, index) =>
    shownAs(design, listed.hop.at.resource) === id ? [index] : [],
  )
  const next = here.find((index) => index > hop) ?? here[0]
  if (next !== undefined) setHop(next)
}

/** Bodies of containers let the pointer through, so a click on one comes to the pane. */
export function clickOnPane(event: React.MouseEvent): void {
  const { design, select, dragging } = useStore.getState()
  if (dragging) return
  const id = containerAt(design, camera().toDesign({ x: event.clientX, y: event.clientY }))
  if (id === null) select([])
  else clickOn(id, event)
  commitMoves('Move')
}

/** A name, or a field shown on a head, is typed in place; on the bare canvas the search for what to add there opens. */
export function openOnDoubleClick(event: React.MouseEvent): void {
  const { picking, tool, design, setRenaming, setRetyping, searchToAdd } = useStore.getState()
  if (picking !== null || tool === 'hand' || tool === 'connect' || !(event.target instanceof Element)) return
  // The first press may have hit something above the canvas that went with it, such as a dialog.
  const [second, first] = presses
  if (!first || first.on !== second?.on || second.at - first.at > slowest) return
  const id = nodeAt(event.target)
  const field = event.target.closest<HTMLElement>('[data-field]')?.dataset['field']
  const { type } = kinds.get(design.resources[id ?? '']?.kind ?? '')?.fields[field ?? ''] ?? {}
  if (id !== null && field !== undefined && type === 'cidr') setRetyping({ id, field })
  else if (id !== null) setRenaming(id)
  else if (event.target.matches('.react-flow__pane')) searchToAdd({ x: event.clientX, y: event.clientY })
}

function nodeAt(target: EventTarget): ResourceId | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null)
    : null
}
