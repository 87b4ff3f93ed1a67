import type { ListedHop } from '../../store/index.ts'
import { lengthOf, part, type Polyline } from './polyline.ts'
import { along, type Way } from './way.ts'

/** The piece of line that leads to a hop from the one before; empty where there is none. */
export function legTo(ways: readonly Way[], hop: ListedHop): Polyline {
  const way = ways.find(({ direction }) => direction === hop.direction)
  if (!way || hop.beyond) return []
  const at = way.spots.findIndex((each) => each.hop === hop)
  const spot = way.spots[at]?.spot
  const to = spot && along(way, spot)
  if (to === null || to === undefined) return []
  let from = 0
  for (const { spot: earlier } of way.spots.slice(0, at)) from = along(way, earlier) ?? from
  return to - from < 1 ? [] : stretch(way, from, to)
}

/** Part of all segments; the gaps where cards stand have no length, as the dot passes beneath the card. */
function stretch(way: Way, from: number, to: number): Polyline {
  let before = 0
  return way.segments.flatMap((line) => {
    const length = lengthOf(line)
    const piece =
      before < to && before + length > from
        ? part(line, Math.max(0, from - before), Math.min(length, to - before))
        : []
    before += length
    return piece
  })
}
