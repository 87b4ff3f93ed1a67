// The way from one stop to the next: the cheapest walk over a sparse grid of gutter lines, few corners, around what is in the way.
import type { Box } from '../design/design.ts'
import { corners, type Point } from './lanes.ts'
import { cheapest, type Grid, type Port } from './search.ts'
import type { Surroundings } from './surroundings.ts'
import { clearance, portHeight, trackAt, trackLines, type Run, type Track } from './tracks.ts'

/** A path leaves a card by its side; what is low and wide, such as a gateway, it leaves where it likes. */
const leavesUpright = 70
/** More than a pixel of way: a path is not to cut the corner at a gateway. */
const offCentre = 1.1
/** At the side of a gateway runs the border that it straddles. */
const alongside = 60
const fromCorner = 14
/** An arrowhead needs this much of a straight run. */
const headroom = { length: 10, cost: 90 }

/** Where a path goes on from a card, its sides are left for that, rather than for coming in. */
const passing = 200

/** The middle line between two stops, from border to border. `goesOn`: the second one is not the last. */
export function routeLeg(around: Surroundings, used: readonly Run[], goesOn = false): readonly Point[] {
  const { xs, ys } = trackLines(around)
  const aside = (stop: Box) => (around.containers.some(({ box }) => straddles(stop, box)) ? alongside : 0)
  const columns = xs.map((x) => trackAt(x, true, around, used))
  const rows = ys.map((y) => trackAt(y, false, around, used))
  const grid: Grid = { xs, ys, columns, rows }
  const starts = portsOf(around.from, grid, around.from.height > 60 ? leavesUpright : 0, aside(around.from))
  const kept = goesOn && around.to.height > 60 ? passing : 0
  const ends = portsOf(around.to, grid, 0, aside(around.to) + kept)
  const found = cheapest(grid, starts, ends, (at) => distanceTo(around.to, at))
  return corners(found ?? straight(around.from, around.to))
}

/** Whether it stands on the upper or lower border of the other. */
const straddles = (gateway: Box, { x, y, width, height }: Box): boolean =>
  gateway.x >= x &&
  gateway.x + gateway.width <= x + width &&
  [y, y + height].some((border) => border > gateway.y && border < gateway.y + gateway.height)

function portsOf(
  box: Box,
  { xs, ys, columns, rows }: Grid,
  upright: number,
  sideways: number,
): readonly Port[] {
  const ports: Port[] = []
  const middle = box.x + box.width / 2
  const height = portHeight(box)
  xs.forEach((x, column) => {
    if (x < box.x + fromCorner || x > box.x + box.width - fromCorner) return
    const above = ys.findLastIndex((y) => y <= box.y - clearance)
    const below = ys.findIndex((y) => y >= box.y + box.height + clearance)
    for (const [row, y] of [
      [above, box.y],
      [below, box.y + box.height],
    ] as const) {
      if (row < 0) continue
      const cost = stub(columns[column], y, ys[row] ?? y) + upright + Math.abs(x - middle) * offCentre
      ports.push({ at: { x, y }, column, row, vertical: true, cost })
    }
  })
  ys.forEach((y, row) => {
    if (y < box.y + fromCorner || y > box.y + box.height - fromCorner) return
    const before = xs.findLastIndex((x) => x <= box.x - clearance)
    const after = xs.findIndex((x) => x >= box.x + box.width + clearance)
    for (const [column, x] of [
      [after, box.x + box.width],
      [before, box.x],
    ] as const) {
      if (column < 0) continue
      const cost = stub(rows[row], x, xs[column] ?? x) + sideways + Math.abs(y - height) * offCentre
      ports.push({ at: { x, y }, column, row, vertical: false, cost })
    }
  })
  return ports
}

const stub = (track: Track | undefined, from: number, to: number): number =>
  (track?.cost(from, to) ?? 0) + (Math.abs(to - from) < headroom.length ? headroom.cost : 0)

function distanceTo(box: Box, { x, y }: Point): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width)
  const dy = Math.max(box.y - y, 0, y - box.y - box.height)
  // The last few pixels are the port's own cost.
  return Math.max(0, dx + dy - 2 * headroom.length)
}

/** Only where no line of the grid meets a stop, as with boxes of no size. */
function straight(from: Box, to: Box): readonly Point[] {
  const a = { x: from.x + from.width / 2, y: from.y + from.height / 2 }
  const b = { x: to.x + to.width / 2, y: to.y + to.height / 2 }
  return [a, { x: b.x, y: a.y }, b]
}
