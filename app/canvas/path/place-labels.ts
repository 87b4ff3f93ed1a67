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
type Placed = Place & Pick<Mark, 'label' | 'whole'>

/** Between the rows of labels at one crossing. */
const row = 16
const letter = 6.6
const weight = { outside: 4, label: 3, line: 2, covered: 1, distance: 2 }

export function placeLabels(drafts: readonly Draft[], ground: Ground): Mark[] {
  const numbers = drafts.filter(({ border }) => border === null).map(({ mark }) => rectOf(mark, ''))
  const lines = ground.lines.flatMap((line) => line.slice(1).map((end, i) => runBetween(line[i] ?? end, end)))
  const placed = new Map<Draft, Placed>()
  const cost = (draft: Draft, place: Placed) => {
    const rect = rectOf(place, place.label)
    const frame = draft.border && ground.frameOf(draft.border)
    const others = [...placed.values()].map((at) => rectOf(at, at.label))
    return (
      (frame ? (rect.width * rect.height - shared(rect, frame)) * weight.outside : 0) +
      overlap(rect, [...others, ...numbers]) * weight.label +
      overlap(rect, lines) * weight.line +
      overlap(rect, ground.covered) * weight.covered +
      (draft.border ? farther(place, draft.border) * weight.distance : 0)
    )
  }
  const best = (draft: Draft, label: string, beside: readonly Box[]) =>
    (draft.border ? placesFor({ ...draft.mark, label }, draft.border, beside) : [])
      .map((place) => ({ ...place, label }))
      .map((place) => ({ place, cost: cost(draft, place) }))
      .toSorted((a, b) => a.cost - b.cost)[0]?.place
  const waiting: Draft[] = []
  // What can stand where it is looked for does; the rest goes around it.
  for (const draft of drafts) {
    const [first] = draft.border ? placesFor(draft.mark, draft.border, []) : []
    const place = first && { ...first, label: draft.mark.label }
    if (place && cost(draft, place) < 1) placed.set(draft, place)
    else if (place) waiting.push(draft)
  }
  for (const draft of waiting) {
    const { label } = draft.mark
    const beside = [...placed.values()].map((at) => rectOf(at, at.label))
    const covers = (place: Placed) => overlap(rectOf(place, place.label), ground.covered) > 0
    const whole = best(draft, label, beside)
    if (!whole) continue
    const shorter = covers(whole)
      ? shortened(label)
          .flatMap((part) => best(draft, part, beside) ?? [])
          .find((place) => !covers(place))
      : undefined
    placed.set(draft, shorter ? { ...shorter, whole: label } : whole)
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

/** The name of the table gives way, letter by letter; numbers and addresses are exact or not there. */
function shortened(label: string): readonly string[] {
  const [name = '', ...rest] = label.split(' ')
  const lengths = Array.from({ length: Math.max(0, name.length - 4) }, (_, i) => name.length - 2 - i)
  return lengths.map((length) => [`${name.slice(0, length)}…`, ...rest].join(' '))
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
