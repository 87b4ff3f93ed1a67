// Drags something into another container. What it refers to where it was, and its addresses, become those of where it is.
import type { Box, Design } from '../design/design.ts'
import { say } from '../design/phrase.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { regionOf, vpcOf } from '../kinds/network.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { viewOf, withFreshAddresses } from './free-blocks.ts'
import { intoRegion } from './into-region.ts'
import { intoVpc } from './into-vpc.ts'
import { isLocked } from './lock.ts'
import { moveTo } from './move-to.ts'
import type { Placed } from './place.ts'
import { seat } from './seat.ts'
import { replace } from './replace.ts'
import { treeOf } from './tree-of.ts'
import { ancestry, limit, takes } from './where-to.ts'

/** `box` is relative to the new parent; without one, a free place is taken. */
export function reparent(design: Design, id: ResourceId, parent: ResourceId | null, box?: Box): Placed {
  const resource = design.resources[id]
  const kind = kinds.get(resource?.kind ?? '')
  if (!resource || !kind) return { ok: false, why: say`There is no resource ${id}.` }
  if (isLocked(design, id)) return { ok: false, why: say`${resource.name} is locked. Unlock it first.` }
  if (resource.parent === parent)
    return { ok: true, design: box ? moveTo(design, { [id]: box }) : design, id }
  const container = parent === null ? null : (design.resources[parent] ?? null)
  const legal = container
    ? takes(kind, container.kind) && !ancestry(design, container.id).includes(resource)
    : kind.placement.in.includes('canvas')
  if (!legal) return { ok: false, why: say`${kind.placement.why}` }
  const full = container && limit(design, kind, container, id)
  if (full) return { ok: false, why: say`${full}` }

  const before = viewOf(design)
  const moved = replace(design, [{ ...resource, parent }])
  const [from, to] = [vpcOf(before, resource), vpcOf(viewOf(moved), moved.resources[id] as Resource)]
  const owns = before.referring(id, 'network-interface').some((held) => held.fields['attachedTo'] === id)
  if (from && from !== to && owns && shapeOf(resource.kind) === 'border-bottom') {
    return {
      ok: false,
      why: say`${resource.name} has network interfaces in the subnets of ${from.name}. Place a new one in ${container?.name ?? ''} instead.`,
    }
  }
  const along = bringInterfaces(moved, id, resource.parent)
  const settled = from && to && from.id !== to.id ? intoVpc(along, treeOf(along, id), from.id, to.id) : along
  const addressed = settled === along ? freshWhereMoved(along, design, id) : settled
  const zoned =
    resource.kind === 'vpc' ? intoRegion(addressed, id, regionOf(before, resource)?.id) : addressed
  const { [id]: _old, ...layout } = zoned.layout
  return {
    ok: true,
    design: seat({ ...zoned, layout }, [{ id, wanted: box ?? {} }], { ...design, layout }),
    id,
  }
}

/** Interfaces stand beside their owner; those that it had in the same subnet come along. */
function bringInterfaces(design: Design, id: ResourceId, from: ResourceId | null): Design {
  const parent = design.resources[id]?.parent ?? null
  const held = Object.values(design.resources).filter(
    (other) => other.fields['attachedTo'] === id && other.parent === from && from !== null,
  )
  return replace(
    design,
    held.map((other) => ({ ...other, parent })),
  )
}

function freshWhereMoved(design: Design, before: Design, id: ResourceId): Design {
  let at = design
  for (const other of Object.values(design.resources)) {
    const old = before.resources[other.id]
    if (other.id !== id && old && old.parent !== other.parent) at = withFreshAddresses(at, other.id)
  }
  return at
}
