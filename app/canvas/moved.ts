// Where things are while they are dragged or resized. The design only learns of it when they are let go.
import { create } from 'zustand'
import { moveTo, shownOn, type Box, type Design, type Guide, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { aroundOf } from './around.ts'
import type { Moved } from './project.ts'

interface MovedState {
  readonly moved: Moved
  /** What it lines up with there. */
  readonly guides: readonly Guide[]
  readonly setMoved: (moved: Moved, guides?: readonly Guide[]) => void
  readonly clear: () => void
  /** What is drawn directly in a container. */
  nodes(id: ResourceId): readonly { readonly id: ResourceId; readonly box: Box }[]
}

const nothing: Moved = new Map()
const none: readonly Guide[] = []

export const useMoved = create<MovedState>()((set) => ({
  moved: nothing,
  guides: none,
  setMoved: (moved, guides = none) => set({ moved, guides }),
  clear: () => set({ moved: nothing, guides: none }),
  nodes: (id) => drawnIn(useStore.getState().design, id),
}))

/** One step of history; nothing when nothing moved. `only`: what was resized; its content stays where it is. */
export function commitMoves(label: string, only?: ResourceId): void {
  const { moved, clear } = useMoved.getState()
  const { design, edit } = useStore.getState()
  const chosen = only === undefined ? moved : new Map([...moved].filter(([id]) => id === only))
  const boxes = movedBoxes(design, chosen)
  clear()
  if (Object.keys(boxes).length > 0) edit(label, (before) => moveTo(before, boxes))
}

export function movedBoxes(design: Design, moved: Moved): Record<ResourceId, Box> {
  const boxes: Record<ResourceId, Box> = {}
  for (const [id, part] of moved) {
    const box = design.layout[id]
    if (box) boxes[id] = settled(design, id, { ...box, ...part })
  }
  return boxes
}

/** The design with everything where it is drawn at this moment, also while it is held in the air. */
export function drawnNow(design: Design, moved: Moved): Design {
  if (moved.size === 0) return design
  const layout = { ...design.layout }
  for (const [id, part] of moved) {
    const box = layout[id]
    if (box) layout[id] = { ...box, ...part }
  }
  return { ...design, layout }
}

/** Where a thing comes to rest: a gateway on the border it straddles, a card inside its container. */
function settled(design: Design, id: ResourceId, box: Box): Box {
  const shape = shownOn(design, id)
  const around = aroundOf(design, id)
  const frame = around === null ? undefined : design.layout[around]
  if (!frame) return box
  if (shape === 'border-top' || shape === 'border-bottom') {
    const y = Math.round(shape === 'border-top' ? -box.height / 2 : frame.height - box.height / 2)
    return { ...box, x: within(box.x, 8, frame.width - box.width - 8), y }
  }
  // Moved a little over the edge is still meant to be inside; a container is enlarged by its handles.
  if (shape === 'card')
    return {
      ...box,
      x: within(box.x, 9, frame.width - box.width - 9),
      y: within(box.y, 40, frame.height - box.height - 12),
    }
  return box
}

const within = (value: number, low: number, high: number) =>
  Math.round(Math.max(low, Math.min(value, Math.max(low, high))))

export interface ResizeLimits {
  /** How far the left and top edges may come in, from where they are. */
  readonly left: number
  readonly top: number
  /** How small width and height may get when the other edge stays. */
  readonly width: number
  readonly height: number
}

/** A container never gets smaller than what it holds and its head. */
export function resizeLimits(design: Design, id: ResourceId): ResizeLimits {
  const own = design.layout[id] ?? { x: 0, y: 0, width: 0, height: 0 }
  const inside = drawnIn(design, id).filter(({ id: child }) => {
    const shape = shownOn(design, child)
    return shape === 'container' || shape === 'card'
  })
  if (inside.length === 0) {
    const width = Math.min(own.width, 140)
    const height = Math.min(own.height, 60)
    return { left: own.width - width, top: own.height - height, width, height }
  }
  return {
    left: Math.max(0, Math.min(...inside.map(({ box }) => box.x)) - 9),
    top: Math.max(0, Math.min(...inside.map(({ box }) => box.y)) - 20),
    width: Math.max(...inside.map(({ box }) => box.x + box.width)) + 9,
    height: Math.max(...inside.map(({ box }) => box.y + box.height)) + 12,
  }
}

function drawnIn(design: Design, id: ResourceId): { id: ResourceId; box: Box }[] {
  return Object.entries(design.layout).flatMap(([child, box]) =>
    aroundOf(design, child) === id ? [{ id: child, box }] : [],
  )
}
