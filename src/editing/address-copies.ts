// Copies may not have the addresses of their originals: blocks and addresses that are taken are given anew, outermost
// first. What comes from another design, or was cut, keeps its own where they are free.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { AvailabilityZone, ElasticIp, NetworkInterface, Subnet, Vpc } from '../kinds/records.ts'
import { freeZone } from '../kinds/zones.ts'
import { cidrsOf, vpcOf } from '../kinds/network.ts'
import { parsePrefix, prefixesOverlap } from '../net/prefix.ts'
import { freePublicAddress } from '../kinds/free.ts'
import { checkAddress } from './check-address.ts'
import { checkField } from './check-field.ts'
import { nextSubnetCidr, nextSubnetIpv6, nextVpcBlock, viewOf, withFreshAddresses } from './free-blocks.ts'
import { rebaseFields, type Move } from './rebase.ts'
import { replace } from './replace.ts'

/** `originalOf`: the original's id of each copy. */
export function addressCopies(design: Design, originalOf: ReadonlyMap<ResourceId, ResourceId>): Design {
  const isCopy = (id: ResourceId | null) => id !== null && originalOf.has(id)
  const copies = (kind: string) => [...originalOf.keys()].filter((id) => design.resources[id]?.kind === kind)
  const inOriginals = (id: ResourceId) =>
    !isCopy(vpcOf(viewOf(design), design.resources[id] as Resource)?.id ?? null)
  // In a copied VPC everything stands where it stood in the original's block; beside originals it needs a free one.
  const beside = copies('subnet').filter(inOriginals)
  const zones = copies('availability-zone').filter(inOriginals)
  const settled = new Set([...copies('vpc'), ...beside])

  const moves: Move[] = []
  let at = design
  for (const id of copies('vpc')) at = withFreeBlocks(at, id, moves)
  for (const id of zones) at = withFreeZone(at, id)
  for (const id of beside) at = withFreeSubnetBlocks(at, id, moves)
  at = replace(
    at,
    [...originalOf.keys()]
      .filter((id) => !settled.has(id))
      .map((id) => rebaseFields(at.resources[id] as Resource, moves)),
  )
  for (const id of copies('network-interface')) {
    const inCopy = isCopy((at.resources[id] as Resource).parent)
    const before = viewOf(at)
    const keeps = (address: string) =>
      address !== '' && (inCopy || isFreeAddress(before, at.resources[id] as Resource, address))
    at = withFreshPublicAddresses(withFreshAddresses(at, id, keeps), id)
  }
  for (const id of copies('elastic-ip')) {
    const { fields } = at.resources[id] as unknown as ElasticIp
    const privateAddress = privateOf(at, fields, design, originalOf)
    // Its own address is none that is taken.
    at = edited(at, id, { address: '' })
    at = edited(at, id, { address: freePublicAddress(viewOf(at)), privateAddress })
  }
  return at
}

function edited(design: Design, id: ResourceId, fields: Resource['fields']): Design {
  const resource = design.resources[id] as Resource
  return replace(design, [{ ...resource, fields: { ...resource.fields, ...fields } }])
}

/** Notes in `moves` where each block went. */
function withFreeBlocks(design: Design, id: ResourceId, moves: Move[]): Design {
  const { fields } = design.resources[id] as unknown as Vpc
  const view = viewOf(design)
  const given: string[] = []
  const next = (cidr: string) => {
    const block = isFreeBlock(view, id, cidr) ? cidr : nextVpcBlock(view, cidr, given)
    given.push(block)
    note(moves, cidr, block)
    return block
  }
  return edited(design, id, {
    isDefault: false,
    cidr: next(fields.cidr),
    secondaryCidrs: fields.secondaryCidrs.map(next),
    ipv6Cidrs: fields.ipv6Cidrs.map(next),
    // The new blocks are the usual ones of Amazon.
    privateIpv6Cidrs: [],
  })
}

function withFreeZone(design: Design, id: ResourceId): Design {
  const zone = design.resources[id] as AvailabilityZone
  const vpc = vpcOf(viewOf(design), zone)
  if (!vpc) return design
  const name = freeZone(viewOf(design), vpc)
  return replace(design, [{ ...(zone as Resource), name, fields: { ...zone.fields, zone: name } }])
}

/** Notes in `moves` where each block went. */
function withFreeSubnetBlocks(design: Design, id: ResourceId, moves: Move[]): Design {
  const { fields } = design.resources[id] as unknown as Subnet
  const view = viewOf(design)
  const vpc = vpcOf(view, design.resources[id] as Resource)
  if (!vpc) return design
  const keeps = (name: string) => checkField(design, id, name, asText(design, id, name)) === null
  const cidr = keeps('cidr') ? fields.cidr : nextSubnetCidr(view, vpc, fields.cidr)
  const ipv6Cidr = keeps('ipv6Cidr') ? fields.ipv6Cidr : nextSubnetIpv6(view, vpc, fields.ipv6Cidr)
  note(moves, fields.cidr, cidr)
  note(moves, fields.ipv6Cidr, ipv6Cidr)
  return edited(design, id, { cidr, ipv6Cidr })
}

/** Whether no other VPC has addresses of this block. */
function isFreeBlock(view: View, id: ResourceId, cidr: string): boolean {
  const block = parsePrefix(cidr)
  const others = (view.of('vpc') as readonly Vpc[]).filter((vpc) => vpc.id !== id)
  return (
    block !== null && !others.some((vpc) => cidrsOf(view, vpc).some((other) => prefixesOverlap(other, block)))
  )
}

function isFreeAddress(view: View, resource: Resource, text: string): boolean {
  const family = text.includes(':') ? 6 : 4
  const field = { type: 'address', label: '', family } as const
  return checkAddress({ view, resource, field, name: 'address', text, rows: [], row: undefined }) === null
}

const asText = (design: Design, id: ResourceId, name: string): string => {
  const value = design.resources[id]?.fields[name]
  return typeof value === 'string' ? value : ''
}

function note(moves: Move[], from: string, to: string): void {
  const [old, next] = [parsePrefix(from), parsePrefix(to)]
  if (old && next) moves.push({ from: old, to: next })
}

function withFreshPublicAddresses(design: Design, id: ResourceId): Design {
  const { fields } = design.resources[id] as unknown as NetworkInterface
  const given: string[] = []
  const addresses = fields.addresses.map((row) => {
    if (row.publicAddress === '') return row
    const publicAddress = freePublicAddress(viewOf(design), given)
    given.push(publicAddress)
    return { ...row, publicAddress }
  })
  return given.length === 0 ? design : edited(design, id, { addresses })
}

/** An Elastic IP that named a private address names the one in the same row of the copied interface. */
function privateOf(
  at: Design,
  { networkInterface, privateAddress }: ElasticIp['fields'],
  design: Design,
  originalOf: ReadonlyMap<ResourceId, ResourceId>,
): string {
  if (privateAddress === '' || networkInterface === null) return ''
  const copied = addressesOf(at, networkInterface)
  const row = addressesOf(design, originalOf.get(networkInterface)).findIndex(
    ({ address }) => address === privateAddress,
  )
  return copied[row]?.address ?? copied.find(({ address }) => address === privateAddress)?.address ?? ''
}

function addressesOf(design: Design, id: ResourceId | undefined): NetworkInterface['fields']['addresses'] {
  const resource = id === undefined ? undefined : design.resources[id]
  return resource?.kind === 'network-interface' ? (resource as NetworkInterface).fields.addresses : []
}
