// Arithmetic of boxes. All functions are total; a box of no boxes is null.
import type { Box } from '../design/design.ts'

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height
export const centre = (box: Box): { readonly x: number; readonly y: number } => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
})

export const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** Whether two boxes come closer than the gap; touching boxes are 0 apart. */
export const near = (a: Box, b: Box, gapX = 0, gapY = gapX): boolean =>
  a.x < right(b) + gapX && b.x < right(a) + gapX && a.y < bottom(b) + gapY && b.y < bottom(a) + gapY

export const shifted = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

/** The smallest box that holds them all. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y }
}
