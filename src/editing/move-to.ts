// Moves and resizes what is drawn. The network is not touched; containers grow with what they hold, and what stands beside
// one that grew is pushed aside.
import type { Box, Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { borderY } from '../layout/borders.ts'
import { sameBox, shifted } from '../layout/boxes.ts'
import { drawingOf, type Drawing } from '../layout/drawing.ts'
import { grow } from '../layout/grow.ts'
import { insetOf } from '../layout/metrics.ts'
import { pushAside } from '../layout/push-aside.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { isLocked } from './lock.ts'

/**
 * Boxes are relative to their parents. A container that keeps its size takes along what it holds; one that is
 * resized leaves it where it is on the canvas, and never becomes smaller than it. Containers around grow. What is locked
 * is left alone.
 */
export function moveTo(design: Design, boxes: Readonly<Record<ResourceId, Box>>): Design {
  const drawing = drawingOf(design)
  const layout: Record<ResourceId, Box> = { ...design.layout }
  const moved = Object.keys(boxes).filter(
    (id) =>
      drawing.design.resources[id] &&
      shapeOf(design.resources[id]?.kind ?? '') !== 'none' &&
      !isLocked(design, id),
  )
  for (const id of moved) {
    const [box, old] = [boxes[id], design.layout[id]]
    if (!box) continue
    const next = clamped(drawing, id, box, old, boxes)
    if (!old || !sameBox(next, old)) layout[id] = next
    const resized = old && (old.width !== next.width || old.height !== next.height)
    if (!resized || (old.x === next.x && old.y === next.y)) continue
    for (const child of drawing.inside(id)) {
      const held = design.layout[child.id]
      if (held && !(child.id in boxes)) layout[child.id] = shifted(held, old.x - next.x, old.y - next.y)
    }
  }
  if (moved.every((id) => layout[id] === design.layout[id])) return design
  const pushed = { ...layout }
  for (const id of moved) {
    const [old, now] = [design.layout[id], layout[id]]
    if (old && now && (old.width !== now.width || old.height !== now.height))
      pushAside(drawing, pushed, id, old)
  }
  // What grows around what was moved pushes; what was only moved does not.
  const before = { ...design, layout: { ...design.layout, ...pick(pushed, moved) } }
  return grow({ ...design, layout: pushed }, moved, before)
}

const pick = (layout: Readonly<Record<ResourceId, Box>>, ids: readonly ResourceId[]) =>
  Object.fromEntries(ids.flatMap((id) => (layout[id] ? [[id, layout[id]]] : []))) as Record<ResourceId, Box>

/** A gateway stays upon its border; a container stays around what it holds. */
function clamped(
  drawing: Drawing,
  id: ResourceId,
  box: Box,
  old: Box | undefined,
  boxes: Readonly<Record<ResourceId, Box>>,
): Box {
  const { design } = drawing
  const shape = shapeOf(design.resources[id]?.kind ?? '')
  const outer = design.layout[drawing.around(id)?.id ?? '']
  if ((shape === 'border-top' || shape === 'border-bottom') && outer) {
    const x = Math.max(0, Math.min(box.x, outer.width - box.width))
    return { ...box, x, y: borderY(shape, outer.height, box.height) }
  }
  const resized = old && (old.width !== box.width || old.height !== box.height)
  if (shape !== 'container' || !resized) return box
  const inset = insetOf(design.resources[id]?.kind ?? '')
  const held = drawing
    .inside(id, 'container', 'card', 'between')
    .flatMap((child) => (child.id in boxes ? [] : (design.layout[child.id] ?? [])))
  if (held.length === 0) return box
  // The edge that was dragged may come as far as what stands behind it, measured where that stands on the canvas.
  const left = Math.min(box.x, old.x + Math.min(...held.map((child) => child.x)) - inset.left)
  const top = Math.min(box.y, old.y + Math.min(...held.map((child) => child.y)) - inset.top)
  const right = Math.max(
    box.x + box.width,
    old.x + Math.max(...held.map((child) => child.x + child.width)) + inset.right,
  )
  const bottom = Math.max(
    box.y + box.height,
    old.y + Math.max(...held.map((child) => child.y + child.height)) + inset.bottom,
  )
  return { ...box, x: left, y: top, width: right - left, height: bottom - top }
}
