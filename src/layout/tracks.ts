// The lines along which a path may run, and what running along them costs. Written once for both directions:
// `along` is the coordinate that changes on the line, `across` the one that does not.
import type { Box } from '../design/design.ts'
import type { Point } from './lanes.ts'
import type { Surroundings } from './surroundings.ts'

export interface Track {
  readonly across: number
  /** Cost of going from one place on it to another, either way. */
  cost(from: number, to: number): number
}

export type Run = readonly [from: Point, to: Point]

type Span = readonly [from: number, to: number]

/** So far two lanes keep from what is in the way. */
export const clearance = 5

/** And so far from what is written. */
const besideName = 7

const through = 10_000
const foreign = 400
/** Out through the top or bottom rather than the side, and never in and out again. */
const crosses = { upright: 15, sideways: 40 }
/** A name is read; to get past it a path goes around beneath the cards. */
const coversName = 900
const alongBorder = 3
const inHead = 8
const sharedWithEarlier = 4

/** `used`: what earlier legs of the same path run along already. */
export function trackAt(
  across: number,
  vertical: boolean,
  around: Surroundings,
  used: readonly Run[],
): Track {
  const walls: Span[] = []
  const costs: { readonly span: Span; readonly each: number }[] = []
  const points: { readonly at: number; readonly cost: number }[] = []
  // The stops are in the way as well; their ports all pay the same for it.
  for (const box of [...around.obstacles, around.from, around.to]) {
    const { side, run } = spans(box, vertical)
    if (across > side[0] - clearance && across < side[1] + clearance) {
      walls.push([run[0] - clearance, run[1] + clearance])
    }
  }
  for (const { box, mustCross, names, band } of around.containers) {
    const { side, run } = spans(box, vertical)
    if (across > side[0] && across < side[1]) {
      const named =
        vertical && names.some(([from, to]) => across > from - besideName && across < to + besideName)
      const cost = mustCross ? crosses[vertical ? 'upright' : 'sideways'] : foreign
      points.push({ at: run[0], cost: cost + (named ? coversName : 0) }, { at: run[1], cost })
    }
    for (const border of side) if (Math.abs(across - border) < 6) costs.push({ span: run, each: alongBorder })
    if (!vertical && across > box.y && across < box.y + band) costs.push({ span: run, each: inHead })
  }
  for (const [a, b] of used) {
    const [sideA, sideB] = vertical ? [a.x, b.x] : [a.y, b.y]
    const [runA, runB] = vertical ? [a.y, b.y] : [a.x, b.x]
    if (sideA === sideB && Math.abs(sideA - across) < 16)
      costs.push({ span: [Math.min(runA, runB), Math.max(runA, runB)], each: sharedWithEarlier })
  }
  return {
    across,
    cost(from, to) {
      const [low, high] = from < to ? [from, to] : [to, from]
      let total = high - low
      for (const { span, each } of costs) {
        const shared = Math.min(high, span[1]) - Math.max(low, span[0])
        if (shared > 0) total += shared * each
      }
      for (const [start, end] of walls) if (start < high && low < end) total += through
      // Half open, so that a border upon a corner of the grid counts once.
      for (const { at, cost } of points) if (at > low && at <= high) total += cost
      return total
    },
  }
}

function spans(box: Box, vertical: boolean): { readonly side: Span; readonly run: Span } {
  const x: Span = [box.x, box.x + box.width]
  const y: Span = [box.y, box.y + box.height]
  return vertical ? { side: x, run: y } : { side: y, run: x }
}

/** The coordinates of the lines: the middles of gutters beside every guide, and the middles of the stops. */
export function trackLines(around: Surroundings): {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
} {
  const xs: number[] = []
  const ys: number[] = []
  for (const { box, gap, above } of around.guides) {
    xs.push(box.x - gap.x, box.x + box.width + gap.x)
    ys.push(box.y - above, box.y + box.height + gap.y)
    // Inside a container's border, where its cards keep away from it.
    if (gap.y !== gap.x) ys.push(box.y + box.height - 6)
  }
  // Beside the text of a head that has to be crossed.
  for (const { mustCross, names } of around.containers)
    if (mustCross) for (const [from, to] of names) xs.push(from - besideName - 4, to + besideName + 4)
  for (const { x, y, width, height } of [around.from, around.to]) {
    xs.push(x + width / 2, x - 10, x + width + 10)
    ys.push(portHeight({ x, y, width, height }), y - 10, y + height + 10)
  }
  return { xs: distinct(xs), ys: distinct(ys) }
}

/** The height at which a path leaves by a side: beneath the badges of a card, in the middle of what is low. */
export function portHeight({ y, height }: Box): number {
  return y + Math.round(height > 60 ? height * 0.62 : height / 2)
}

/** Lines less than 2 px apart are one. */
function distinct(values: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = kept.at(-1)
    if (last === undefined || value - last >= 2) kept.push(value)
  }
  return kept
}
