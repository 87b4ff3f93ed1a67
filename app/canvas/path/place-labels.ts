// Rules are written beside crossings where they cover nothing: no card, no name, no line, no other rule, and inside the VPC.
import type { Box, ResourceId } from '../../library.ts'
import type { Point } from '../../store/index.ts'
import { overlap, shared } from '../covered.ts'
import type { Mark } from './plan-types.ts'
import type { Polyline } from './polyline.ts'
import type { Spot } from './way.ts'

type Border = Extract<Spot, { on: 'border' }>

/** A mark, and the border it stands beside if it does. */
export interface Draft {
  readonly mark: Mark
  readonly border: Border | null
}

export interface Ground {
  /** Cards, and what is written in heads. */
  readonly covered: readonly Box[]
  readonly lines: readonly Polyline[]
  /** What stands beside the border of this container is to stay in the frame. */
  frameOf(border: { readonly id: ResourceId | null }): Box | null
}

type Place = Pick<Mark, 'at' | 'side'>

/** Between the rows of labels at one crossing. */
const row = 16
const letter = 6.6
const weight = { outside: 4, label: 3, line: 2, covered: 1, distance: 2 }

export function placeLabels(drafts: readonly Draft[], ground: Ground): Mark[] {
  const numbers = drafts.filter(({ border }) => border === null).map(({ mark }) => rectOf(mark, ''))
  const lines = ground.lines.flatMap((line) => line.slice(1).map((end, i) => runBetween(line[i] ?? end, end)))
  const placed = new Map<Draft, Place>()
  const cost = (draft: Draft, place: Place) => {
    const rect = rectOf(place, draft.mark.label)
    const frame = draft.border && ground.frameOf(draft.border)
    const others = [...placed].map(([other, at]) => rectOf(at, other.mark.label))
    return (
      (frame ? (rect.width * rect.height - shared(rect, frame)) * weight.outside : 0) +
      overlap(rect, [...others, ...numbers]) * weight.label +
      overlap(rect, lines) * weight.line +
      overlap(rect, ground.covered) * weight.covered +
      (draft.border ? farther(place, draft.border) * weight.distance : 0)
    )
  }
  const waiting: Draft[] = []
  // What can stand where it is looked for does; the rest goes around it.
  for (const draft of drafts) {
    const [first] = draft.border ? placesFor(draft.mark, draft.border, []) : []
    if (first && cost(draft, first) < 1) placed.set(draft, first)
    else if (first) waiting.push(draft)
  }
  for (const draft of waiting) {
    const beside = [...placed].map(([other, at]) => rectOf(at, other.mark.label))
    const places = draft.border ? placesFor(draft.mark, draft.border, beside) : []
    const [best] = places
      .map((place) => ({ place, cost: cost(draft, place) }))
      .toSorted((a, b) => a.cost - b.cost)
    if (best) placed.set(draft, best.place)
  }
  return drafts.map((draft) => ({ ...draft.mark, ...placed.get(draft) }))
}

/** Best first: request left and reply right of upright lanes; above and beneath those that lie. */
function placesFor({ direction, label }: Mark, { point, side }: Border, others: readonly Box[]): Place[] {
  const native = direction === 'request' ? 'left' : 'right'
  const { x, y } = point
  if (side === 'top' || side === 'bottom') {
    const near = y + (side === 'top' ? -8 : 10)
    const step = side === 'top' ? -row : row
    const sign = native === 'left' ? -1 : 1
    const rows = [near, near + step, near + 2 * step, near - 2 * step]
    const sides = rows.flatMap((at): Place[] => [
      { at: { x: x + 19 * sign, y: at }, side: native },
      // The other lane lies on that side.
      { at: { x: x - 27 * sign, y: at }, side: native === 'left' ? 'right' : 'left' },
    ])
    const behind = others
      .filter((box) => Math.abs(box.y + box.height / 2 - near) < 12 && Math.abs(box.x - x) < 300)
      .map((box): Place => ({ at: { x: box.x + box.width + 12, y: near }, side: 'right' }))
    return [...sides.slice(0, 1), ...behind, ...sides.slice(1)]
  }
  const out = side === 'right' ? 1 : -1
  const width = rectOf({ at: point, side: 'left' }, label).width
  return [1, 2, 3].flatMap((times): Place[] => {
    const at = y + (direction === 'request' ? -row : row) * times
    const away = out > 0 ? 'right' : 'left'
    const back = out > 0 ? 'left' : 'right'
    return [
      { at: { x: x + 14 * out, y: at }, side: away },
      { at: { x: x - 14 * out, y: at }, side: back },
      { at: { x: x - (width / 2) * out, y: at }, side: away },
      // Far in, where a border around stands close outside.
      { at: { x: x - width * 0.8 * out, y: at }, side: away },
      { at: { x: x + 14 * out, y: at }, side: back },
    ]
  })
}

/** How much farther from the crossing than beside it. */
const farther = ({ at }: Place, { point }: Border) =>
  Math.max(0, Math.abs(at.x - point.x) - 30) + Math.max(0, Math.abs(at.y - point.y) - row - 1)

function rectOf({ at, side }: Place, label: string): Box {
  if (label === '') return { x: at.x - 9, y: at.y - 9, width: 18, height: 18 }
  const width = 11 + 6 + label.length * letter
  return { x: side === 'left' ? at.x - width : at.x - 8, y: at.y - 7, width: width + 8, height: 14 }
}

const runBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x) - 2,
  y: Math.min(a.y, b.y) - 2,
  width: Math.abs(a.x - b.x) + 4,
  height: Math.abs(a.y - b.y) + 4,
})
