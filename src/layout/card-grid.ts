// Cards in a subnet: one row while they fit, a near-square grid when there are many, centred as a block.
import type { Box } from '../design/design.ts'
import { card, gutter, type Inset, type Size } from './metrics.ts'

const inOneRow = 3

function columnsFor(count: number): number {
  return count <= inOneRow ? count : Math.max(inOneRow, Math.ceil(Math.sqrt(count)))
}

/** The size of a container that holds this many cards and nothing else. */
export function gridSize(count: number, inset: Inset): Size {
  const columns = columnsFor(count)
  const rows = Math.ceil(count / Math.max(columns, 1))
  return {
    width: inset.left + inset.right + columns * (card.width + gutter) - (columns > 0 ? gutter : 0),
    height: inset.top + inset.bottom + Math.max(rows, 1) * (card.height + gutter) - gutter,
  }
}

/** Where the cards stand in a container of that width. Rows start at the top, so that tags line up from subnet to subnet. */
export function gridSlots(count: number, inset: Inset, width: number): readonly Box[] {
  const columns = columnsFor(count)
  const block = columns * (card.width + gutter) - gutter
  const left = inset.left + Math.max(0, Math.round((width - inset.left - inset.right - block) / 2))
  return Array.from({ length: count }, (_, i) => ({
    x: left + (i % columns) * (card.width + gutter),
    y: inset.top + Math.floor(i / columns) * (card.height + gutter),
    ...card,
  }))
}
