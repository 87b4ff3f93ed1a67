import { shownOn, type Design, type ResourceId } from '../library.ts'

/** The container that a resource is drawn in, which its box is relative to. */
export function aroundOf(design: Design, id: ResourceId): ResourceId | null {
  let at = design.resources[id]?.parent ?? null
  for (let climbed = 0; at !== null && climbed < 16; climbed++) {
    if (shownOn(design, at) === 'container' && design.layout[at]) return at
    at = design.resources[at]?.parent ?? null
  }
  return null
}
