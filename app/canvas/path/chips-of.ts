import type { ListedHop } from '../../store/index.ts'
import { changedParts } from '../../trace/words.ts'
import type { Boxes, Chip } from './plan-types.ts'
import type { Way } from './way.ts'

/** What a gateway changed in the header, beside it; a card in a subnet has no room and shows its new address itself. */
export function chipsOf(way: Way, boxes: Boxes, hops: readonly ListedHop[]): Chip[] {
  return way.spots.flatMap(({ hop, spot }) => {
    const box = spot.on === 'card' ? boxes.get(spot.id) : undefined
    if (!box || box.height > 60 || hop.beyond || spot.on !== 'card') return []
    const changes = hop.hop.steps.flatMap((step) =>
      step.kind === 'translate' ? changedParts(step.before, step.after) : [],
    )
    return changes.map(({ what, from, to }, i) => ({
      index: hops.indexOf(hop),
      direction: way.direction,
      what,
      from,
      to,
      at: { x: box.x + box.width + 14, y: box.y + (way.direction === 'request' ? -4 : 26) + i * 24 },
    }))
  })
}
