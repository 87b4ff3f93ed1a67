import { apply } from '../design/change.ts'
import type { Design } from '../design/design.ts'
import type { Fix } from '../forwarding/answer.ts'
import { seat } from './seat.ts'

/**
 * The design with a fix made. Kinds and checks say what to change and know of no drawing: what is new gets its place here,
 * and what the fix puts into another container a place there.
 */
export function applyFix(design: Design, { change }: Fix): Design {
  const after = apply(design, change)
  const isPlaced = (id: string) => id in change.layout.added || id in change.layout.updated
  const moved = Object.entries(change.resources.updated)
    .filter(([id, [from, to]]) => from.parent !== to.parent && !isPlaced(id))
    .map(([id]) => id)
  const added = Object.keys(change.resources.added).filter((id) => !isPlaced(id))
  const unmoved = (one: Design): Design =>
    moved.length === 0
      ? one
      : {
          ...one,
          layout: Object.fromEntries(Object.entries(one.layout).filter(([id]) => !moved.includes(id))),
        }
  return seat(
    unmoved(after),
    [...added, ...moved].map((id) => ({ id, wanted: {} })),
    unmoved(design),
  )
}
