// Where a path crosses the borders of containers: beside these points the rules that judge there are written.
import type { Box } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type { Drawing } from './drawing.ts'
import { lane, type Point } from './lanes.ts'
import { containersAround } from './surroundings.ts'

export interface Crossing {
  readonly container: ResourceId
  /** Which segment of the path crosses, counted from 0. */
  readonly segment: number
  readonly side: 'top' | 'right' | 'bottom' | 'left'
  /** As the request travels. */
  readonly direction: 'in' | 'out'
  /** Where the request crosses. */
  readonly x: number
  readonly y: number
  /** Where the reply does. */
  readonly reply: Point
}

export function crossingsOf(
  drawing: Drawing,
  boxes: ReadonlyMap<ResourceId, Box>,
  middle: readonly Point[],
  segment: number,
  from: ResourceId,
  to: ResourceId,
): readonly Crossing[] {
  const containers = new Set([...containersAround(drawing, from), ...containersAround(drawing, to)])
  return middle.slice(1).flatMap((end, i) => {
    const start = middle[i] as Point
    const left = { x: Math.sign(end.y - start.y), y: -Math.sign(end.x - start.x) }
    const found = [...containers].flatMap((container) => {
      const box = boxes.get(container)
      return box ? cuts(box, start, end).map((cut) => ({ container, ...cut })) : []
    })
    return found
      .toSorted(
        (a, b) =>
          Math.abs(a.x - start.x) +
          Math.abs(a.y - start.y) -
          Math.abs(b.x - start.x) -
          Math.abs(b.y - start.y),
      )
      .map(({ x, y, ...rest }) => ({
        ...rest,
        segment,
        x: x + (left.x * lane) / 2,
        y: y + (left.y * lane) / 2,
        reply: { x: x - (left.x * lane) / 2, y: y - (left.y * lane) / 2 },
      }))
  })
}

type Cut = Pick<Crossing, 'side' | 'direction' | 'x' | 'y'>

function cuts(box: Box, start: Point, end: Point): readonly Cut[] {
  const found: Cut[] = []
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  if (start.x === end.x && start.x > box.x && start.x < right) {
    const down = end.y > start.y
    for (const [y, side] of [
      [box.y, 'top'],
      [bottom, 'bottom'],
    ] as const) {
      if (passes(start.y, end.y, y))
        found.push({ side, direction: (side === 'top') === down ? 'in' : 'out', x: start.x, y })
    }
  } else if (start.y === end.y && start.y > box.y && start.y < bottom) {
    const rightwards = end.x > start.x
    for (const [x, side] of [
      [box.x, 'left'],
      [right, 'right'],
    ] as const) {
      if (passes(start.x, end.x, x))
        found.push({ side, direction: (side === 'left') === rightwards ? 'in' : 'out', x, y: start.y })
    }
  }
  return found
}

/** Whether a run passes a line. One that ends upon it has not passed it; the next run does, or turns back. */
const passes = (from: number, to: number, line: number): boolean =>
  (from < line && line <= to && from !== to) || (to <= line && line < from)
