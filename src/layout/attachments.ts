// Hairlines of what is attached without being inside: the internet and the gateways to it, a peering and its VPCs.
import type { Box, Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { absoluteBoxes } from './absolute-boxes.ts'
import { joinedBy } from './between.ts'
import { bottom, centre, right } from './boxes.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import { outsideGap } from './metrics.ts'
import { corners, lineOf, type Line, type Point } from './lanes.ts'
import { routeLeg } from './route-leg.ts'
import { shapeOf } from './shown-on.ts'
import { containersAround, surroundingsOf } from './surroundings.ts'
import type { Run } from './tracks.ts'

export interface Attachment {
  readonly from: ResourceId
  readonly to: ResourceId
  readonly line: Line
}

/** The lines that join what stands apart and belongs together, in canvas coordinates. */
export function attachmentsOf(
  design: Design,
  boxes: ReadonlyMap<ResourceId, Box> = absoluteBoxes(design),
): readonly Attachment[] {
  const drawing = drawingOf(design)
  const internet = drawing.inside(null, 'card').find((card) => card.kind === 'internet')
  const out: Attachment[] = []
  const used: Run[] = []
  const attach = (from: ResourceId, to: ResourceId, points: (a: Box, b: Box) => readonly Point[]) => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    if (!a || !b) return
    const shortest = corners(points(a, b))
    const free = freeOfStrangers(drawing, boxes, from, to)
    const surroundings = free(shortest) ? null : surroundingsOf(drawing, boxes, from, to)
    const detour = surroundings ? routeLeg(surroundings, used) : shortest
    // Rather in the lane of another hairline than over a container.
    const line = surroundings && !free(detour) ? routeLeg(surroundings, []) : detour
    line.slice(1).forEach((point, i) => used.push([line[i] ?? point, point]))
    out.push({ from, to, line: lineOf(line) })
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

/** Tells whether a line keeps off the containers that have nothing to do with what it joins. */
function freeOfStrangers(
  drawing: Drawing,
  boxes: ReadonlyMap<ResourceId, Box>,
  from: ResourceId,
  to: ResourceId,
): (line: readonly Point[]) => boolean {
  // A picture of so many is looked at from afar, and every drag draws it anew.
  if (drawing.all.length > 600) return () => true
  const known = new Set([from, to, ...containersAround(drawing, from), ...containersAround(drawing, to)])
  const strangers = drawing.all.flatMap(({ id, kind }) =>
    known.has(id) || shapeOf(kind) !== 'container' ? [] : (boxes.get(id) ?? []),
  )
  return (line) =>
    !strangers.some((box) => line.slice(1).some((end, i) => runsOver(box, line[i] ?? end, end)))
}

const runsOver = (box: Box, a: Point, b: Point): boolean =>
  Math.max(a.x, b.x) > box.x &&
  Math.min(a.x, b.x) < right(box) &&
  Math.max(a.y, b.y) > box.y &&
  Math.min(a.y, b.y) < bottom(box)

/** From the top of one to the bottom of the other; a step close to the other where they do not stand above each other. */
function upwards(a: Box, b: Box): readonly Point[] {
  const [from, to] = [
    { x: centre(a).x, y: a.y },
    { x: centre(b).x, y: bottom(b) },
  ]
  if (from.x > b.x + 12 && from.x < right(b) - 12) return [from, { x: from.x, y: to.y }]
  // Half way it would run along the border of the Region.
  const step = to.y + Math.min(outsideGap, from.y - to.y) / 2
  return [from, { x: from.x, y: step }, { x: to.x, y: step }, to]
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
