// Gateways that straddle the border of what they are attached to.
import type { Box } from '../design/design.ts'
import { borderStart, gutter, overhang, type Size } from './metrics.ts'

export type Border = 'border-top' | 'border-bottom'

/** Space kept at the corners, where the head's icon stands. */
const corner = 34
/** Nearer to the corner, a gateway hides the name whatever is done. */
const leastHead = corner + 60
/** Beside a gateway on the upper border: what it changes in the header of a packet is written there. */
const beside = 190

/** The y of a gateway that straddles the border of a container of that height. */
export function borderY(border: Border, height: number, gateway: number): number {
  return border === 'border-top' ? -Math.min(overhang, gateway / 2) : height - Math.min(overhang, gateway / 2)
}

/** The width a container needs for the gateways of one border. `named`: how far its name reaches. */
export function borderWidth(border: Border, sizes: readonly Size[], named: number): number {
  if (sizes.length === 0) return 0
  const row = rowOf(sizes)
  return row + (border === 'border-top' ? 2 * Math.max(beside, Math.ceil(named)) : borderStart + corner)
}

/** Gateways in order: on the upper border centred as a row, on the lower one from the left. */
export function borderBoxes(
  border: Border,
  sizes: readonly Size[],
  container: Size,
  named: number,
): readonly Box[] {
  let x = startOf(border, rowOf(sizes), container, named)
  return sizes.map((size) => {
    const box = { x, y: borderY(border, container.height, size.height), ...size }
    x += size.width + gutter
    return box
  })
}

/** Where a row of that width begins: in the middle of the upper border, but not upon the name. */
export function startOf(border: Border, row: number, { width }: Size, named: number): number {
  if (border === 'border-bottom') return borderStart
  return Math.max(Math.round((width - row) / 2), Math.min(Math.ceil(named), width - row))
}

/** How far the head of a container can be read: to the first gateway on its upper border, which stands over it. */
export function headReach(inside: readonly Box[], width: number): number {
  const over = inside.filter(({ x, y, height }) => y < 0 && y + height > 0 && x > leastHead)
  return Math.min(width, ...over.map(({ x }) => x))
}

const rowOf = (sizes: readonly Size[]): number =>
  sizes.reduce((total, size) => total + size.width + gutter, -gutter)

/** A free place on a border, the nearest to `wanted`; without one, to where the first gateway would stand. */
export function borderSlot(
  border: Border,
  size: Size,
  taken: readonly Box[],
  container: Size,
  named: number,
  wanted?: number,
): Box {
  const first = startOf(border, size.width, container, named)
  const least = border === 'border-top' ? Math.max(0, Math.min(first, Math.ceil(named))) : 0
  const target = wanted ?? first
  const sides = taken.flatMap((box) => [box.x + box.width + gutter, box.x - gutter - size.width])
  const free = [target, first, ...sides].filter(
    (x) =>
      x >= least &&
      taken.every((box) => x >= box.x + box.width + gutter / 2 || x + size.width + gutter / 2 <= box.x),
  )
  // The lower border fills from the left, so a place left of the first is taken only when it was asked for.
  const legal = wanted === undefined && border === 'border-bottom' ? free.filter((x) => x >= first) : free
  const best = legal.toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target))[0] ?? target
  return { x: best, y: borderY(border, container.height, size.height), ...size }
}
