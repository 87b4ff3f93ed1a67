// What stands for a resource on the canvas: itself, or, for a route table or an interface, what it belongs to.
import { shownOn, type Design, type ResourceId } from '../library.ts'

export function shownAs(design: Design, id: ResourceId): ResourceId | null {
  let at = design.resources[id]
  // A broken file may hold a cycle: never climb further than containers nest.
  for (let climbed = 0; at && climbed < 16; climbed++) {
    if (design.layout[at.id] && shownOn(design, at.id) !== 'none') return at.id
    const owner = at.fields['attachedTo'] ?? at.fields['networkInterface']
    const next: ResourceId | null = typeof owner === 'string' && design.resources[owner] ? owner : at.parent
    at = next === null ? undefined : design.resources[next]
  }
  return null
}
