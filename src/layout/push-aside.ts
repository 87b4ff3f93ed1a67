// What stood at the right of, or beneath, a box that has grown makes room, and keeps the distance it had (20 px at most).
import type { Box } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type { Drawing } from './drawing.ts'
import { gutter } from './metrics.ts'

type Axis = {
  readonly start: 'x' | 'y'
  readonly size: 'width' | 'height'
  readonly across: 'x' | 'y'
  readonly breadth: 'width' | 'height'
}

const rightwards: Axis = { start: 'x', size: 'width', across: 'y', breadth: 'height' }
const downwards: Axis = { start: 'y', size: 'height', across: 'x', breadth: 'width' }

/** `old` is the box before it grew; `layout` holds it as it is now. */
export function pushAside(drawing: Drawing, layout: Record<ResourceId, Box>, id: ResourceId, old: Box): void {
  const siblings = drawing.inside(drawing.around(id)?.id ?? null, 'container', 'card', 'between')
  const ids = siblings.map((sibling) => sibling.id).filter((sibling) => sibling !== id && layout[sibling])
  for (const axis of [rightwards, downwards]) push(layout, id, old, ids, axis)
}

/** In the order in which they stand, so that each is moved once, by everything before it that has moved. */
function push(
  layout: Record<ResourceId, Box>,
  id: ResourceId,
  old: Box,
  siblings: readonly ResourceId[],
  axis: Axis,
): void {
  const pushers: (readonly [from: Box, to: Box])[] = [[old, layout[id] as Box]]
  const inOrder = siblings.toSorted((a, b) => (layout[a] as Box)[axis.start] - (layout[b] as Box)[axis.start])
  for (const sibling of inOrder) {
    const box = layout[sibling] as Box
    const start = Math.max(box[axis.start], ...pushers.map(([from, to]) => least(from, to, box, axis)))
    if (start === box[axis.start]) continue
    const moved = { ...box, [axis.start]: start }
    layout[sibling] = moved
    pushers.push([box, moved])
  }
}

/** Where a box may start at the earliest, for one that went from `from` to `to`. */
function least(from: Box, to: Box, box: Box, { start, size, across, breadth }: Axis): number {
  const gap = box[start] - (from[start] + from[size])
  const inLine = box[across] < to[across] + to[breadth] && to[across] < box[across] + box[breadth]
  return gap >= 0 && inLine ? to[start] + to[size] + Math.min(gutter, gap) : -Infinity
}
