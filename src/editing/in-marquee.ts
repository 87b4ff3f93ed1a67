import type { Box, Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { absoluteBoxes } from '../layout/absolute-boxes.ts'
import { bottom, near, right } from '../layout/boxes.ts'
import { drawingOf } from '../layout/drawing.ts'
import { isLocked } from './lock.ts'
import { shapeOf } from '../layout/shown-on.ts'

/**
 * What a rectangle on the canvas selects: cards that it touches, and containers that lie within it, which stand for all
 * that they hold. What is locked is left alone.
 */
export function inMarquee(
  design: Design,
  rectangle: Box,
  boxes: ReadonlyMap<ResourceId, Box> = absoluteBoxes(design),
): readonly ResourceId[] {
  const drawing = drawingOf(design)
  const taken = new Set<ResourceId>()
  const covered = new Set<ResourceId>()
  // Containers come before what they hold.
  for (const { id, kind } of drawing.all) {
    const box = boxes.get(id)
    if (!box) continue
    if (covered.has(drawing.around(id)?.id ?? '')) {
      covered.add(id)
      continue
    }
    const hit = shapeOf(kind) === 'container' ? within(box, rectangle) : near(box, rectangle)
    if (!hit || isLocked(design, id)) continue
    taken.add(id)
    covered.add(id)
  }
  return [...taken]
}

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)
