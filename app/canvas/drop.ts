// What letting go of a drag does: a move, a move into another container, a copy, or nothing, with the reason why.
import { copyOf, paste, plain, reparent, type Box, type Design, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { aroundOf } from './around.ts'
import { boxesOf } from './hit.ts'
import { commitMoves, movedBoxes, useMoved } from './moved.ts'
import type { Moved } from './project.ts'

export function drop(copy: boolean): void {
  const { nesting, design, edit, setNesting, toast } = useStore.getState()
  const { moved, clear } = useMoved.getState()
  setNesting(null)
  if (moved.size === 0) return
  if (nesting && !nesting.legality.ok) {
    clear()
    return toast(nesting.legality.why, 'warning')
  }
  if (copy) return dropCopy(design, moved, nesting?.legality.ok ? nesting.legality.parent : undefined)
  if (!nesting?.legality.ok) return commitMoves('Move')
  const { parent } = nesting.legality
  const absolute = absoluteOf(design, moved)
  clear()
  edit('Move', (before) => {
    let after = before
    for (const [id, box] of absolute) {
      const placed = reparent(after, id, parent, relativeTo(before, parent, box))
      if (placed.ok) after = placed.design
      else toast(plain(placed.why, after), 'warning')
    }
    return after
  })
}

/** The originals stay; their copies stand where they were let go, in `into` or (undefined) in the same container. */
function dropCopy(design: Design, moved: Moved, into: ResourceId | null | undefined): void {
  const { edit, select, toast } = useStore.getState()
  const absolute = new Map(absoluteOf(design, moved))
  const settled = movedBoxes(design, moved)
  const ids = [...moved.keys()]
  useMoved.getState().clear()
  const boxes = ids.flatMap((id) => {
    const own = absolute.get(id)
    const box = into === undefined || !own ? settled[id] : relativeTo(design, into, own)
    return box ? [[id, box] as const] : []
  })
  const pasted = paste(design, copyOf(design, ids), into, Object.fromEntries(boxes))
  if (pasted.why !== null) toast(pasted.why, 'warning')
  edit('Duplicate', () => pasted.design)
  if (pasted.ids.length > 0) select(pasted.ids)
}

function absoluteOf(design: Design, moved: Moved): [ResourceId, Box][] {
  const boxes = boxesOf(design)
  return Object.entries(movedBoxes(design, moved)).map(([id, box]) => {
    const around = aroundOf(design, id)
    const base = around === null ? { x: 0, y: 0 } : (boxes.get(around) ?? { x: 0, y: 0 })
    const part = moved.get(id)
    return [id, { ...box, x: (part?.x ?? box.x) + base.x, y: (part?.y ?? box.y) + base.y }]
  })
}

function relativeTo(design: Design, parent: ResourceId | null, box: Box): Box {
  const base = parent === null ? { x: 0, y: 0 } : (boxesOf(design).get(parent) ?? { x: 0, y: 0 })
  return { ...box, x: box.x - base.x, y: box.y - base.y }
}
