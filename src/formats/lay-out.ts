// Where readers give a box to what a file gives none.
import type { Design } from '../design/design.ts'
import { seat } from '../editing/seat.ts'
import { drawingOf } from '../layout/drawing.ts'
import { arrange } from '../layout/index.ts'

/** More than these are not seated one by one, which would take minutes; everything is arranged anew. */
const mostSeated = 200

/** What has a box keeps it, unless more than `mostSeated` have none. */
export function layOut(design: Design): Design {
  const { all } = drawingOf(design)
  const missing = all.filter(({ id }) => design.layout[id] === undefined)
  if (missing.length === 0) return design
  if (missing.length === all.length || missing.length > mostSeated) return arrange(design)
  return seat(
    design,
    missing.map(({ id }) => ({ id, wanted: {} })),
    design,
  )
}
