// The way of one direction on the canvas: which cards it stops at, and where along its lines each hop lies.
import { routePaths, type Box, type Crossing, type Design, type ResourceId } from '../../library.ts'
import type { ListedHop, Point } from '../../store/index.ts'
import { shownAs } from '../shown-as.ts'
import { distanceAlong, lengthOf, type Polyline } from './polyline.ts'

/** Where a hop is on the canvas. */
export type Spot =
  /** On a card, or a gateway. */
  | { readonly on: 'card'; readonly id: ResourceId; readonly stop: number }
  /** At the border of a container that the path crosses. */
  | {
      readonly on: 'border'
      readonly id: ResourceId
      readonly side: Crossing['side']
      readonly point: Point
      readonly segment: number
    }
  /** Nowhere in particular: in a container whose border the path does not cross. */
  | { readonly on: 'nothing'; readonly id: ResourceId | null }

export interface Way {
  readonly direction: ListedHop['direction']
  readonly stops: readonly ResourceId[]
  /** From stop to stop, in the direction of travel. */
  readonly segments: readonly Polyline[]
  readonly spots: readonly { readonly hop: ListedHop; readonly spot: Spot }[]
  crossing(container: ResourceId, leaving: boolean, segment: number): Spot | null
}

/** `start`: where it sets out, when its first hop is further on: a reply's first hop is the one after the destination. */
export function wayOf(
  design: Design,
  boxes: ReadonlyMap<ResourceId, Box>,
  hops: readonly ListedHop[],
  isCard: (id: ResourceId) => boolean,
  start: ResourceId | undefined,
): Way {
  const direction = hops[0]?.direction ?? 'request'
  const drawn = hops.map((listed) => shownAs(design, listed.hop.at.resource))
  const stops: ResourceId[] = start === undefined ? [] : [start]
  // The index of the stop that a hop is at, or that it comes after.
  const after = drawn.map((id) => {
    if (id !== null && isCard(id) && stops.at(-1) !== id) stops.push(id)
    return stops.length - 1
  })
  const reply = direction === 'reply'
  // Routed as the request goes, so that both directions lie beside each other where they take the same way.
  const paths = routePaths(design, reply ? stops.toReversed() : stops, { boxes })
  const segments = paths.segments.map((segment) => (reply ? segment.reply.points : segment.request.points))
  const inOrder = reply ? segments.toReversed() : segments
  const crossing = (container: ResourceId, leaving: boolean, segment: number): Spot | null => {
    const index = reply ? inOrder.length - 1 - segment : segment
    // What the reply enters is what a request on that way leaves.
    const wanted = leaving !== reply ? 'out' : 'in'
    const found = paths.crossings.find(
      (each) => each.container === container && each.segment === index && each.direction === wanted,
    )
    if (!found) return null
    const point = reply ? found.reply : { x: found.x, y: found.y }
    return { on: 'border', id: container, side: found.side, point, segment }
  }
  const spots = hops.map((hop, i): { hop: ListedHop; spot: Spot } => {
    const id = drawn[i] ?? null
    const stop = after[i] ?? -1
    if (id !== null && isCard(id)) return { hop, spot: { on: 'card', id, stop } }
    const spot = id === null ? null : (crossing(id, leaves(hop), stop) ?? crossing(id, !leaves(hop), stop))
    return { hop, spot: spot ?? { on: 'nothing', id } }
  })
  return { direction, stops, segments: inOrder, spots, crossing }
}

/** Whether the hop is on its way out of the container it is at: what filters it is outbound, or it is routed there. */
export function leaves({ hop }: ListedHop): boolean {
  const filter = hop.steps.find((step) => step.kind === 'filter')
  if (filter?.kind === 'filter') return filter.direction === 'outbound'
  return hop.steps.some((step) => step.kind === 'route') || hop.steps.some((step) => step.kind === 'end')
}

/** How far along all segments a spot lies; a card's distance is where the path leaves it (or ends at it). */
export function along(way: Way, spot: Spot): number | null {
  const before = (segment: number) =>
    way.segments.slice(0, segment).reduce((total, line) => total + lengthOf(line), 0)
  if (spot.on === 'card') return before(spot.stop)
  if (spot.on === 'nothing') return null
  const line = way.segments[spot.segment]
  const inside = line ? distanceAlong(line, spot.point) : null
  return inside === null ? null : before(spot.segment) + inside
}
