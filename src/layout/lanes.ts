// From the middle line of a path to the lines that are drawn: request and reply, 8 px apart, with round corners.

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Line {
  /** Corners, in the direction of travel. */
  readonly points: readonly Point[]
  /** The same as the `d` of an SVG path, its corners rounded. */
  readonly d: string
  /** Of the line with sharp corners, in pixels. */
  readonly length: number
}

export const lane = 8
const corner = 6

/** A line parallel to another: to the left of its direction where `by` is positive. All corners are right angles. */
export function beside(points: readonly Point[], by: number): readonly Point[] {
  const normals = points.slice(1).map((to, i) => {
    const from = points[i] as Point
    return { x: Math.sign(to.y - from.y), y: -Math.sign(to.x - from.x) }
  })
  return points.map((point, i) => {
    const [before, after] = [normals[i - 1], normals[i]]
    // On a straight run both normals are the same and count once.
    const straight = before && after && before.x === after.x && before.y === after.y
    const x = straight ? before.x : (before?.x ?? 0) + (after?.x ?? 0)
    const y = straight ? before.y : (before?.y ?? 0) + (after?.y ?? 0)
    return { x: point.x + x * by, y: point.y + y * by }
  })
}

export function lineOf(points: readonly Point[]): Line {
  const length = points.slice(1).reduce((total, point, i) => total + distance(points[i] as Point, point), 0)
  return { points, d: rounded(points), length }
}

/** Several lines as one, with a gap where each stop stands. */
export function joined(lines: readonly Line[]): Line {
  return {
    points: lines.flatMap((line) => line.points),
    d: lines.map((line) => line.d).join(' '),
    length: lines.reduce((total, line) => total + line.length, 0),
  }
}

/** Leaves out points that a straight line passes through anyway. */
export function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (before && point.x === before.x && point.y === before.y) return false
    if (!before || !after) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}

function rounded(points: readonly Point[]): string {
  const parts = points.map((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before) return `M${at(point)}`
    if (!after) return `L${at(point)}`
    const radius = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2)
    return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`
  })
  return parts.join('')
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

const round = (value: number): number => Math.round(value * 100) / 100
