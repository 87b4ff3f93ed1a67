// What is locked stays where it is: it is not dragged, resized, nudged, aligned or deleted until it is unlocked. Only the
// drawing knows of it; the network does not.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'

export const isLocked = (design: Design, id: ResourceId): boolean => design.layout[id]?.locked === true

/** The design with these locked, or unlocked. */
export function setLocked(design: Design, ids: readonly ResourceId[], locked: boolean): Design {
  const layout = { ...design.layout }
  let changed = false
  for (const id of ids) {
    const box = layout[id]
    if (!box || (box.locked === true) === locked) continue
    const { locked: _before, ...rest } = box
    layout[id] = locked ? { ...rest, locked: true } : rest
    changed = true
  }
  return changed ? { ...design, layout } : design
}
