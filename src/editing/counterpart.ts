// What stands here for something that copied resources referred to where they come from.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { defaultGroup } from '../kinds/groups.ts'
import { vpcOf } from '../kinds/network.ts'
import type { Copied } from './copied.ts'
import { viewOf } from './free-blocks.ts'

/** What is the same here as there: of that id, kind and name. Ids alone repeat from design to design. */
export function identical(design: Design, copied: Copied, id: ResourceId): ResourceId | null {
  const [here, there] = [design.resources[id], copied.outside[id]]
  return here && there && here.kind === there.kind && here.name === there.name ? id : null
}

/** Of the same name in the VPC `home`, or what is the same anywhere where it has no VPC; null: there is none. */
export function counterpart(
  design: Design,
  copied: Copied,
  id: ResourceId,
  home: Resource | undefined,
): ResourceId | null {
  const there = copied.outside[id]
  if (!there) return null
  const view = viewOf(design)
  const same = identical(design, copied, id)
  const vpc = same === null ? undefined : vpcOf(view, view.get(same) as Resource)
  if (same !== null && (!home || !vpc || vpc.id === home.id)) return same
  if (!home) return null
  const named = view.children(home.id, there.kind).find(({ name }) => name === there.name)
  if (named) return named.id
  return there.kind === 'security-group' ? (defaultGroup(view, home)?.id ?? null) : null
}
