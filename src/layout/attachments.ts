// Hairlines of what is attached without being inside: the internet and the gateways to it, a peering and its VPCs.
import type { Box, Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { absoluteBoxes } from './absolute-boxes.ts'
import { joinedBy } from './between.ts'
import { bottom, centre, right } from './boxes.ts'
import { drawingOf } from './drawing.ts'
import { corners, lineOf, type Line, type Point } from './lanes.ts'
import { shapeOf } from './shown-on.ts'

export interface Attachment {
  readonly from: ResourceId
  readonly to: ResourceId
  readonly line: Line
}

export function attachmentsOf(
  design: Design,
  boxes: ReadonlyMap<ResourceId, Box> = absoluteBoxes(design),
): readonly Attachment[] {
  const drawing = drawingOf(design)
  const internet = drawing.inside(null, 'card').find((card) => card.kind === 'internet')
  const out: Attachment[] = []
  const attach = (from: ResourceId, to: ResourceId, points: (a: Box, b: Box) => readonly Point[]) => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    if (a && b) out.push({ from, to, line: lineOf(corners(points(a, b))) })
  }
  for (const resource of drawing.all) {
    const shape = shapeOf(resource.kind)
    // Detached gateways stand on a Region's border and lead nowhere.
    if (shape === 'border-top' && internet && drawing.around(resource.id)?.kind === 'vpc')
      attach(resource.id, internet.id, upwards)
    if (shape === 'between') for (const end of joinedBy(design, resource)) attach(resource.id, end, toBorder)
  }
  return out
}

/** From the top of one to the bottom of the other; a step half way where they do not stand above each other. */
function upwards(a: Box, b: Box): readonly Point[] {
  const [from, to] = [
    { x: centre(a).x, y: a.y },
    { x: centre(b).x, y: bottom(b) },
  ]
  if (from.x > b.x + 12 && from.x < right(b) - 12) return [from, { x: from.x, y: to.y }]
  const half = (from.y + to.y) / 2
  return [from, { x: from.x, y: half }, { x: to.x, y: half }, to]
}

/** The shortest way from a gateway to the border of a container beside, above or beneath it. */
function toBorder(a: Box, b: Box): readonly Point[] {
  const { x, y } = centre(a)
  const side = x < b.x ? { at: right(a), to: b.x } : x > right(b) ? { at: a.x, to: right(b) } : null
  if (side) {
    const level = Math.max(b.y + 8, Math.min(y, bottom(b) - 8))
    const half = (side.at + side.to) / 2
    return [
      { x: side.at, y },
      { x: half, y },
      { x: half, y: level },
      { x: side.to, y: level },
    ]
  }
  return y < b.y
    ? [
        { x, y: bottom(a) },
        { x, y: b.y },
      ]
    : [
        { x, y: a.y },
        { x, y: Math.min(bottom(b), a.y) },
      ]
}
