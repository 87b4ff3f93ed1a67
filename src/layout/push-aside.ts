// What stood beneath or at the right of a box that has grown makes room, and keeps the distance it had (20 px at most).
import type { Box } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { bottom, right, shifted } from './boxes.ts'
import type { Drawing } from './drawing.ts'
import { gutter } from './metrics.ts'

export function pushAside(drawing: Drawing, layout: Record<ResourceId, Box>, id: ResourceId, old: Box): void {
  const siblings = drawing.inside(drawing.around(id)?.id ?? null, 'container', 'card', 'between').map((sibling) => sibling.id)
  const moved = new Set([id])
  const queue: (readonly [ResourceId, Box])[] = [[id, old]]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [pusher, from] = next
    const to = layout[pusher]
    if (!to) continue
    for (const sibling of siblings) {
      const box = layout[sibling]
      if (!box || moved.has(sibling)) continue
      const by = room(from, to, box)
      if (by.x === 0 && by.y === 0) continue
      moved.add(sibling)
      layout[sibling] = shifted(box, by.x, by.y)
      queue.push([sibling, box])
    }
  }
}

/** How far a box must move so that one that went from `from` to `to` does not come too close to it. */
function room(from: Box, to: Box, box: Box): { readonly x: number; readonly y: number } {
  const besideNow = box.y < bottom(to) && to.y < bottom(box)
  const beneathNow = box.x < right(to) && to.x < right(box)
  const x = besideNow && box.x >= right(from) ? right(to) + Math.min(gutter, box.x - right(from)) - box.x : 0
  const y = beneathNow && box.y >= bottom(from) ? bottom(to) + Math.min(gutter, box.y - bottom(from)) - box.y : 0
  // A box that stands beneath and at the right is in nobody's way until one of the two has happened.
  if (x > 0 && y > 0) return x <= y ? { x, y: 0 } : { x: 0, y }
  return { x: Math.max(0, x), y: Math.max(0, y) }
}
