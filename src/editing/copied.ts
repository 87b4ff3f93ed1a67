// What the clipboard holds: resources with all that belongs to them, complete enough to be put into another design.
import type { Box, Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { referencesOf } from './references.ts'
import { ancestry } from './where-to.ts'

export interface Copied {
  /** What was selected; the others belong to it. */
  readonly ids: readonly ResourceId[]
  readonly resources: Readonly<Record<ResourceId, Resource>>
  readonly layout: Readonly<Record<ResourceId, Box>>
  /** What they stand in or refer to, so that its counterpart can be found where they are pasted. */
  readonly outside: Readonly<Record<ResourceId, Named>>
}

interface Named {
  readonly kind: string
  readonly name: string
}

/** Plain JSON: it may go over a clipboard. Ids that the design does not have are left out. */
export function copyOf(design: Design, ids: readonly ResourceId[]): Copied {
  const tops = topmost(design, ids)
  const all = belongings(design, tops)
  const inside = new Set(all.map(({ id }) => id))
  const named = all
    .flatMap((resource) => [resource.parent, ...referencesOf(resource)])
    .flatMap((id) => (id === null || inside.has(id) ? [] : (design.resources[id] ?? [])))
  return {
    ids: tops.map(({ id }) => id),
    resources: Object.fromEntries(all.map((resource) => [resource.id, resource])),
    layout: Object.fromEntries(
      all.flatMap(({ id }) => {
        const box = design.layout[id]
        return box ? [[id, { x: box.x, y: box.y, width: box.width, height: box.height }]] : []
      }),
    ),
    outside: Object.fromEntries(named.map(({ id, kind, name }) => [id, { kind, name }])),
  }
}

/** What is held by something else in the selection is copied with it, once. */
export function topmost(design: Design, ids: readonly ResourceId[]): readonly Resource[] {
  const chosen = new Set(ids)
  return [...chosen].flatMap((id) => {
    const [resource, ...outer] = ancestry(design, id)
    return resource && !outer.some((container) => chosen.has(container.id)) ? [resource] : []
  })
}

/** With what they hold, the interfaces attached to that, and the Elastic IPs associated with those; parents first. */
export function belongings(design: Design, tops: readonly Resource[]): readonly Resource[] {
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
export function standAlone(resource: Resource): Resource {
  const fields = { ...resource.fields }
  if (fields['main'] === true) fields['main'] = false
  if (fields['isDefault'] === true) fields['isDefault'] = false
  return { ...resource, fields }
}
