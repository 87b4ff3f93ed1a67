// What stood beside, above or beneath a box that has grown makes room, and keeps the distance it had (20 px at most).
import type { Box } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type { Drawing } from './drawing.ts'
import { gutter } from './metrics.ts'

type Axis = {
  readonly start: 'x' | 'y'
  readonly size: 'width' | 'height'
  readonly across: 'x' | 'y'
  readonly breadth: 'width' | 'height'
  readonly sign: 1 | -1
}

const rightwards: Axis = { start: 'x', size: 'width', across: 'y', breadth: 'height', sign: 1 }
const downwards: Axis = { start: 'y', size: 'height', across: 'x', breadth: 'width', sign: 1 }
const leftwards: Axis = { ...rightwards, sign: -1 }
const upwards: Axis = { ...downwards, sign: -1 }

/** Both edges of a box, measured in the direction of the axis. */
const near = (box: Box, { start, size, sign }: Axis) => (sign === 1 ? box[start] : -box[start] - box[size])
const far = (box: Box, { start, size, sign }: Axis) => (sign === 1 ? box[start] + box[size] : -box[start])

/** `old` is the box before it grew; `layout` holds it as it is now. */
export function pushAside(drawing: Drawing, layout: Record<ResourceId, Box>, id: ResourceId, old: Box): void {
  const siblings = drawing.inside(drawing.around(id)?.id ?? null, 'container', 'card', 'between')
  const ids = siblings.map((sibling) => sibling.id).filter((sibling) => sibling !== id && layout[sibling])
  for (const axis of [rightwards, downwards, leftwards, upwards]) push(layout, id, old, ids, axis)
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
  const inOrder = siblings.toSorted((a, b) => near(layout[a] as Box, axis) - near(layout[b] as Box, axis))
  for (const sibling of inOrder) {
    const box = layout[sibling] as Box
    const at = near(box, axis)
    const by = Math.max(at, ...pushers.map(([from, to]) => least(from, to, box, axis))) - at
    if (by === 0) continue
    const moved = { ...box, [axis.start]: box[axis.start] + axis.sign * by }
    layout[sibling] = moved
    pushers.push([box, moved])
  }
}

/** Where a box may start at the earliest, for one that went from `from` to `to`. */
function least(from: Box, to: Box, box: Box, axis: Axis): number {
  const { across, breadth } = axis
  const gap = near(box, axis) - far(from, axis)
  const inLine = box[across] < to[across] + to[breadth] && to[across] < box[across] + box[breadth]
  return gap >= 0 && inLine ? far(to, axis) + Math.min(gutter, gap) : -Infinity
}
