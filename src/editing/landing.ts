// Where each of the copied resources comes to stand: those pasted by themselves, and what belongs to them.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { vpcOf } from '../kinds/network.ts'
import type { Copied } from './copied.ts'
import { identical } from './counterpart.ts'
import { viewOf } from './free-blocks.ts'
import { ancestry, takes } from './where-to.ts'

interface Landing {
  readonly resource: Resource
  readonly parent: ResourceId | null
  /** The container, and the VPC, that are already there around what it was pasted with. */
  readonly into: ResourceId | null
  readonly home: Resource | undefined
}

/** Everything that has a place, parents before their children. `homes`: the containers of those pasted by themselves. */
export function landingOf(
  design: Design,
  copied: Copied,
  homes: ReadonlyMap<ResourceId, ResourceId | null>,
): ReadonlyMap<ResourceId, Landing> {
  const view = viewOf(design)
  const landing = new Map<ResourceId, Landing>()
  const vpcAt = (id: ResourceId | null) => {
    const container = view.get(id)
    return container && vpcOf(view, container)
  }
  for (const [id, parent] of homes) {
    const resource = copied.resources[id]
    if (resource) landing.set(id, { resource, parent, into: parent, home: vpcAt(parent) })
  }
  for (let grown = true; grown;) {
    grown = false
    for (const resource of Object.values(copied.resources)) {
      if (landing.has(resource.id)) continue
      const { parent, fields } = resource
      const owner = [fields['attachedTo'], fields['networkInterface']]
        .map((id) => (typeof id === 'string' ? landing.get(id) : undefined))
        .find((each) => each !== undefined)
      const holder = parent === null ? undefined : landing.get(parent)
      if (holder) landing.set(resource.id, { ...holder, resource, parent })
      else if (owner && parent !== null && !copied.resources[parent]) {
        const beside = besideOwner(design, copied, resource, owner)
        if (beside === undefined) continue
        landing.set(resource.id, { ...owner, resource, parent: beside })
      } else continue
      grown = true
    }
  }
  return landing
}

/** An interface stands where its owner stands, an Elastic IP in the Region; undefined: nowhere here. */
function besideOwner(
  design: Design,
  copied: Copied,
  resource: Resource,
  owner: Landing,
): ResourceId | null | undefined {
  const kind = kinds.get(resource.kind)
  const fits = (id: ResourceId | null) => {
    const name = id === null ? undefined : (design.resources[id]?.kind ?? copied.resources[id]?.kind)
    return name !== undefined && kind !== undefined && takes(kind, name)
  }
  if (fits(owner.parent)) return owner.parent
  const around = ancestry(design, owner.into).find(({ id }) => fits(id))
  return around?.id ?? (resource.parent === null ? undefined : identical(design, copied, resource.parent))
}
