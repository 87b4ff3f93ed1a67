// What is still free: addresses and blocks that a new resource may take.
import { formatAddress, parseAddress, type Address } from '../net/address.ts'
import { formatPrefix, nextFreeAddress, nextFreePrefix, parsePrefix, type Prefix } from '../net/prefix.ts'
import type { View } from '../design/view.ts'
import { cidrsOf, interfacesIn, prefixes, subnetCidrs, subnetsOf } from './network.ts'
import type { ElasticIp, NetworkInterface, Subnet, Vpc } from './records.ts'

/** AWS keeps the first four addresses of a subnet and the last one, in both families; subnet-sizing. */
export const reserved = { head: 4, tail: 1 }

/** The next private address of a subnet that no interface has; empty when none is left or its CIDR cannot be read. */
export function freePrivateAddress(view: View, subnet: Subnet, family: 4 | 6 = 4): string {
  const block = subnetCidrs(view, subnet).find((prefix) => prefix.family === family)
  if (!block) return ''
  const texts = interfacesIn(view, subnet).flatMap(({ fields }) =>
    family === 4 ? fields.addresses.map((row) => row.address) : fields.ipv6,
  )
  const found = nextFreeAddress(block, parsed(texts), reserved)
  return found ? formatAddress(found) : ''
}

// Assumed: real public addresses are given by AWS; these are of the ranges kept for documentation (RFC 5737)
// and, should a design need more, for benchmarks (RFC 2544). 198.51.100.0/24 is left to hosts outside.
const publicBlocks: readonly (readonly [cidr: string, head: number])[] = [
  ['203.0.113.0/24', 10],
  ['192.0.2.0/24', 10],
  ['198.18.0.0/15', 10],
]

/** A public address that nothing in the design has: 203.0.113.10 and up. */
export function freePublicAddress(view: View, also: readonly string[] = []): string {
  const taken = parsed([...publicAddresses(view), ...also])
  for (const [cidr, head] of publicBlocks) {
    const block = parsePrefix(cidr)
    const found = block && nextFreeAddress(block, taken, { head, tail: 1 })
    if (found) return formatAddress(found)
  }
  return ''
}

function publicAddresses(view: View): readonly string[] {
  const held = (view.of('elastic-ip') as readonly ElasticIp[]).map((ip) => ip.fields.address)
  const given = (view.of('network-interface') as readonly NetworkInterface[]).flatMap(({ fields }) =>
    fields.addresses.map((row) => row.publicAddress),
  )
  return [...held, ...given].filter((address) => address !== '')
}

/** The next block for a subnet: a /24, or the largest that still fits down to /28; empty when the VPC is full. */
export function freeSubnetCidr(view: View, vpc: Vpc): string {
  const taken = subnetsOf(view, vpc).flatMap((subnet) => subnetCidrs(view, subnet))
  const blocks = cidrsOf(view, vpc).filter((prefix) => prefix.family === 4)
  for (let length = 24; length <= 28; length++) {
    for (const block of blocks) {
      const found = nextFreePrefix(block, taken, length)
      if (found) return formatPrefix(found)
    }
  }
  return ''
}

/** The next /64 of the VPC's IPv6 blocks; empty when it has none. */
export function freeSubnetIpv6(view: View, vpc: Vpc): string {
  const taken = subnetsOf(view, vpc).flatMap((subnet) => subnetCidrs(view, subnet))
  for (const block of cidrsOf(view, vpc)) {
    const found = block.family === 6 ? nextFreePrefix(block, taken, 64) : null
    if (found) return formatPrefix(found)
  }
  return ''
}

/** 10.0.0.0/16, then 10.1.0.0/16 …, clear of every VPC of the design, so that any two of them may be peered. */
export function freeVpcCidr(view: View): string {
  const taken: readonly Prefix[] = (view.of('vpc') as readonly Vpc[]).flatMap((vpc) =>
    prefixes([vpc.fields.cidr, ...vpc.fields.secondaryCidrs]),
  )
  for (const range of ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']) {
    const block = parsePrefix(range)
    const found = block && nextFreePrefix(block, taken, 16)
    if (found) return formatPrefix(found)
  }
  return '10.0.0.0/16'
}

const parsed = (texts: readonly string[]): readonly Address[] =>
  texts.flatMap((text) => parseAddress(text) ?? [])
