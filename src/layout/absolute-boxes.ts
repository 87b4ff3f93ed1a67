import type { Box, Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { drawingOf } from './drawing.ts'

/** The boxes of everything drawn, in canvas coordinates, containers before what they hold. */
export function absoluteBoxes(design: Design): ReadonlyMap<ResourceId, Box> {
  const drawing = drawingOf(design)
  const boxes = new Map<ResourceId, Box>()
  for (const { id } of drawing.all) {
    const box = design.layout[id]
    if (!box) continue
    const outer = boxes.get(drawing.around(id)?.id ?? '')
    boxes.set(id, outer ? { ...box, x: box.x + outer.x, y: box.y + outer.y } : box)
  }
  return boxes
}
