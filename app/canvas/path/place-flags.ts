// A flag stands beside its octagon where it covers least: no card, no name, no other flag, and inside the VPC.
import type { Box } from '../../library.ts'
import type { Point } from '../../store/index.ts'
import { overlap, shared } from '../covered.ts'
import type { Stop } from './plan-types.ts'
import type { Ground } from './place-labels.ts'

export interface StopDraft extends Omit<Stop, 'flag'> {
  /** The container whose border it closes, or around the card it stands on. */
  readonly container: string | null
  /** What is stopped on its way in says so at the left. */
  readonly side: 'left' | 'right'
}

const height = 22
const step = 25
const beside = 18
const letter = 6.7
const weight = { outside: 4, other: 3, covered: 1, distance: 10 }

export function placeFlags(drafts: readonly StopDraft[], ground: Ground): Stop[] {
  const octagons = drafts.map(({ at }): Box => ({ x: at.x - 12, y: at.y - 12, width: 24, height: 24 }))
  const flags: Box[] = []
  return drafts.map(({ container, side, ...stop }) => {
    const frame = ground.frameOf({ id: container })
    const cost = (rect: Box) =>
      (frame ? (rect.width * rect.height - shared(rect, frame)) * weight.outside : 0) +
      overlap(rect, [...flags, ...octagons]) * weight.other +
      overlap(rect, ground.covered) * weight.covered +
      // Farther away it would seem to belong to another octagon.
      Math.max(0, Math.abs(rect.y + height / 2 - stop.at.y) - 11) * weight.distance
    const places = placesFor(stop, side)
    const [best] = places
      .map((rect) => ({ rect, cost: cost(rect) }))
      .toSorted((a, b) => Math.round(a.cost - b.cost))
    const { rect } = best ?? { rect: { x: 0, y: 0, width: 0, height } }
    flags.push(rect)
    return { ...stop, flag: { ...rect, x: rect.x - stop.at.x, y: rect.y - stop.at.y } }
  })
}

/** Best first: close to the border on the side asked for, then on the other, then farther up and down. */
function placesFor({ at, words }: { at: Point; words: string }, side: 'left' | 'right'): Box[] {
  const width = words.length * letter + 16
  const place = (on: 'left' | 'right', dy: number): Box => ({
    x: on === 'right' ? at.x + beside : at.x - beside - width,
    y: at.y + dy,
    width,
    height,
  })
  const other = side === 'right' ? 'left' : 'right'
  const rows = side === 'right' ? [-21, -1, -11] : [-11, -21, -1]
  return [...rows, -21 - step, -1 + step, -21 - 2 * step, -1 + 2 * step].flatMap((dy) => [
    place(side, dy),
    place(other, dy),
  ])
}
