// Lines of horizontal and vertical runs: their length, parts of them, and how they are drawn with round corners.
import type { Point } from '../../store/camera.ts'

export type Polyline = readonly Point[]

const corner = 6

export function lengthOf(line: Polyline): number {
  return line.slice(1).reduce((total, point, i) => total + distance(line[i] ?? point, point), 0)
}

/** How far along the line a point on it lies; null where it lies beside it. */
export function distanceAlong(line: Polyline, at: Point): number | null {
  let before = 0
  for (const [i, end] of line.entries()) {
    const start = line[i - 1]
    if (!start) continue
    const run = distance(start, end)
    const off = distance(start, at) + distance(at, end) - run
    if (off < 0.75) return before + distance(start, at)
    before += run
  }
  return null
}

/** From one distance along the line to another. */
export function part(line: Polyline, from: number, to: number): Polyline {
  const out: Point[] = []
  let before = 0
  for (const [i, end] of line.entries()) {
    const start = line[i - 1]
    if (!start) continue
    const run = distance(start, end)
    const after = before + run
    if (after > from && before < to && run > 0) {
      if (out.length === 0) out.push(between(start, end, Math.max(0, from - before) / run))
      out.push(between(start, end, Math.min(run, to - before) / run))
    }
    before = after
  }
  return out
}

/** The `d` of an SVG path. */
export function rounded(line: Polyline): string {
  return line
    .map((point, i) => {
      const [before, after] = [line[i - 1], line[i + 1]]
      if (!before) return `M${at(point)}`
      if (!after) return `L${at(point)}`
      const radius = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2)
      return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`
    })
    .join('')
}

/** Where a line ends and in which direction it goes there, in degrees clockwise from the right; null for no line. */
export function endOf(line: Polyline): { readonly tip: Point; readonly angle: number } | null {
  const tip = line.at(-1)
  const from = line.at(-2)
  if (!tip || !from) return null
  return { tip, angle: (Math.atan2(tip.y - from.y, tip.x - from.x) * 180) / Math.PI }
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  return length === 0 ? from : between(from, to, by / length)
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

const at = ({ x, y }: Point): string => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
