// What goes when something is removed: what it holds, the interfaces attached to it, and what cannot be without it.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { isLocked } from './lock.ts'
import { shapeOf } from '../layout/shown-on.ts'

/** Everything that goes, those asked for first. What a VPC cannot be without stays, unless the VPC goes too. */
export function removalOf(design: Design, ids: readonly ResourceId[]): readonly ResourceId[] {
  const asked = ids.filter((id) => design.resources[id])
  const gone = new Set<ResourceId>()
  const dependents = dependentsOf(design)
  const go = (id: ResourceId) => {
    if (gone.has(id)) return
    gone.add(id)
    for (const dependent of dependents.get(id) ?? []) go(dependent)
  }
  for (const id of asked) if (whyNotRemoved(design, id) === null) go(id)
  return [...asked.filter((id) => gone.has(id)), ...[...gone].filter((id) => !asked.includes(id))]
}

/** What is locked stays; and AWS refuses to delete the main route table, default network ACL and default security group of a VPC on their own. */
export function whyNotRemoved(design: Design, id: ResourceId): string | null {
  const resource = design.resources[id]
  if (resource && isLocked(design, id)) return `${resource.name} is locked. Unlock it first.`
  const { main, isDefault } = resource?.fields ?? {}
  if (!resource || shapeOf(resource.kind) !== 'none' || (main !== true && isDefault !== true)) return null
  return `A VPC always has ${resource.name}; it goes only with the VPC.`
}

function dependentsOf(design: Design): ReadonlyMap<ResourceId, readonly ResourceId[]> {
  const dependents = new Map<ResourceId, ResourceId[]>()
  const depends = (on: ResourceId, id: ResourceId) => {
    const list = dependents.get(on)
    if (list) list.push(id)
    else dependents.set(on, [id])
  }
  for (const resource of Object.values(design.resources)) {
    if (resource.parent !== null) depends(resource.parent, resource.id)
    for (const id of neededBy(resource)) depends(id, resource.id)
  }
  return dependents
}

/** An interface goes with its owner, and what joins two containers goes with either. */
function neededBy(resource: Resource): readonly ResourceId[] {
  const owner = resource.fields['attachedTo']
  const ends = shapeOf(resource.kind) === 'between' ? Object.keys(kinds.get(resource.kind)?.fields ?? {}) : []
  return [owner, ...ends.map((name) => resource.fields[name])].filter(
    (id): id is string => typeof id === 'string' && id !== '',
  )
}
