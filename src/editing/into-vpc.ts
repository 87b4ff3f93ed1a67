// What was dragged from one VPC into another: its addresses, groups and tables become those of where it is.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { defaultGroup } from '../kinds/groups.ts'
import { withFields } from '../kinds/make.ts'
import { vpcOf } from '../kinds/network.ts'
import type { Subnet } from '../kinds/records.ts'
import { parsePrefix } from '../net/prefix.ts'
import { nextSubnetCidr, nextSubnetIpv6, viewOf, withFreshAddresses } from './free-blocks.ts'
import { rebaseFields, type Move } from './rebase.ts'
import { mapReferences } from './references.ts'
import { remove } from './remove.ts'
import { replace } from './replace.ts'
import { ancestry } from './where-to.ts'

/** `tree`: what moved, with the interfaces attached to any of it. */
export function intoVpc(
  design: Design,
  tree: ReadonlySet<ResourceId>,
  from: ResourceId,
  to: ResourceId,
): Design {
  const { design: alone, moved } = withoutStrangers(design, tree)
  const ofOld = (id: ResourceId) => !moved.has(id) && ancestry(alone, id).some((outer) => outer.id === from)
  const exchanged = withDefaults(alone, moved, ofOld, to)
  const { design: settled, moves } = withBlocks(exchanged, moved)
  return withAddresses(settled, moved, moves, ofOld)
}

/** An endpoint that stays loses its interface in a subnet that leaves. */
function withoutStrangers(design: Design, tree: ReadonlySet<ResourceId>) {
  const isStranger = (id: ResourceId) => {
    const owner = design.resources[id]?.fields['attachedTo']
    return typeof owner === 'string' && !tree.has(owner)
  }
  const moved = new Set([...tree].filter((id) => !isStranger(id)))
  const rest = remove(design, [...tree].filter(isStranger))
  const endpoints = Object.values(rest.resources).filter(
    ({ id, fields }) => !moved.has(id) && fields['subnets'],
  )
  const changed = endpoints.map((resource) => {
    const isSubnet = (id: ResourceId) => moved.has(id) && rest.resources[id]?.kind === 'subnet'
    return mapReferences(resource, (id) => (isSubnet(id) ? null : id))
  })
  return { design: replace(rest, changed), moved }
}

/** Groups of the old VPC are exchanged for the default group of the new one; its tables for none, which is the main one. */
function withDefaults(
  design: Design,
  moved: ReadonlySet<ResourceId>,
  ofOld: (id: ResourceId) => boolean,
  to: ResourceId,
): Design {
  const vpc = design.resources[to]
  const group = vpc ? defaultGroup(viewOf(design), vpc)?.id : undefined
  const resources = [...moved].flatMap((id) => design.resources[id] ?? [])
  const changed = resources.map((resource) =>
    mapReferences(resource, (id, field) => {
      if (!ofOld(id)) return id
      return field.type === 'references' && field.kinds.includes('security-group') ? (group ?? null) : null
    }),
  )
  return replace(design, changed)
}

/** Subnets take free blocks of the new VPC, one after the other. */
function withBlocks(design: Design, moved: ReadonlySet<ResourceId>) {
  const moves: Move[] = []
  let at = design
  for (const id of moved) {
    if (at.resources[id]?.kind !== 'subnet') continue
    const subnet = at.resources[id] as Subnet
    const vpc = vpcOf(viewOf(at), subnet)
    if (!vpc) continue
    // Its own block of before must not stand in its way.
    const others = viewOf(replace(at, [withFields(subnet, { cidr: '', ipv6Cidr: '' })]))
    const cidr = nextSubnetCidr(others, vpc, subnet.fields.cidr)
    const ipv6Cidr = nextSubnetIpv6(others, vpc, subnet.fields.ipv6Cidr)
    for (const [before, after] of [
      [subnet.fields.cidr, cidr],
      [subnet.fields.ipv6Cidr, ipv6Cidr],
    ] as const) {
      const [old, block] = [parsePrefix(before), parsePrefix(after)]
      if (old && block) moves.push({ from: old, to: block })
    }
    at = replace(at, [withFields(subnet, { cidr, ipv6Cidr })])
  }
  return { design: at, moves }
}

function withAddresses(
  design: Design,
  moved: ReadonlySet<ResourceId>,
  moves: readonly Move[],
  ofOld: (id: ResourceId) => boolean,
): Design {
  let at = design
  for (const id of moved) {
    const resource = at.resources[id]
    if (resource?.kind !== 'network-interface') continue
    const { attachedTo } = resource.fields
    const owner = typeof attachedTo === 'string' ? at.resources[attachedTo] : undefined
    // A second interface in another subnet of the old VPC follows its owner, too.
    const follows = resource.parent !== null && ofOld(resource.parent)
    const parent = follows ? (owner?.parent ?? resource.parent) : resource.parent
    at = replace(at, [rebaseFields({ ...resource, parent }, moves)])
    const inMoved = parent !== null && moved.has(parent)
    at = withFreshAddresses(at, id, (address) => inMoved && address !== '')
  }
  return at
}
