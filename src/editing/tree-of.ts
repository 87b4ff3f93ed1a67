import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { ancestry } from './where-to.ts'

/** The resource, what it holds, and the interfaces attached to any of that. */
export function treeOf(design: Design, id: ResourceId): ReadonlySet<ResourceId> {
  return new Set(
    Object.values(design.resources)
      .filter((resource) => {
        const owner = resource.fields['attachedTo']
        return [resource.id, ...(typeof owner === 'string' ? [owner] : [])].some((start) =>
          ancestry(design, start).some((outer) => outer.id === id),
        )
      })
      .map((resource) => resource.id),
  )
}
