// Network interfaces: those of the list, and those that only an instance, NAT gateway or endpoint tells of.
import type { Compute, NetworkInterface, PrivateAddress } from '../../kinds/records.ts'
import { parseAddress } from '../../net/address.ts'
import type { Found } from './collect.ts'
import type { Draft } from './draft.ts'
import { isPrimary, type Instances, type Interface } from './instances.ts'
import { ownersOf } from './owners.ts'
import type { Places } from './places.ts'
import { nameTag } from './tidy.ts'

/** A public address that an account owns rather than Amazon: an Elastic IP, be it in the list of Addresses or not. */
export interface Held {
  readonly address: string
  readonly allocation: string | undefined
  readonly networkInterface: string
  readonly privateAddress: string
  readonly where: string
}

export function addInterfaces(draft: Draft, instances: Instances, places: Places): readonly Held[] {
  const { lists, given } = draft.snapshot
  const held: Held[] = []
  const owner = ownersOf(draft, instances, places)
  const elastic = new Set(lists.Addresses.flatMap(({ value }) => value.PublicIp ?? []))
  for (const { value, where } of [...lists.NetworkInterfaces, ...instances.interfaces]) {
    if (draft.has(value.NetworkInterfaceId)) continue
    if (!draft.has(value.SubnetId, 'subnet')) {
      draft.say(
        'warning',
        where,
        `'${value.NetworkInterfaceId}' stands in the subnet '${value.SubnetId}', which is not in the snapshot; it is left out.`,
      )
      continue
    }
    add(value, where, owner(value, where))
  }
  for (const found of lists.NatGateways) addOfNatGateway(found)
  for (const found of lists.VpcEndpoints) addOfEndpoint(found)
  if (!given.has('NetworkInterfaces') && draft.of('network-interface').length > 0)
    draft.say(
      'note',
      'NetworkInterfaces',
      'The snapshot has no list of network interfaces; only those of instances, NAT gateways and endpoints are known.',
      {
        fix: 'Add the output of `aws ec2 describe-network-interfaces`.',
      },
    )
  return held

  function add(value: Interface, where: string, attachedTo: string | null): void {
    const owner = attachedTo === null ? undefined : draft.get(attachedTo)
    const stopped = owner?.kind === 'instance' && (owner as Compute).fields.state === 'stopped'
    const addresses = addressesOf(value).flatMap(
      ({ PrivateIpAddress: address, Association: association }, index): PrivateAddress[] => {
        if (!valid(address, 4, where)) return []
        const outside = association?.PublicIp
        // An Elastic IP may be told by its owner's number, by an allocation, or only by the list of Addresses.
        const amazon =
          association?.IpOwnerId === undefined
            ? association?.AllocationId === undefined
            : association.IpOwnerId === 'amazon'
        const automatic = outside !== undefined && amazon && !elastic.has(outside) && valid(outside, 4, where)
        if (outside !== undefined && !automatic)
          held.push({
            address: outside,
            allocation: association?.AllocationId,
            networkInterface: value.NetworkInterfaceId,
            privateAddress: address,
            where,
          })
        if (association?.CarrierIp !== undefined)
          draft.say(
            'warning',
            where,
            `The carrier address ${association.CarrierIp} of '${value.NetworkInterfaceId}' is not modelled.`,
          )
        // AWS takes an automatic public address back when an instance stops; 8.2.
        return [{ id: `a${index + 1}`, address, publicAddress: automatic && !stopped ? outside : '' }]
      },
    )
    draft.add(
      'network-interface',
      value.NetworkInterfaceId,
      nameTag({ Tags: value.TagSet ?? value.Tags }),
      value.SubnetId,
      {
        addresses,
        ipv6: value.Ipv6Addresses.flatMap(({ Ipv6Address }) =>
          valid(Ipv6Address, 6, where) ? [Ipv6Address] : [],
        ),
        securityGroups: value.Groups.map((group) => group.GroupId),
        // What AWS runs itself forwards for others as it must, whatever the flag says; 8.3.
        sourceDestCheck: owner?.kind === 'nat-gateway' ? false : value.SourceDestCheck,
        attachedTo,
        primary: owner?.kind === 'instance' ? isPrimary(value) : false,
      } satisfies NetworkInterface['fields'],
    )
    if (attachedTo === null) draft.say('note', where, `'${value.NetworkInterfaceId}' is attached to nothing.`)
  }

  function valid(text: string, family: 4 | 6, where: string): boolean {
    if (parseAddress(text)?.family === family) return true
    draft.say('error', where, `'${text}' is no IPv${family} address; it is left out.`)
    return false
  }

  function addOfNatGateway({ value, where }: Found<(typeof lists.NatGateways)[number]['value']>): void {
    const { NatGatewayId: id, SubnetId } = value
    if (SubnetId === undefined || !draft.has(id, 'nat-gateway')) return
    for (const address of value.NatGatewayAddresses) {
      if (
        address.NetworkInterfaceId === undefined ||
        address.PrivateIp === undefined ||
        draft.has(address.NetworkInterfaceId)
      )
        continue
      const association =
        address.PublicIp === undefined
          ? {}
          : {
              Association: {
                PublicIp: address.PublicIp,
                IpOwnerId: 'account',
                AllocationId: address.AllocationId,
              },
            }
      add(
        bare(address.NetworkInterfaceId, SubnetId, {
          PrivateIpAddresses: [
            { PrivateIpAddress: address.PrivateIp, Primary: address.IsPrimary ?? true, ...association },
          ],
        }),
        where,
        id,
      )
    }
  }

  function addOfEndpoint({ value, where }: Found<(typeof lists.VpcEndpoints)[number]['value']>): void {
    const { VpcEndpointId: id, NetworkInterfaceIds: ids, SubnetIds: subnets } = value
    if (!draft.has(id, 'interface-endpoint')) return
    const missing = ids.filter((one) => !draft.has(one))
    if (missing.length === 0) return
    const free = subnets.filter(
      (subnet) => draft.has(subnet, 'subnet') && !ids.some((one) => draft.get(one)?.parent === subnet),
    )
    missing
      .slice(0, free.length)
      .forEach((one, index) => add(bare(one, free[index]!, { Groups: value.Groups }), where, id))
    draft.say(
      'warning',
      where,
      `The addresses of the interfaces of '${id}' are not in the snapshot: ${missing.join(', ')}.`,
      {
        fix: 'Add the output of `aws ec2 describe-network-interfaces`.',
      },
    )
  }
}

const bare = (id: string, subnet: string, more: Partial<Interface>): Interface => ({
  NetworkInterfaceId: id,
  SubnetId: subnet,
  Description: '',
  InterfaceType: 'interface',
  Groups: [],
  PrivateIpAddresses: [],
  Ipv6Addresses: [],
  SourceDestCheck: true,
  ...more,
})

/** The primary address first. Where the list of them is missing, the one that stands for all. */
function addressesOf(value: Interface): Interface['PrivateIpAddresses'] {
  if (value.PrivateIpAddresses.length > 0)
    return value.PrivateIpAddresses.toSorted((a, b) => Number(b.Primary) - Number(a.Primary))
  return value.PrivateIpAddress === undefined
    ? []
    : [{ PrivateIpAddress: value.PrivateIpAddress, Primary: true, Association: value.Association }]
}
