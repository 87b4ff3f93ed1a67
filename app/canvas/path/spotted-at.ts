// Where on its way a blocker stands.
import type { Blocker, Design } from '../../library.ts'
import type { Way } from './way.ts'

/** What a card sends out is judged at the border of its subnet. */
export function spottedAt(way: Way, blocker: Blocker, design: Design): Way['spots'][number] | undefined {
  const found = way.spots.find(({ hop }) => hop.index === blocker.hop)
  if (found?.spot.on !== 'card' || design.resources[blocker.cause.resource]?.kind !== 'network-acl')
    return found
  const subnet = design.resources[found.spot.id]?.parent
  const crossed = subnet ? way.crossing(subnet, true, found.spot.stop) : null
  return crossed ? { ...found, spot: crossed } : found
}
