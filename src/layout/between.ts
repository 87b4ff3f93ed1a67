// Peering connections and the like: drawn between the two containers that they join.
import type { Box, Design } from '../design/design.ts'
import { referencesIn } from '../design/fields.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { bottom, centre, right } from './boxes.ts'
import type { Size } from './metrics.ts'
import { shapeOf } from './shown-on.ts'

/** The containers that it joins, in the order of its fields; fewer than two where an end is not chosen yet. */
export function joinedBy(design: Design, resource: Resource): readonly ResourceId[] {
  const fields = Object.entries(kinds.get(resource.kind)?.fields ?? {})
  const ids = fields.flatMap(([name, field]) => referencesIn(field, resource.fields[name]))
  return [...new Set(ids)].filter((id) => shapeOf(design.resources[id]?.kind ?? '') === 'container')
}

/** In the middle of the gap between two boxes, beside each other where they are, else above each other. */
export function boxBetween(a: Box, b: Box, size: Size): Box {
  const [left, other] = a.x <= b.x ? [a, b] : [b, a]
  const [upper, lower] = a.y <= b.y ? [a, b] : [b, a]
  const sideBySide = other.x >= right(left)
  const x = sideBySide ? (right(left) + other.x) / 2 : (centre(a).x + centre(b).x) / 2
  const y = sideBySide || lower.y < bottom(upper) ? middle(a, b) : (bottom(upper) + lower.y) / 2
  return { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2), ...size }
}

/** The middle of the height that both share, or between their centres. */
function middle(a: Box, b: Box): number {
  const [top, end] = [Math.max(a.y, b.y), Math.min(bottom(a), bottom(b))]
  return top < end ? (top + end) / 2 : (centre(a).y + centre(b).y) / 2
}
