// Boxes of different sizes in rows, like words in a paragraph; the tops of a row are aligned.
import type { Box } from '../design/design.ts'
import type { Resource } from '../design/resource.ts'
import { gutter, type Size } from './metrics.ts'
import { kinds } from '../kinds/index.ts'

export interface Flow {
  readonly boxes: readonly Box[]
  readonly rows: readonly (readonly number[])[]
  readonly size: Size
}

/** `gapX` is asked for the space between an item and the one before it. The first item of a row fits however wide it is. */
export function flow(
  sizes: readonly Size[],
  width: number,
  gapX: (index: number) => number,
  gapY: number,
): Flow {
  const boxes: Box[] = []
  const rows: number[][] = []
  let [x, y, deepest, widest] = [0, 0, 0, 0]
  sizes.forEach((size, i) => {
    const gap = rows.length === 0 || x === 0 ? 0 : gapX(i)
    if (rows.length === 0 || x + gap + size.width > width) {
      if (rows.length > 0) y = deepest + gapY
      x = 0
      rows.push([])
    } else x += gap
    boxes.push({ x, y, ...size })
    rows.at(-1)?.push(i)
    x += size.width
    widest = Math.max(widest, x)
    deepest = Math.max(deepest, y + size.height)
  })
  return { boxes, rows, size: { width: widest, height: deepest } }
}

/** A width at which a flow of these sizes comes out in the shape of a screen; a few stay in one row. */
export function screenWidth(sizes: readonly Size[]): number {
  const inOneRow = 3
  if (sizes.length <= inOneRow) return Infinity
  const area = sizes.reduce((total, size) => total + (size.width + gutter) * (size.height + gutter), 0)
  return Math.max(...sizes.map((size) => size.width), Math.sqrt(area * 1.8))
}

/** The size that the kind of a resource asks for. */
export function sizeOf(resource: Resource): Size {
  return kinds.get(resource.kind)?.placement.size ?? { width: 100, height: 82 }
}

/** Cards that stand beside the containers of their parent, in rows beneath them. */
export function flowCards(cards: readonly Resource[], width: number): Flow {
  return flow(cards.map(sizeOf), width, () => gutter, gutter)
}
