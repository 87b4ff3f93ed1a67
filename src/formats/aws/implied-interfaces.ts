// Interfaces that stand in no list, but that a NAT gateway or an endpoint names as its own.
import type { ResourceId } from '../../design/resource.ts'
import type { Draft } from './draft.ts'
import type { Interface } from './instances.ts'
import type { Item } from './snapshot.ts'

export interface Implied {
  readonly value: Interface
  readonly owner: ResourceId
  readonly where: string
}

export function interfacesOfNatGateways(draft: Draft): readonly Implied[] {
  return draft.snapshot.lists.NatGateways.flatMap(({ value, where }) => {
    const { NatGatewayId: owner, SubnetId: subnet } = value
    if (subnet === undefined || !draft.has(owner, 'nat-gateway')) return []
    const ids = new Set(value.NatGatewayAddresses.flatMap((address) => address.NetworkInterfaceId ?? []))
    return [...ids]
      .filter((id) => !draft.has(id))
      .map((id) => {
        const own = value.NatGatewayAddresses.filter((address) => address.NetworkInterfaceId === id)
        const PrivateIpAddresses = own.flatMap(privateAddress)
        return { value: { ...bare(id, subnet), PrivateIpAddresses }, owner, where }
      })
  })
}

type Addresses = Item<'NatGateways'>['NatGatewayAddresses']

function privateAddress(address: Addresses[number]): Interface['PrivateIpAddresses'] {
  const { PrivateIp, PublicIp, AllocationId, IsPrimary = true } = address
  if (PrivateIp === undefined) return []
  // A NAT gateway's public address is always an Elastic IP, so it has an owner who is not Amazon.
  const Association =
    PublicIp === undefined ? undefined : { PublicIp, AllocationId, IpOwnerId: 'the account' }
  return [{ PrivateIpAddress: PrivateIp, Primary: IsPrimary, Association }]
}

/** Nothing tells the addresses of these; that they are there is still worth drawing. */
export function interfacesOfEndpoints(draft: Draft): readonly Implied[] {
  return draft.snapshot.lists.VpcEndpoints.flatMap(({ value, where }) => {
    const { VpcEndpointId: owner, NetworkInterfaceIds: ids, SubnetIds: subnets, Groups } = value
    const missing = ids.filter((id) => !draft.has(id))
    if (missing.length === 0 || !draft.has(owner, 'interface-endpoint')) return []
    const served = new Set(ids.map((id) => draft.get(id)?.parent))
    const free = subnets.filter((subnet) => draft.has(subnet, 'subnet') && !served.has(subnet))
    draft.say(
      'warning',
      where,
      `The addresses of the interfaces of '${owner}' are not in the snapshot: ${missing.join(', ')}.`,
      { fix: 'Add the output of `aws ec2 describe-network-interfaces`.' },
    )
    return missing
      .slice(0, free.length)
      .map((id, index) => ({ value: { ...bare(id, free[index]!), Groups }, owner, where }))
  })
}

const bare = (id: ResourceId, subnet: ResourceId): Interface => ({
  NetworkInterfaceId: id,
  SubnetId: subnet,
  Description: '',
  InterfaceType: 'interface',
  Groups: [],
  PrivateIpAddresses: [],
  Ipv6Addresses: [],
  Ipv4Prefixes: [],
  Ipv6Prefixes: [],
  SourceDestCheck: true,
})
