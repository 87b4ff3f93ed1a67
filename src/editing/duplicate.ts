// Copies of resources with what they hold: what was attached inside the selection stays attached, to the copies.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { addressCopies } from './address-copies.ts'
import { belongings, standAlone, topmost } from './copied.ts'
import { copyNames } from './copy-names.ts'
import { newIds } from './new-ids.ts'
import { mapReferences } from './references.ts'
import { seat } from './seat.ts'
import { limit } from './where-to.ts'

export interface Duplicated {
  readonly design: Design
  /** The copies of what was asked for, in that order. What may not be there twice has none. */
  readonly ids: readonly ResourceId[]
}

/** The copies stand beside their originals, with free names and addresses. */
export function duplicate(design: Design, ids: readonly ResourceId[]): Duplicated {
  const tops = topmost(design, ids).filter((resource) => mayBeTwice(design, resource))
  const originals = belongings(design, tops)
  if (originals.length === 0) return { design, ids: [] }
  const fresh = newIds(design)
  const newIdOf = new Map(originals.map((resource) => [resource.id, fresh.newId(resource.kind)]))
  const nameOf = copyNames(design)
  const copies = originals.map((resource) => {
    const copy = mapReferences(resource, (id) => newIdOf.get(id) ?? id)
    const parent = resource.parent === null ? null : (newIdOf.get(resource.parent) ?? resource.parent)
    return {
      ...(parent === resource.parent ? standAlone(copy) : copy),
      id: newIdOf.get(resource.id) ?? '',
      name: nameOf(resource),
      parent,
    }
  })
  const resources = { ...design.resources, ...Object.fromEntries(copies.map((copy) => [copy.id, copy])) }
  const addressed = addressCopies(
    { ...design, resources },
    new Map([...newIdOf].map(([old, id]) => [id, old])),
  )
  const layout = { ...design.layout }
  const isTop = new Set(tops.map((resource) => resource.id))
  for (const { id } of originals) {
    const box = design.layout[id]
    if (box && !isTop.has(id)) layout[newIdOf.get(id) ?? ''] = box
  }
  const seats = tops.map(({ id }) => {
    const box = design.layout[id]
    return { id: newIdOf.get(id) ?? '', wanted: box ? { width: box.width, height: box.height } : {} }
  })
  return {
    design: seat({ ...addressed, layout }, seats, design),
    ids: tops.map(({ id }) => newIdOf.get(id) ?? ''),
  }
}

function mayBeTwice(design: Design, resource: Resource): boolean {
  const kind = kinds.get(resource.kind)
  const container = design.resources[resource.parent ?? '']
  return kind !== undefined && (!container || limit(design, kind, container) === null)
}
