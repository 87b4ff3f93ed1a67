// Lines up several things, or spaces them evenly. Each stays in its own container; what is locked stays where it is.
import type { Box, Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { absoluteBoxes } from '../layout/absolute-boxes.ts'
import { around } from '../layout/boxes.ts'
import { drawingOf } from '../layout/drawing.ts'
import { insetOf } from '../layout/metrics.ts'
import { ancestry } from './where-to.ts'
import { isLocked } from './lock.ts'
import { moveTo } from './move-to.ts'

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** To the frame around them all. What is locked, or stands in another of them, does not move of itself. */
export function align(design: Design, ids: readonly ResourceId[], to: Alignment): Design {
  const chosen = movable(design, ids)
  const frame = around(chosen.map(([, box]) => box))
  if (!frame || chosen.length < 2) return design
  return shift(design, chosen, (box) => {
    const x = to === 'left' ? 0 : to === 'right' ? 1 : to === 'centre' ? 0.5 : null
    const y = to === 'top' ? 0 : to === 'bottom' ? 1 : to === 'middle' ? 0.5 : null
    return {
      x: x === null ? 0 : frame.x + (frame.width - box.width) * x - box.x,
      y: y === null ? 0 : frame.y + (frame.height - box.height) * y - box.y,
    }
  })
}

/** Equal gaps from the first to the last, which stay where they are. */
export function distribute(design: Design, ids: readonly ResourceId[], axis: 'x' | 'y'): Design {
  const size = axis === 'x' ? 'width' : 'height'
  const chosen = movable(design, ids).toSorted(([, a], [, b]) => a[axis] - b[axis])
  const [first, last] = [chosen[0]?.[1], chosen.at(-1)?.[1]]
  if (!first || !last || chosen.length < 3) return design
  const held = chosen.reduce((sum, [, box]) => sum + box[size], 0)
  const gap = (last[axis] + last[size] - first[axis] - held) / (chosen.length - 1)
  const starts = new Map<ResourceId, number>()
  chosen.reduce((at, [id, box]) => (starts.set(id, at), at + box[size] + gap), first[axis])
  return shift(design, chosen, (box, id) => {
    const by = (starts.get(id) ?? box[axis]) - box[axis]
    return axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by }
  })
}

type Chosen = readonly (readonly [ResourceId, Box])[]

/** On the canvas; what stands in another one of them goes where that goes. */
function movable(design: Design, ids: readonly ResourceId[]): Chosen {
  const boxes = absoluteBoxes(design)
  const all = new Set(ids)
  return ids.flatMap((id) => {
    const box = boxes.get(id)
    const inside = ancestry(design, design.resources[id]?.parent ?? null).some((outer) => all.has(outer.id))
    return !box || inside || isLocked(design, id) ? [] : [[id, box] as const]
  })
}

function shift(
  design: Design,
  chosen: Chosen,
  by: (box: Box, id: ResourceId) => { readonly x: number; readonly y: number },
): Design {
  const drawing = drawingOf(design)
  // Across containers they come as near as theirs lets them: none is torn wide for the sake of a line.
  const kept = (container: Resource | null, box: Box): Box => {
    const frame = container && design.layout[container.id]
    if (!container || !frame) return box
    const inset = insetOf(container.kind)
    return {
      ...box,
      x: between(inset.left, box.x, frame.width - inset.right - box.width),
      y: between(inset.top, box.y, frame.height - inset.bottom - box.height),
    }
  }
  const boxes = chosen.flatMap(([id, box]) => {
    const old = design.layout[id]
    const { x, y } = by(box, id)
    const wanted = old && { ...old, x: Math.round(old.x + x), y: Math.round(old.y + y) }
    return wanted ? [[id, kept(drawing.around(id), wanted)] as const] : []
  })
  return moveTo(design, Object.fromEntries(boxes))
}

const between = (low: number, value: number, high: number) =>
  Math.max(low, Math.min(value, Math.max(low, high)))
