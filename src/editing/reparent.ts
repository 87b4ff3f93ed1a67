// Drags something into another container. What it refers to where it was, and its addresses, become those of where it is.
import type { Box, Design } from '../design/design.ts'
import { say } from '../design/phrase.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { defaultGroup } from '../kinds/groups.ts'
import { kinds } from '../kinds/index.ts'
import { regionOf, vpcOf } from '../kinds/network.ts'
import type { Subnet } from '../kinds/records.ts'
import { parsePrefix } from '../net/prefix.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { nextSubnetCidr, nextSubnetIpv6, viewOf, withFreshAddresses } from './free-blocks.ts'
import { moveTo } from './move-to.ts'
import type { Placed } from './place.ts'
import { rebaseFields, type Move } from './rebase.ts'
import { mapReferences } from './references.ts'
import { remove } from './remove.ts'
import { seat } from './seat.ts'
import { replace } from './set-field.ts'
import { ancestry, limit, takes } from './where-to.ts'

/** `box` is relative to the new parent. */
export function reparent(design: Design, id: ResourceId, parent: ResourceId | null, box: Box): Placed {
  const resource = design.resources[id]
  const kind = kinds.get(resource?.kind ?? '')
  if (!resource || !kind) return { ok: false, why: say`There is no resource ${id}.` }
  if (resource.parent === parent) return { ok: true, design: moveTo(design, { [id]: box }), id }
  const container = parent === null ? null : (design.resources[parent] ?? null)
  const legal = container ? takes(kind, container.kind) && !ancestry(design, container.id).includes(resource) : kind.placement.in.includes('canvas')
  if (!legal) return { ok: false, why: say`${kind.placement.why}` }
  const full = container && limit(design, kind, container, id)
  if (full) return { ok: false, why: say`${full}` }

  const before = viewOf(design)
  const moved = replace(design, [{ ...resource, parent }])
  const [from, to] = [vpcOf(before, resource), vpcOf(viewOf(moved), moved.resources[id] as Resource)]
  const owns = before.referring(id, 'network-interface').some((held) => held.fields['attachedTo'] === id)
  if (from && from !== to && owns && shapeOf(resource.kind) === 'border-bottom') {
    return { ok: false, why: say`${resource.name} has network interfaces in the subnets of ${from.name}. Place a new one in ${container?.name ?? ''} instead.` }
  }
  const along = bringInterfaces(moved, id, resource.parent)
  const settled = from && to && from.id !== to.id ? intoVpc(along, treeOf(along, id), from.id, to.id) : along
  const addressed = settled === along ? freshWhereMoved(along, design, id) : settled
  const zoned = resource.kind === 'vpc' ? intoRegion(addressed, id, regionOf(before, resource)?.id) : addressed
  const { [id]: _old, ...layout } = zoned.layout
  return { ok: true, design: seat({ ...zoned, layout }, [{ id, wanted: box }], { ...design, layout }), id }
}

/** Interfaces stand beside their owner; those that it had in the same subnet come along. */
function bringInterfaces(design: Design, id: ResourceId, from: ResourceId | null): Design {
  const parent = design.resources[id]?.parent ?? null
  const held = Object.values(design.resources).filter((other) => other.fields['attachedTo'] === id && other.parent === from && from !== null)
  return replace(design, held.map((other) => ({ ...other, parent })))
}

function freshWhereMoved(design: Design, before: Design, id: ResourceId): Design {
  let at = design
  for (const other of Object.values(design.resources)) {
    const old = before.resources[other.id]
    if (other.id !== id && old && old.parent !== other.parent) at = withFreshAddresses(at, other.id)
  }
  return at
}

/** The resource, what it holds, and the interfaces attached to any of that. */
function treeOf(design: Design, id: ResourceId): ReadonlySet<ResourceId> {
  return new Set(
    Object.values(design.resources)
      .filter((resource) => {
        const owner = resource.fields['attachedTo']
        return [resource.id, ...(typeof owner === 'string' ? [owner] : [])].some((start) => ancestry(design, start).some((outer) => outer.id === id))
      })
      .map((resource) => resource.id),
  )
}

/** Subnets take free blocks of the new VPC; groups and tables of the old one are exchanged for its defaults. */
function intoVpc(design: Design, tree: ReadonlySet<ResourceId>, from: ResourceId, to: ResourceId): Design {
  // An endpoint of the old VPC loses its interface in a subnet that leaves.
  const strangers = [...tree].filter((id) => {
    const owner = design.resources[id]?.fields['attachedTo']
    return typeof owner === 'string' && !tree.has(owner)
  })
  const left = new Set([...tree].filter((id) => !strangers.includes(id)))
  const subnets = new Set([...left].filter((id) => design.resources[id]?.kind === 'subnet'))
  let at = remove(design, strangers)
  const stays = Object.values(at.resources).filter((resource) => !left.has(resource.id) && resource.fields['subnets'] !== undefined)
  at = replace(at, stays.map((resource) => mapReferences(resource, (id) => (subnets.has(id) ? null : id))))

  const ofOld = (id: ResourceId) => !left.has(id) && ancestry(at, id).some((outer) => outer.id === from)
  const group = defaultGroup(viewOf(at), at.resources[to] as Resource)
  const mapped = [...left].flatMap((id) => at.resources[id] ?? []).map((resource) =>
    mapReferences(resource, (id, field) => {
      if (!ofOld(id)) return id
      return field.type === 'references' && field.kinds.includes('security-group') ? (group?.id ?? null) : null
    }),
  )
  at = replace(at, mapped)
  const moves: Move[] = []
  for (const id of subnets) {
    const subnet = at.resources[id] as Subnet
    const vpc = vpcOf(viewOf(at), subnet)
    if (!vpc) continue
    const others = viewOf(replace(at, [{ ...(subnet as unknown as Resource), fields: { ...subnet.fields, cidr: '', ipv6Cidr: '' } }]))
    const next = { cidr: nextSubnetCidr(others, vpc, subnet.fields.cidr), ipv6Cidr: nextSubnetIpv6(others, vpc, subnet.fields.ipv6Cidr) }
    for (const name of ['cidr', 'ipv6Cidr'] as const) {
      const [old, block] = [parsePrefix(subnet.fields[name]), parsePrefix(next[name])]
      if (old && block) moves.push({ from: old, to: block })
    }
    at = replace(at, [{ ...(subnet as unknown as Resource), fields: { ...subnet.fields, ...next } }])
  }
  for (const id of left) {
    const resource = at.resources[id]
    if (resource?.kind !== 'network-interface') continue
    // A second interface in another subnet of the old VPC follows its owner, too.
    const owner = at.resources[String(resource.fields['attachedTo'])]
    const parent = resource.parent !== null && ofOld(resource.parent) ? (owner?.parent ?? resource.parent) : resource.parent
    at = replace(at, [rebaseFields({ ...resource, parent }, moves)])
    const inMoved = parent !== null && subnets.has(parent)
    at = withFreshAddresses(at, id, (address) => inMoved && address !== '')
  }
  return at
}

/** A VPC in another Region has zones and Elastic IPs of that Region. */
function intoRegion(design: Design, id: ResourceId, from: ResourceId | undefined): Design {
  const view = viewOf(design)
  const region = regionOf(view, design.resources[id] as Resource)
  const [old, code] = [design.resources[from ?? '']?.fields['code'], region?.fields.code]
  if (!region || typeof old !== 'string' || typeof code !== 'string' || old === code) return design
  const tree = treeOf(design, id)
  const changed = Object.values(design.resources).flatMap((resource): Resource[] => {
    const { zone, networkInterface } = resource.fields
    if (tree.has(resource.id) && typeof zone === 'string' && zone.startsWith(old)) {
      const next = code + zone.slice(old.length)
      return [{ ...resource, name: resource.name === zone ? next : resource.name, fields: { ...resource.fields, zone: next } }]
    }
    return typeof networkInterface === 'string' && tree.has(networkInterface) ? [{ ...resource, parent: region.id }] : []
  })
  return replace(design, changed)
}
