// A new resource, with what comes with it, drawn where it was let go or in the next free place. One change of the design.
import type { Box, Design } from '../design/design.ts'
import { plain, say, type Phrase } from '../design/phrase.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { createView } from '../design/view.ts'
import type { Fix } from '../forwarding/answer.ts'
import { kinds } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { choose } from './choose.ts'
import { seat } from './seat.ts'
import { newIds } from './new-ids.ts'
import { replace } from './replace.ts'
import { ancestry, bringsItsOwn, choosesIn, limit, takes, whereTo, type Legality } from './where-to.ts'

export type Placed =
  | { readonly ok: true; readonly design: Design; readonly id: ResourceId }
  | { readonly ok: false; readonly why: Phrase; readonly fix?: Fix }

/**
 * `box` is relative to the parent; what it leaves out is chosen. What chooses one of the kind may stand for the parent: a
 * route table placed on a subnet is made in its VPC, and becomes the subnet's.
 */
export function place(
  design: Design,
  kindName: string,
  parent: ResourceId | null,
  box: Partial<Box> = {},
): Placed {
  const kind = kinds.get(kindName)
  if (!kind) return { ok: false, why: say`This version has no kind called ${kindName}.` }
  const container = parent === null ? null : (design.resources[parent] ?? null)
  if (container === null && !kind.placement.in.includes('canvas')) return placeWithItsOwn(design, kindName)
  if (container && choosesIn(kind, container)) return placeChosen(design, kind, container)
  if (container && !takes(kind, container.kind)) return { ok: false, why: say`${kind.placement.why}` }
  const full = container && limit(design, kind, container)
  if (full) return { ok: false, why: say`${full}` }

  const view = createView(design, (name) => kinds.get(name)?.fields)
  const created = kind.create({ view, parent: container, ...newIds(design) })
  if ('refused' in created)
    return { ok: false, why: created.refused, ...(created.fix ? { fix: created.fix } : {}) }
  const withRecords = replace(design, [...created.resources, ...(created.updates ?? [])])
  const main = withRecords.resources[created.main]
  // Dropped on a VPC, a subnet stands in a zone: the place where it was let go is then not one of its own.
  const wanted = main?.parent === parent ? box : {}
  const order = created.resources.map((resource) => ({
    id: resource.id,
    wanted: resource.id === created.main ? wanted : {},
  }))
  return { ok: true, design: seat(withRecords, order, design), id: created.main }
}

/** Where a new one may go, as `whereTo` says, and not where its kind itself would refuse: a bastion in a private subnet. */
export function whereToPlace(design: Design, kindName: string, over: ResourceId | null): Legality {
  const legality = whereTo(design, kindName, over)
  if (!legality.ok && legality.instead === null) return legality
  const placed = place(design, kindName, legality.ok ? legality.parent : legality.instead)
  return placed.ok ? legality : { ok: false, why: plain(placed.why, design), instead: null }
}

function placeChosen(design: Design, kind: Kind, by: Resource): Placed {
  const around = ancestry(design, by.id).find((outer) => takes(kind, outer.kind))
  const placed: Placed = around
    ? place(design, kind.name, around.id)
    : { ok: false, why: say`${kind.placement.why}` }
  return placed.ok ? { ...placed, design: choose(placed.design, by.id, placed.id) } : placed
}

function placeWithItsOwn(design: Design, kindName: string): Placed {
  const kind = kinds.get(kindName)
  const outer = kind && bringsItsOwn(kind)
  const first = outer ? place(design, outer, null) : null
  if (!first?.ok) return { ok: false, why: say`${kind?.placement.why ?? ''}` }
  return place(first.design, kindName, first.id)
}
