// Copies of resources with what they hold: what was attached inside the selection stays attached, to the copies.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { addressCopies } from './address-copies.ts'
import { copyNames } from './copy-names.ts'
import { newIds } from './new-ids.ts'
import { mapReferences } from './references.ts'
import { seat } from './seat.ts'
import { ancestry, limit } from './where-to.ts'

export interface Duplicated {
  readonly design: Design
  /** The copies of what was asked for, in that order. What may not be there twice has none. */
  readonly ids: readonly ResourceId[]
}

export function duplicate(design: Design, ids: readonly ResourceId[]): Duplicated {
  const tops = topmost(design, ids).filter((resource) => mayBeTwice(design, resource))
  const originals = copied(design, tops)
  if (originals.length === 0) return { design, ids: [] }
  const fresh = newIds(design)
  const newIdOf = new Map(originals.map((resource) => [resource.id, fresh.newId(resource.kind)]))
  const nameOf = copyNames(design)
  const copies = originals.map((resource) => {
    const copy = mapReferences(resource, (id) => newIdOf.get(id) ?? id)
    const parent = resource.parent === null ? null : (newIdOf.get(resource.parent) ?? resource.parent)
    return {
      ...standAlone(copy, parent === resource.parent),
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

/** What is held by something else in the selection is copied with it, once. */
function topmost(design: Design, ids: readonly ResourceId[]): readonly Resource[] {
  const chosen = new Set(ids)
  return [...chosen].flatMap((id) => {
    const [resource, ...outer] = ancestry(design, id)
    return resource && !outer.some((container) => chosen.has(container.id)) ? [resource] : []
  })
}

function mayBeTwice(design: Design, resource: Resource): boolean {
  const kind = kinds.get(resource.kind)
  const container = design.resources[resource.parent ?? '']
  return kind !== undefined && (!container || limit(design, kind, container) === null)
}

/** With what they hold, the interfaces attached to that, and the Elastic IPs associated with those; parents first. */
function copied(design: Design, tops: readonly Resource[]): readonly Resource[] {
  const set = new Set(tops)
  const all = Object.values(design.resources)
  const belongs = ({ parent, fields }: Resource) =>
    [parent, fields['attachedTo'], fields['networkInterface']].some(
      (id) => typeof id === 'string' && has(design, set, id),
    )
  for (let grown = true; grown;) {
    const more = all.filter(
      (resource) => !set.has(resource) && shapeOf(resource.kind) !== 'between' && belongs(resource),
    )
    for (const resource of more) set.add(resource)
    grown = more.length > 0
  }
  return [...set]
}

const has = (design: Design, set: ReadonlySet<Resource>, id: ResourceId): boolean => {
  const resource = design.resources[id]
  return resource !== undefined && set.has(resource)
}

/** A VPC has one main table and one default group: their copies beside them are ordinary ones. */
function standAlone(resource: Resource, besideOriginal: boolean): Resource {
  const fields = { ...resource.fields }
  if (besideOriginal && fields['main'] === true) fields['main'] = false
  if (besideOriginal && fields['isDefault'] === true) fields['isDefault'] = false
  return { ...resource, fields }
}
