// Gateways that straddle the border of what they are attached to.
import type { Box } from '../design/design.ts'
import { borderStart, gutter, overhang, type Size } from './metrics.ts'

export type Border = 'border-top' | 'border-bottom'

/** Space kept at the corners, where the head's icon stands. */
const corner = 34

/** The y of a gateway that straddles the border of a container of that height. */
export function borderY(border: Border, height: number, gateway: number): number {
  return border === 'border-top' ? -Math.min(overhang, gateway / 2) : height - Math.min(overhang, gateway / 2)
}

/** The width a container needs for the gateways of one border. */
export function borderWidth(border: Border, sizes: readonly Size[]): number {
  if (sizes.length === 0) return 0
  const row = sizes.reduce((total, size) => total + size.width + gutter, -gutter)
  return row + (border === 'border-top' ? 2 * corner : borderStart + corner)
}

/** Gateways in order: on the upper border centred as a row, on the lower one from the left. */
export function borderBoxes(border: Border, sizes: readonly Size[], container: Size): readonly Box[] {
  const row = sizes.reduce((total, size) => total + size.width + gutter, -gutter)
  let x = border === 'border-top' ? Math.round((container.width - row) / 2) : borderStart
  return sizes.map((size) => {
    const box = { x, y: borderY(border, container.height, size.height), ...size }
    x += size.width + gutter
    return box
  })
}

/** A free place on a border, the nearest to `wanted`; without one, to where the first gateway would stand. */
export function borderSlot(
  border: Border,
  size: Size,
  taken: readonly Box[],
  container: Size,
  wanted?: number,
): Box {
  const first = border === 'border-top' ? Math.round((container.width - size.width) / 2) : borderStart
  const target = wanted ?? first
  const sides = taken.flatMap((box) => [box.x + box.width + gutter, box.x - gutter - size.width])
  const free = [target, first, ...sides].filter(
    (x) =>
      x >= 0 &&
      taken.every((box) => x >= box.x + box.width + gutter / 2 || x + size.width + gutter / 2 <= box.x),
  )
  // The lower border fills from the left, so a place left of the first is taken only when it was asked for.
  const legal = wanted === undefined && border === 'border-bottom' ? free.filter((x) => x >= first) : free
  const best = legal.toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target))[0] ?? target
  return { x: best, y: borderY(border, container.height, size.height), ...size }
}
