// Dragging what is on the canvas: within its container, into another one, out of it, or (with Alt) as a copy.
import type { OnNodeDrag } from '@xyflow/react'
import { useState } from 'react'
import {
  duplicate,
  kinds,
  moveTo,
  plain,
  reparent,
  whereTo,
  type Box,
  type Design,
  type ResourceId,
} from '../library.ts'
import { camera, useStore, type Point } from '../store/index.ts'
import { aimedAt, boxesOf } from './hit.ts'
import { commitMoves, movedBoxes, settled, useMoved } from './moved.ts'
import { aroundOf } from './around.ts'
import type { CanvasNode, Moved } from './project.ts'

/** Looked at this often while moving, so that containers do not flicker. */
const interval = 60

interface DragHandlers {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>
  readonly onNodeDrag: OnNodeDrag<CanvasNode>
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>
}

export function useDragging(): DragHandlers {
  return useState(dragHandlers)[0]
}

function dragHandlers(): DragHandlers {
  let lookedAt = 0
  const look = (event: MouseEvent | TouchEvent, nodes: readonly CanvasNode[]) => {
    const { design, setNesting } = useStore.getState()
    if (event.ctrlKey || event.metaKey) return setNesting(null)
    const ids = nodes.map((node) => node.id)
    const first = ids[0]
    if (first === undefined) return
    const kind = kinds.get(design.resources[first]?.kind ?? '')
    const over = aimedAt(design, kind, camera().toDesign(pointOf(event)), new Set(ids))
    const stays = ids.every((id) => staysIn(design, id, over))
    if (stays) return setNesting(null)
    setNesting({ ids, over, legality: whereTo(design, design.resources[first]?.kind ?? '', over, first) })
  }
  return {
    onNodeDragStart: () => {
      lookedAt = 0
    },
    onNodeDrag: (event, _node, nodes) => {
      const now = performance.now()
      if (now - lookedAt < interval) return
      lookedAt = now
      look(event, nodes)
    },
    onNodeDragStop: (event, _node, nodes) => {
      look(event, nodes)
      drop(event.altKey)
    },
  }
}

/** Over its own container, or over something inside it that does not take it. */
function staysIn(design: Design, id: ResourceId, over: ResourceId | null): boolean {
  const own = aroundOf(design, id)
  if (own === over) return true
  const legality = whereTo(design, design.resources[id]?.kind ?? '', over, id)
  const goes = legality.ok ? legality.parent : legality.instead
  return goes !== null && goes === design.resources[id]?.parent
}

function drop(copy: boolean): void {
  const { nesting, design, edit, setNesting, toast, select } = useStore.getState()
  const { moved, clear } = useMoved.getState()
  setNesting(null)
  if (moved.size === 0) return
  if (copy) {
    clear()
    edit('Duplicate', (before) => {
      const copied = duplicate(before, [...moved.keys()])
      queueMicrotask(() => select(copied.ids))
      return moveTo(copied.design, copiesAt(copied.design, [...moved.keys()], copied.ids, moved))
    })
    return
  }
  if (!nesting) return commitMoves('Move')
  if (!nesting.legality.ok) {
    clear()
    toast(nesting.legality.why, 'warning')
    return
  }
  const { parent } = nesting.legality
  const absolute = absoluteOf(design, moved)
  clear()
  edit('Move', (before) => {
    let after = before
    for (const [id, box] of absolute) {
      const base = parent === null ? { x: 0, y: 0 } : (boxesOf(before).get(parent) ?? { x: 0, y: 0 })
      const placed = reparent(after, id, parent, { ...box, x: box.x - base.x, y: box.y - base.y })
      if (placed.ok) after = placed.design
      else toast(plain(placed.why, after), 'warning')
    }
    return after
  })
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

function copiesAt(
  design: Design,
  originals: readonly ResourceId[],
  copies: readonly ResourceId[],
  moved: Moved,
): Record<ResourceId, Box> {
  const boxes: Record<ResourceId, Box> = {}
  copies.forEach((copy, at) => {
    const box = design.layout[copy]
    const part = moved.get(originals[at] ?? '')
    if (box && part) boxes[copy] = settled(design, copy, { ...box, ...part })
  })
  return boxes
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY }
  const touch = event.touches[0] ?? event.changedTouches[0]
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}
