// Blocks and addresses for what was copied or moved: as large as before where that is free.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { createView, type View } from '../design/view.ts'
import { freePrivateAddress, freeSubnetCidr, freeSubnetIpv6 } from '../kinds/free.ts'
import { kinds } from '../kinds/index.ts'
import { withFields } from '../kinds/make.ts'
import { cidrsOf, prefixes, subnetCidrs, subnetsOf } from '../kinds/network.ts'
import type { NetworkInterface, Subnet, Vpc } from '../kinds/records.ts'
import { formatPrefix, nextFreePrefix, parsePrefix, prefixAround, type Prefix } from '../net/prefix.ts'
import { replace } from './replace.ts'

export const viewOf = (design: Design): View => createView(design, (kind) => kinds.get(kind)?.fields)

/** The next free block of the same length in the VPC, else what is left for a subnet; empty when nothing is. */
export function nextSubnetCidr(view: View, vpc: Vpc, old: string): string {
  const length = parsePrefix(old)?.length
  const taken = subnetsOf(view, vpc).flatMap((subnet) => subnetCidrs(view, subnet))
  for (const block of cidrsOf(view, vpc)) {
    const found = length !== undefined && block.family === 4 ? nextFreePrefix(block, taken, length) : null
    if (found) return formatPrefix(found)
  }
  return freeSubnetCidr(view, vpc)
}

export const nextSubnetIpv6 = (view: View, vpc: Vpc, old: string): string =>
  old === '' ? '' : freeSubnetIpv6(view, vpc)

/** A block of the same length that no VPC of the design has: in the private range it comes from, else in another. */
export function nextVpcBlock(view: View, old: string, also: readonly string[]): string {
  const prefix = parsePrefix(old)
  if (!prefix) return old
  const held = (view.of('vpc') as readonly Vpc[]).flatMap(({ fields }) => [
    fields.cidr,
    ...fields.secondaryCidrs,
    ...fields.ipv6Cidrs,
  ])
  const taken = prefixes([...held, ...also])
  for (const range of rangesFor(prefix)) {
    const found = nextFreePrefix(range, taken, prefix.length)
    if (found) return formatPrefix(found)
  }
  return ''
}

function rangesFor(prefix: Prefix): readonly Prefix[] {
  // IPv6 blocks are given by AWS: the copy's comes from beside the original.
  if (prefix.family === 6)
    return [prefixAround({ family: 6, value: prefix.first }, Math.max(0, prefix.length - 16))]
  const ranges = prefixes(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'])
  const own = ranges.find((range) => range.first <= prefix.first && prefix.last <= range.last)
  return own ? [own, ...ranges.filter((range) => range !== own)] : ranges
}

/** The interface with addresses of the subnet it is in now, in place of those that `keeps` does not hold on to. */
export function withFreshAddresses(
  design: Design,
  id: ResourceId,
  keeps: (address: string) => boolean = () => false,
): Design {
  const before = interfaceOf(design, id)
  const subnet = design.resources[before?.parent ?? '']
  if (!before || subnet?.kind !== 'subnet') return design
  const { addresses, ipv6 } = before.fields
  const held = addresses.map((row) => (keeps(row.address) ? row : { ...row, address: '' }))
  let at = withAddresses(design, before, { addresses: held, ipv6: ipv6.filter(keeps) })
  for (const row of held.filter(({ address }) => address === '')) {
    const now = interfaceOf(at, id) ?? before
    const address = freePrivateAddress(viewOf(at), subnet as Subnet)
    // A subnet that is full leaves secondary addresses behind, as AWS would refuse them.
    const fill = (other: typeof row) => (address === '' ? [] : [{ ...other, address }])
    at = withAddresses(at, now, {
      addresses: now.fields.addresses.flatMap((other) => (other.id === row.id ? fill(other) : [other])),
    })
  }
  for (let i = ipv6.filter(keeps).length; i < ipv6.length; i++) {
    const now = interfaceOf(at, id) ?? before
    const address = freePrivateAddress(viewOf(at), subnet as Subnet, 6)
    if (address !== '') at = withAddresses(at, now, { ipv6: [...now.fields.ipv6, address] })
  }
  return at
}

const interfaceOf = (design: Design, id: ResourceId): NetworkInterface | undefined => {
  const resource = design.resources[id]
  return resource?.kind === 'network-interface' ? (resource as NetworkInterface) : undefined
}

const withAddresses = (
  design: Design,
  one: NetworkInterface,
  fields: Partial<NetworkInterface['fields']>,
): Design => replace(design, [withFields(one, fields)])
