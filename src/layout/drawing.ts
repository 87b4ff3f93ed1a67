// What of a design is drawn, and in what. A box is relative to the container that is drawn around it.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { shapeOf, type Shape } from './shown-on.ts'

export interface Drawing {
  readonly design: Design
  /** Every drawn resource, a container before what it holds. */
  readonly all: readonly Resource[]
  /** The container drawn around a resource; null at the top, and for what is not drawn. */
  around(id: ResourceId): Resource | null
  /** What is drawn in a container, or at the top (null), in the order of the file. */
  inside(id: ResourceId | null, ...shapes: readonly Shape[]): readonly Resource[]
}

export function drawingOf(design: Design): Drawing {
  const around = new Map<ResourceId, Resource>()
  const inside = new Map<ResourceId | null, Resource[]>()
  for (const resource of Object.values(design.resources)) {
    if (shapeOf(resource.kind) === 'none') continue
    const container = containerAround(design, resource)
    if (container) around.set(resource.id, container)
    const key = container?.id ?? null
    const list = inside.get(key)
    if (list) list.push(resource)
    else inside.set(key, [resource])
  }
  const all: Resource[] = []
  const add = (list: readonly Resource[] | undefined) => {
    for (const resource of list ?? []) {
      all.push(resource)
      add(inside.get(resource.id))
    }
  }
  add(inside.get(null))
  return {
    design,
    all,
    around: (id) => around.get(id) ?? null,
    inside: (id, ...shapes) => {
      const list = inside.get(id) ?? []
      return shapes.length === 0 ? list : list.filter((resource) => shapes.includes(shapeOf(resource.kind)))
    },
  }
}

/** The nearest ancestor that is drawn as a container. A cycle of parents, as in a broken file, counts as none. */
function containerAround(design: Design, resource: Resource): Resource | null {
  const seen = new Set([resource.id])
  let found: Resource | null = null
  for (let id = resource.parent; id !== null;) {
    if (seen.has(id)) return null
    seen.add(id)
    const parent = design.resources[id]
    if (!parent) break
    if (!found && shapeOf(parent.kind) === 'container') found = parent
    id = parent.parent
  }
  return found
}
