// Where the toolbar of a selection stands: above it if that covers nothing that is written, else beneath or beside it.
import type { Box } from '../library.ts'
import { overlap, shared } from './covered.ts'

export interface ToolbarPlace {
  /** In the design's coordinates: the corner of the toolbar that is held there. */
  readonly at: { readonly x: number; readonly y: number }
  /** Which corner, as parts of the toolbar's size. */
  readonly corner: { readonly x: 0 | 1; readonly y: 0 | 1 }
}

/** What lies outside the room is behind a bar or a panel. */
const outside = 3

/** `size` in the design's coordinates; `scale`: how much of those a pixel on screen is. */
export function placeToolbar(
  selection: Box,
  size: { readonly width: number; readonly height: number },
  scale: number,
  covered: readonly Box[],
  room: Box,
): ToolbarPlace {
  const gap = 5 * scale
  const [end, low] = [selection.x + selection.width, selection.y + selection.height]
  const places: readonly ToolbarPlace[] = [
    { at: { x: end, y: selection.y - gap }, corner: { x: 1, y: 1 } },
    { at: { x: end, y: low + gap }, corner: { x: 1, y: 0 } },
    { at: { x: selection.x, y: low + gap }, corner: { x: 0, y: 0 } },
    { at: { x: end + 2 * gap, y: selection.y }, corner: { x: 0, y: 0 } },
    { at: { x: selection.x - 2 * gap, y: selection.y }, corner: { x: 1, y: 0 } },
  ]
  const cost = ({ at, corner }: ToolbarPlace) => {
    const rect = { x: at.x - corner.x * size.width, y: at.y - corner.y * size.height, ...size }
    return overlap(rect, covered) + (size.width * size.height - shared(rect, room)) * outside
  }
  // Sorting is stable: of places that cost the same, the first.
  return places.toSorted((a, b) => Math.round(cost(a)) - Math.round(cost(b)))[0] as ToolbarPlace
}
