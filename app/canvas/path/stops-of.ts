// Where each blocker stands, and what its flag says.
import { shownOn, type Answer, type Blocker, type Design } from '../../library.ts'
import type { Point } from '../../store/index.ts'
import { isAlike } from '../../trace/told-once.ts'
import { borderAbove } from './border-above.ts'
import type { StopDraft } from './place-flags.ts'
import type { Boxes } from './plan-types.ts'
import { spottedAt } from './spotted-at.ts'
import { leaves, type Spot, type Way } from './way.ts'
import { blockerWords } from './words.ts'

export function stopsOf(ways: readonly Way[], answer: Answer, design: Design, boxes: Boxes): StopDraft[] {
  const found: StopDraft[] = []
  for (const way of ways)
    for (const blocker of answer.blockers) {
      if (blocker.direction !== way.direction) continue
      const spotted = spottedAt(way, blocker, design)
      const at = spotted && pointOf(spotted.spot, way, blocker, design, boxes)
      if (!at) continue
      // What is stopped where something else is already has a flag of its own at the same octagon.
      const same = found.find((stop) => Math.hypot(stop.at.x - at.x, stop.at.y - at.y) < 24)
      // What stops the reply as it stopped the request, such as a machine that is off, is told once.
      if (same && answer.blockers.some((other) => other !== blocker && isAlike(other, blocker))) continue
      found.push({
        at: same?.at ?? at,
        words: blockerWords(blocker, design),
        side:
          spotted.spot.on === 'border' && !leaves(spotted.hop) && way.direction === 'request'
            ? 'left'
            : 'right',
        container: spotted.spot.id,
        first: same === undefined,
        unknown: blocker.disposition === 'not-modelled',
        index: spotted.hop.number - 1,
      })
    }
  return found
}

/** On the border it closes; for a card, where the path would leave it or has come to it. */
function pointOf(spot: Spot, way: Way, blocker: Blocker, design: Design, boxes: Boxes): Point | null {
  if (spot.on === 'border') return spot.point
  if (spot.on === 'card') {
    const first = spot.stop === 0
    const line = way.segments[first ? 0 : spot.stop - 1]
    if (line) return (first ? line[0] : line.at(-1)) ?? null
  }
  const card = boxes.get(way.stops.at(-1) ?? '')
  const at = boxes.get(blocker.at.resource)
  if (card && shownOn(design, blocker.at.resource) !== 'container' && at)
    return { x: at.x + at.width, y: at.y + at.height / 2 }
  return card ? borderAbove(card, design.resources[way.stops.at(-1) ?? '']?.parent ?? null, boxes) : null
}
