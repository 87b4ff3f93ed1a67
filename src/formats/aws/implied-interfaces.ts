// Interfaces that stand in no list, but that a NAT gateway or an endpoint names as its own.
import type { ResourceId } from '../../design/resource.ts'
import type { Draft } from './draft.ts'
import type { Interface } from './instances.ts'

export interface Implied {
  readonly value: Interface
  readonly owner: ResourceId
  readonly where: string
}

export function interfacesOfNatGateways(draft: Draft): readonly Implied[] {
  return draft.snapshot.lists.NatGateways.flatMap(({ value, where }) => {
    const { NatGatewayId: owner, SubnetId: subnet } = value
    if (subnet === undefined || !draft.has(owner, 'nat-gateway')) return []
    return value.NatGatewayAddresses.flatMap((address): Implied[] => {
      const { NetworkInterfaceId: id, PrivateIp, PublicIp, AllocationId } = address
      if (id === undefined || PrivateIp === undefined || draft.has(id)) return []
      // A NAT gateway's public address is always an Elastic IP, so it has an owner who is not Amazon.
      const association =
        PublicIp === undefined ? {} : { Association: { PublicIp, AllocationId, IpOwnerId: 'the account' } }
      const addresses = [{ PrivateIpAddress: PrivateIp, Primary: address.IsPrimary ?? true, ...association }]
      return [{ value: { ...bare(id, subnet), PrivateIpAddresses: addresses }, owner, where }]
    })
  })
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
  SourceDestCheck: true,
})
