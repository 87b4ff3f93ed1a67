// Where a box that is dragged close to lining up with others comes to line up: edges, centres, and equal gaps in a row.
import type { Box } from '../design/design.ts'

export interface Guide {
  /** `line`: edges or centres are in one line; `gap`: one of several gaps of the same width. */
  readonly sort: 'line' | 'gap'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Snap {
  /** How far to move the box from where the pointer holds it. */
  readonly x: number
  readonly y: number
  readonly guides: readonly Guide[]
}

/** One direction; the other is the same with x and y exchanged. */
interface Axis {
  readonly at: 'x' | 'y'
  readonly size: 'width' | 'height'
  readonly across: 'x' | 'y'
  readonly breadth: 'width' | 'height'
}

const horizontal: Axis = { at: 'x', size: 'width', across: 'y', breadth: 'height' }
const vertical: Axis = { at: 'y', size: 'height', across: 'x', breadth: 'width' }

/** All boxes in the same coordinates; `reach` is how near is near enough, in their units. */
export function snap(box: Box, others: readonly Box[], reach: number): Snap {
  const x = nearest(box, others, reach, horizontal)
  const y = nearest(box, others, reach, vertical)
  const snapped = { ...box, x: box.x + x, y: box.y + y }
  return {
    x,
    y,
    guides: [...guidesOf(snapped, others, horizontal), ...guidesOf(snapped, others, vertical)],
  }
}

/** The least move that lines the box up; nothing when nothing is in reach. */
function nearest(box: Box, others: readonly Box[], reach: number, axis: Axis): number {
  const lines = others.flatMap((other) => pairs(box, other, axis).map(([from, to]) => to - from))
  const gaps = rows(box, others, axis).map(({ start }) => start - box[axis.at])
  const found = [...lines, ...gaps]
    .filter((by) => Math.abs(by) <= reach)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))
  return found[0] ?? 0
}

type Stop = readonly [at: number, sort: 'start' | 'centre' | 'end']

/** Both edges, with the centre between them. */
const stops = (box: Box, { at, size }: Axis): readonly Stop[] => [
  [box[at], 'start'],
  [box[at] + box[size] / 2, 'centre'],
  [box[at] + box[size], 'end'],
]

/** What may line up: like with like, and the end of one with the start of the other, unless they would stand wall to wall. */
function pairs(box: Box, other: Box, axis: Axis): readonly (readonly [from: number, to: number])[] {
  const wall = overlap(box, other, axis)
  return stops(box, axis).flatMap(([from, sort]) =>
    stops(other, axis).flatMap(([to, theirs]) =>
      sort === theirs || (sort !== 'centre' && theirs !== 'centre' && !wall) ? [[from, to] as const] : [],
    ),
  )
}

const overlap = (a: Box, b: Box, { across, breadth }: Axis): boolean =>
  a[across] < b[across] + b[breadth] && b[across] < a[across] + a[breadth]

interface Row {
  /** Where the box would start to stand in the row with equal gaps. */
  readonly start: number
  readonly gaps: readonly (readonly [from: number, to: number])[]
}

/** Rows of three, of which the box would be the first, the middle or the last. */
function rows(box: Box, others: readonly Box[], axis: Axis): readonly Row[] {
  const { at, size } = axis
  const beside = others.filter((other) => overlap(box, other, axis)).toSorted((a, b) => a[at] - b[at])
  return beside.slice(1).flatMap((b, i): Row[] => {
    const a = beside[i] as Box
    const [endA, endB] = [a[at] + a[size], b[at] + b[size]]
    const gap = b[at] - endA
    if (gap <= 0) return []
    const after = { start: endB + gap, gaps: [[endA, b[at]] as const, [endB, endB + gap] as const] }
    const before = {
      start: a[at] - gap - box[size],
      gaps: [[a[at] - gap, a[at]] as const, [endA, b[at]] as const],
    }
    const half = (gap - box[size]) / 2
    if (half < 0) return [after, before]
    const start = endA + half
    return [after, before, { start, gaps: [[endA, start] as const, [start + box[size], b[at]] as const] }]
  })
}

/** Half a pixel apart is in line: centres of even and odd widths are never nearer. */
const inLine = (a: number, b: number) => Math.abs(a - b) < 0.51

function guidesOf(box: Box, others: readonly Box[], axis: Axis): readonly Guide[] {
  const { across, breadth } = axis
  const found = stops(box, axis).flatMap(([at, sort]) => {
    const touched = others.filter((other) =>
      pairs(box, other, axis).some(([from, to]) => from === at && inLine(from, to)),
    )
    return touched.length === 0 ? [] : [{ at, sort, touched }]
  })
  // Boxes of one size that stand in line do so thrice; the edges say it.
  const shown = found.length === 3 ? found.filter(({ sort }) => sort !== 'centre') : found
  const lines = shown.map(({ at, touched }) => {
    const all = [box, ...touched]
    const from = Math.min(...all.map((each) => each[across]))
    const to = Math.max(...all.map((each) => each[across] + each[breadth]))
    return { sort: 'line' as const, ...along(axis, at, at, from, to) }
  })
  const row = rows(box, others, axis).find(({ start }) => inLine(start, box[axis.at]))
  const level = box[across] + box[breadth] / 2
  const gaps = (row?.gaps ?? []).map(([from, to]) => ({
    sort: 'gap' as const,
    ...along(axis, from, to, level, level),
  }))
  return [...lines, ...gaps]
}

const along = ({ at }: Axis, a1: number, a2: number, b1: number, b2: number) =>
  at === 'x' ? { x1: a1, x2: a2, y1: b1, y2: b2 } : { x1: b1, x2: b2, y1: a1, y2: a2 }
