// Where a resource may go. One rule for every pair of kinds: the kind's `placement.in`.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { article } from './words.ts'

export type Legality =
  | {
      readonly ok: true
      /** Or what will choose it: it is then made around that; see `place`. */
      readonly parent: ResourceId | null
      /** What else letting go does, in a sentence or two. */
      readonly says?: string
    }
  | {
      readonly ok: false
      /** One sentence for the tooltip under the pointer. */
      readonly why: string
      /** Where letting go would put it: an ancestor, or the only container there is that takes it; null: nowhere. */
      readonly instead: ResourceId | null
    }

/**
 * `over` is the deepest container under the pointer, null the bare canvas. `moving` is the resource being
 * dragged, when there is one: neither it nor what it holds may take it, and it does not count against a limit.
 */
export function whereTo(
  design: Design,
  kindName: string,
  over: ResourceId | null,
  moving?: ResourceId,
): Legality {
  const kind = kinds.get(kindName)
  if (!kind) return { ok: false, why: `This version has no kind called ${kindName}.`, instead: null }
  const chain = ancestry(design, over)
  const inside = moving === undefined ? -1 : chain.findIndex(({ id }) => id === moving)
  const offered = inside < 0 ? chain : chain.slice(inside + 1)
  const here = offered.find((container) => takes(kind, container.kind))
  if (!here) return onCanvas(design, kind, over, moving)
  const full = limit(design, kind, here, moving)
  if (full !== null) return { ok: false, why: full, instead: null }
  // Over a card the container beneath it is meant; only another container makes a drop illegal.
  const under = chain.find(({ kind: name }) => shapeOf(name) === 'container')
  if (under === here || inside >= 0) return { ok: true, parent: here.id }
  if (under && choosesIn(kind, under)) {
    const says = `${under.name} uses it from now on. ${kind.placement.chosenBy?.starts}`
    return { ok: true, parent: under.id, says }
  }
  return { ok: false, why: kind.placement.why, instead: here.id }
}

function onCanvas(
  design: Design,
  kind: Kind,
  over: ResourceId | null,
  moving: ResourceId | undefined,
): Legality {
  if (kind.placement.in.includes('canvas')) {
    return over === null ? { ok: true, parent: null } : { ok: false, why: kind.placement.why, instead: null }
  }
  const takers = Object.values(design.resources).filter(
    (resource) => takes(kind, resource.kind) && limit(design, kind, resource, moving) === null,
  )
  if (takers.length === 0 && over === null && bringsItsOwn(kind)) return { ok: true, parent: null }
  const [only] = takers
  return { ok: false, why: kind.placement.why, instead: takers.length === 1 && only ? only.id : null }
}

/** On an empty canvas a container brings the one that it must stand in: a VPC its Region, a subnet a VPC as well. */
export function bringsItsOwn(kind: Kind): string | null {
  if (kind.placement.shape !== 'container') return null
  const brings = (name: string) => {
    const outer = kinds.get(name)
    return outer !== undefined && (outer.placement.in.includes('canvas') || bringsItsOwn(outer) !== null)
  }
  return kind.placement.in.find(brings) ?? null
}

export const takes = (kind: Kind, container: string): boolean => kind.placement.in.includes(container)

/** Whether the container does not hold one but chooses it: a subnet its route table. */
export const choosesIn = (kind: Kind, container: Resource): boolean =>
  kind.placement.chosenBy?.kind === container.kind

/** Why this container takes no more of the kind: "main already has an internet gateway." Null: it does. */
export function limit(design: Design, kind: Kind, container: Resource, moving?: ResourceId): string | null {
  const { most } = kind.placement
  // Elsewhere it only waits: any number of gateways may stand in a Region, attached to nothing.
  if (most === undefined || container.kind !== kind.placement.in[0]) return null
  const held = Object.values(design.resources).filter(
    (resource) => resource.kind === kind.name && resource.parent === container.id && resource.id !== moving,
  )
  if (held.length < most) return null
  const what = most === 1 ? article(kind.title) : `${most} of this kind: ${kind.title}`
  return `${container.name} already has ${what}.`
}

/** The resource and those it stands in, innermost first. */
export function ancestry(design: Design, id: ResourceId | null): readonly Resource[] {
  const chain: Resource[] = []
  for (let at = id; at !== null;) {
    const resource: Resource | undefined = design.resources[at]
    if (!resource || chain.includes(resource)) break
    chain.push(resource)
    at = resource.parent
  }
  return chain
}
