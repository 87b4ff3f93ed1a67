// What kinds ask of the network around them, through the design. Every answer is computed once per view.
import { parseAddress, type Address, type Family, type IpValue } from '../net/address.ts'
import { intervalsIn, intervalsIntersect, intervalsSubtract, type IntervalSet } from '../net/interval-set.ts'
import { parsePrefix, prefixContains, type Prefix } from '../net/prefix.ts'
import { ref, type Ref, type Resource, type ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { publicRanges6 } from './address-ranges.ts'
import type {
  AclEntry,
  AvailabilityZone,
  Compute,
  ElasticIp,
  Internet,
  NetworkAcl,
  NetworkInterface,
  PrefixList,
  Region,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  Unmodelled,
  Vpc,
  VpcPeering,
} from './records.ts'

export const regionOf = (view: View, resource: Resource): Region | undefined =>
  (resource.kind === 'region' ? resource : view.ancestor(resource.id, 'region')) as Region | undefined

export const vpcOf = (view: View, resource: Resource): Vpc | undefined =>
  (resource.kind === 'vpc' ? resource : view.ancestor(resource.id, 'vpc')) as Vpc | undefined

export const zoneOf = (view: View, resource: Resource): AvailabilityZone | undefined =>
  view.ancestor(resource.id, 'availability-zone') as AvailabilityZone | undefined

export const subnetOf = (view: View, resource: Resource): Subnet | undefined =>
  (resource.kind === 'subnet' ? resource : view.ancestor(resource.id, 'subnet')) as Subnet | undefined

/** Every subnet of a VPC, whether it stands in a zone or straight in the VPC. */
export function subnetsOf(view: View, vpc: Resource): readonly Subnet[] {
  return view.memoOf('subnets', vpc, () => {
    const index = view.memo('subnets by vpc', () => {
      const map = new Map<ResourceId, Subnet[]>()
      for (const subnet of view.of('subnet') as readonly Subnet[]) {
        const owner = vpcOf(view, subnet)
        if (owner) map.set(owner.id, [...(map.get(owner.id) ?? []), subnet])
      }
      return map
    })
    return index.get(vpc.id) ?? []
  })
}

export const prefixes = (texts: readonly string[], hostBits: 'reject' | 'zero' = 'zero'): readonly Prefix[] =>
  texts.flatMap((text) => parsePrefix(text, hostBits) ?? [])

/** The CIDRs of a VPC, primary first, IPv6 last. */
export const cidrsOf = (view: View, vpc: Vpc): readonly Prefix[] =>
  view.memoOf('cidrs', vpc, () =>
    prefixes([vpc.fields.cidr, ...vpc.fields.secondaryCidrs, ...vpc.fields.ipv6Cidrs]),
  )

/** The IPv6 addresses of a VPC that the internet knows: neither unique local ones nor blocks that are kept private; rule 9.6. */
export const advertisedOf = (view: View, vpc: Vpc): IntervalSet =>
  intervalsSubtract(
    intervalsIntersect(spanOf(cidrsOf(view, vpc), 6), publicRanges6),
    spanOf(prefixes(vpc.fields.privateIpv6Cidrs), 6),
  )

export const subnetCidrs = (view: View, subnet: Subnet): readonly Prefix[] =>
  view.memoOf('cidrs', subnet, () => prefixes([subnet.fields.cidr, subnet.fields.ipv6Cidr]))

export function mainRouteTable(view: View, vpc: Resource): RouteTable | undefined {
  return (view.children(vpc.id, 'route-table') as readonly RouteTable[]).find((table) => table.fields.main)
}

/** The table in force: the subnet's own, else the VPC's main one; rule 3.1.1. */
export function routeTableOf(view: View, subnet: Subnet): RouteTable | undefined {
  const vpc = vpcOf(view, subnet)
  const own = subnet.fields.routeTable
  return own
    ? (named(view, own, 'route-table', vpc) as RouteTable | undefined)
    : vpc && mainRouteTable(view, vpc)
}

/** What a subnet names as its own; undefined, and so not known, where it is gone or of another VPC. */
function named(view: View, id: ResourceId, kind: string, vpc: Vpc | undefined): Resource | undefined {
  const found = view.get(id)
  return vpc && found?.kind === kind && vpcOf(view, found)?.id === vpc.id ? found : undefined
}

/** The table that routes what enters the VPC through this gateway (edge association), if there is one; rule 3.5. */
export function edgeTableOf(view: View, gateway: Resource): RouteTable | undefined {
  const vpc = vpcOf(view, gateway)
  return (view.referring(gateway.id, 'route-table') as readonly RouteTable[]).find(
    (table) => vpc && table.fields.gateway === gateway.id && vpcOf(view, table)?.id === vpc.id,
  )
}

function defaultNetworkAcl(view: View, vpc: Resource): NetworkAcl | undefined {
  return (view.children(vpc.id, 'network-acl') as readonly NetworkAcl[]).find((acl) => acl.fields.isDefault)
}

export function networkAclOf(view: View, subnet: Subnet): NetworkAcl | undefined {
  const vpc = vpcOf(view, subnet)
  const own = subnet.fields.networkAcl
  return own
    ? (named(view, own, 'network-acl', vpc) as NetworkAcl | undefined)
    : vpc && defaultNetworkAcl(view, vpc)
}

/** Subnets that use a route table or network ACL, by association or by default. */
export function subnetsUsing(view: View, table: Resource): readonly Subnet[] {
  const vpc = vpcOf(view, table)
  if (!vpc) return []
  return subnetsOf(view, vpc).filter(
    (subnet) =>
      (table.kind === 'route-table' ? routeTableOf(view, subnet) : networkAclOf(view, subnet))?.id ===
      table.id,
  )
}

export const interfacesIn = (view: View, subnet: Resource): readonly NetworkInterface[] =>
  view.children(subnet.id, 'network-interface') as readonly NetworkInterface[]

/** Interfaces of an instance, gateway or endpoint; the primary one first. */
export function interfacesOf(view: View, owner: Resource): readonly NetworkInterface[] {
  const mine = (view.referring(owner.id, 'network-interface') as readonly NetworkInterface[]).filter(
    (networkInterface) => networkInterface.fields.attachedTo === owner.id,
  )
  return mine.length < 2 ? mine : mine.toSorted((a, b) => Number(b.fields.primary) - Number(a.fields.primary))
}

/** One private address of an interface with the public IPv4 address that maps to it, if any; rules 8.1, 8.2. */
export interface Mapping {
  readonly address: Address
  readonly public: Address | null
  /** What gives the public address: the Elastic IP, or the interface itself. */
  readonly by: ResourceId
}

export function mappingsOf(view: View, networkInterface: NetworkInterface): readonly Mapping[] {
  return view.memoOf('mappings', networkInterface, () => {
    const elastic = (view.referring(networkInterface.id, 'elastic-ip') as readonly ElasticIp[]).filter(
      (ip) => ip.fields.networkInterface === networkInterface.id,
    )
    const v4 = networkInterface.fields.addresses.flatMap((row, index): Mapping[] => {
      const address = addressIn(4, row.address)
      if (!address) return []
      const held = elastic.find((ip) =>
        ip.fields.privateAddress === '' ? index === 0 : ip.fields.privateAddress === row.address,
      )
      // Associating an Elastic IP releases the address that was given automatically; rule 8.2.
      const outside = addressIn(4, held ? held.fields.address : row.publicAddress)
      return [{ address, public: outside, by: held?.id ?? networkInterface.id }]
    })
    const v6 = networkInterface.fields.ipv6.flatMap((text): Mapping[] => {
      const address = addressIn(6, text)
      return address ? [{ address, public: null, by: networkInterface.id }] : []
    })
    return [...v4, ...v6]
  })
}

function addressIn(family: Family, text: string): Address | null {
  const address = parseAddress(text)
  return address?.family === family ? address : null
}

export const addressesOf = (view: View, networkInterface: NetworkInterface): readonly Address[] =>
  mappingsOf(view, networkInterface).map((mapping) => mapping.address)

export const securityGroupsOf = (view: View, networkInterface: NetworkInterface): readonly SecurityGroup[] =>
  networkInterface.fields.securityGroups.flatMap((id) => {
    const found = view.get(id)
    return found?.kind === 'security-group' ? [found as SecurityGroup] : []
  })

/** Interfaces that carry a group. */
export const membersOf = (view: View, group: Resource): readonly NetworkInterface[] =>
  view.referring(group.id, 'network-interface') as readonly NetworkInterface[]

export function internetGatewayOf(view: View, vpc: Resource): Resource | undefined {
  return view.children(vpc.id, 'internet-gateway')[0]
}

export function peeringsOf(view: View, vpc: Resource): readonly VpcPeering[] {
  return view.referring(vpc.id, 'vpc-peering') as readonly VpcPeering[]
}

export function peerOf(view: View, peering: VpcPeering, vpc: Resource): Vpc | undefined {
  const other = peering.fields.requester === vpc.id ? peering.fields.accepter : peering.fields.requester
  const found = view.get(other)
  return found?.kind === 'vpc' ? (found as Vpc) : undefined
}

/** A VPC's place among all of the design. */
export const placeOf = (view: View, vpc: Vpc): number =>
  view.memo('places of vpcs', () => new Map(view.of('vpc').map(({ id }, place) => [id, place]))).get(vpc.id)!

export const sameRegion = (view: View, a: Resource, b: Resource): boolean =>
  regionOf(view, a)?.id === regionOf(view, b)?.id

/** Whether a peer or destination is written as a prefix list's id, which the design may not hold. */
export const isPrefixListId = (text: string): boolean => /^pl-|^prefix-list/.test(text)

/** What a route's destination covers: one CIDR, or the entries of a prefix list. Empty where it cannot be read. */
export function destinationsOf(view: View, destination: string): readonly Prefix[] {
  const list = view.get(destination)
  if (list?.kind === 'prefix-list') return prefixes((list as PrefixList).fields.cidrs)
  const prefix = parsePrefix(destination, 'zero')
  return prefix ? [prefix] : []
}

/** The addresses of one family that the prefixes cover. */
export function spanOf(list: readonly Prefix[], family: Family): IntervalSet {
  return intervalsIn(
    list.filter((prefix) => prefix.family === family).map((prefix) => [prefix.first, prefix.last] as const),
  )
}

export const pointsOf = (list: readonly Address[], family: Family): IntervalSet =>
  intervalsIn(
    list
      .filter((address) => address.family === family)
      .map((address) => [address.value, address.value] as const),
  )

export const inAny = (list: readonly Prefix[], family: Family, value: IpValue): boolean =>
  list.some((prefix) => prefixContains(prefix, { family, value }))

/** The resource that stands for hosts that the design does not name; an id of its own where none is drawn. */
export function anyoneOutside(view: View): Ref {
  const drawn = (view.of('internet') as readonly Internet[]).find(
    (internet) => internet.fields.addresses.length === 0,
  )
  return ref(drawn?.id ?? 'internet')
}

/** Rows of a network ACL in the order AWS reads them; rule 6.2. */
export const inOrder = (entries: readonly AclEntry[]): readonly AclEntry[] =>
  entries.toSorted((a, b) => a.number - b.number)

export const routesOf = (table: RouteTable): readonly Route[] => table.fields.routes

/** Something not modelled that leads out of the VPC, and so is no target for the VPC's own addresses; rule 3.2.2. */
export const isGatewayOut = (resource: Resource): boolean =>
  resource.kind === 'unmodelled' &&
  [
    'transit-gateway',
    'vpn-gateway',
    'virtual-private-gateway',
    'carrier-gateway',
    'core-network',
    'vpc-peering',
  ].includes((resource as Unmodelled).fields.type)

/** Machines whose software sends and receives for itself; the rest is AWS's and always behaves. */
export const isCompute = (owner: Resource): owner is Compute => 'forwards' in owner.fields
