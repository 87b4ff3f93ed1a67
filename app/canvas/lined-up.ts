// Where things go that are dragged together: as one block, which lines up with what stands around it.
import { boxAround, shownOn, snap, type Box, type Design, type Guide, type ResourceId } from '../library.ts'
import type { Point } from '../store/camera.ts'
import { aroundOf } from './around.ts'
import { boxesOf } from './hit.ts'

interface LinedUp {
  readonly boxes: readonly (readonly [ResourceId, Point])[]
  readonly guides: readonly Guide[]
}

/** `positions` are relative to each one's container. `beside`: the container it is held over, if that is another one. */
export function linedUp(
  design: Design,
  positions: readonly (readonly [ResourceId, Point])[],
  reach: number,
  beside: ResourceId | null | undefined,
): LinedUp {
  const held = new Set(positions.map(([id]) => id))
  const boxes = boxesOf(design)
  const now = positions.flatMap(([id, { x, y }]): Box[] => {
    const [own, box] = [design.layout[id], boxes.get(id)]
    return own && box ? [{ ...box, x: box.x - own.x + x, y: box.y - own.y + y }] : []
  })
  const first = positions[0]?.[0]
  // A gateway slides along its border, and only lines up where it may go.
  const onBorder = positions.some(([id]) => shownOn(design, id).startsWith('border'))
  const home = beside === undefined && first !== undefined ? aroundOf(design, first) : (beside ?? null)
  const around = Object.keys(design.layout).flatMap((id) => {
    const box = boxes.get(id)
    const apart = held.has(id) || shownOn(design, id).startsWith('border') || aroundOf(design, id) !== home
    return apart || !box ? [] : [box]
  })
  const block = boxAround(now)
  const found = reach > 0 && block && !onBorder ? snap(block, around, reach) : { x: 0, y: 0, guides: [] }
  return {
    boxes: positions.map(([id, { x, y }]) => [
      id,
      { x: Math.round(x + found.x), y: Math.round(y + found.y) },
    ]),
    guides: found.guides,
  }
}
