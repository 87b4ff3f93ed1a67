import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import type { Placement } from '../kinds/kind.ts'

export type Shape = Placement['shape']

export function shapeOf(kind: string): Shape {
  return kinds.get(kind)?.placement.shape ?? 'none'
}

/** How a resource is drawn. `none`: only in the inspector, or as a badge of something else. */
export function shownOn(design: Design, id: ResourceId): Shape {
  const resource = design.resources[id]
  return resource ? shapeOf(resource.kind) : 'none'
}
