// The path of light: where request and reply are drawn between the stops of a trace, and where they cross borders.
import type { Box, Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { absoluteBoxes } from './absolute-boxes.ts'
import { crossingsOf, type Crossing } from './crossings.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import { beside, joined, lane, lineOf, type Line } from './lanes.ts'
import { routeLeg } from './route-leg.ts'
import { surroundingsOf } from './surroundings.ts'
import { shapeOf } from './shown-on.ts'
import type { Run } from './tracks.ts'

export interface Segment {
  readonly from: ResourceId
  readonly to: ResourceId
  /** From `from` to `to`. */
  readonly request: Line
  /** From `to` back to `from`. */
  readonly reply: Line
}

export interface Paths {
  /** All segments as one line, in the direction of travel; it is interrupted where a stop stands. */
  readonly request: Line
  readonly reply: Line
  readonly segments: readonly Segment[]
  /** In the order in which the request meets them. */
  readonly crossings: readonly Crossing[]
}

export interface PathOptions {
  /** Boxes known already, in canvas coordinates. */
  readonly boxes?: ReadonlyMap<ResourceId, Box>
}

/** `stops`: ids in the order of the request. An interface stands for its owner; what is not drawn is left out. */
export function routePaths(design: Design, stops: readonly ResourceId[], options: PathOptions = {}): Paths {
  const drawing = drawingOf(design)
  const boxes = options.boxes ?? absoluteBoxes(design)
  const segments: Segment[] = []
  const crossings: Crossing[] = []
  const used: Run[] = []
  const shown = drawnStops(drawing, boxes, stops)
  shown.slice(1).forEach((to, i) => {
    const from = shown[i]
    const around = from === undefined ? null : surroundingsOf(drawing, boxes, from, to)
    if (!around || from === undefined) return
    const middle = routeLeg(around, used, i < shown.length - 2)
    middle.slice(1).forEach((point, k) => used.push([middle[k] ?? point, point]))
    const request = lineOf(beside(middle, lane / 2))
    const reply = lineOf(beside(middle, -lane / 2).toReversed())
    segments.push({ from, to, request, reply })
    crossings.push(...crossingsOf(drawing, boxes, middle, segments.length - 1, from, to))
  })
  return {
    request: joined(segments.map((segment) => segment.request)),
    reply: joined(segments.toReversed().map((segment) => segment.reply)),
    segments,
    crossings,
  }
}

function drawnStops(
  drawing: Drawing,
  boxes: ReadonlyMap<ResourceId, Box>,
  stops: readonly ResourceId[],
): readonly ResourceId[] {
  const drawn = stops.flatMap((id) => {
    const resource = drawing.design.resources[id]
    const owner = resource?.fields['attachedTo']
    const shown = resource && shapeOf(resource.kind) === 'none' && typeof owner === 'string' ? owner : id
    const shape = shapeOf(drawing.design.resources[shown]?.kind ?? '')
    return boxes.has(shown) && shape !== 'none' && shape !== 'container' ? [shown] : []
  })
  return drawn.filter((id, i) => id !== drawn[i - 1])
}
