// Network interfaces: those of the list, and those that only an instance, NAT gateway or endpoint tells of.
import type { ResourceId } from '../../design/resource.ts'
import type { Compute, NetworkInterface, PrivateAddress } from '../../kinds/records.ts'
import { parseAddress } from '../../net/address.ts'
import type { Draft } from './draft.ts'
import { interfacesOfEndpoints, interfacesOfNatGateways } from './implied-interfaces.ts'
import { isPrimary, type Instances, type Interface } from './instances.ts'
import { owners } from './owners.ts'
import type { Places } from './places.ts'
import { isCidr, nameTag } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'
import { leaveOpen, leaveOut } from './unread-interfaces.ts'

/** A public address that an account owns rather than Amazon: an Elastic IP, be it in the list of Addresses or not. */
export interface Held {
  readonly address: string
  readonly allocation: string | undefined
  readonly networkInterface: ResourceId
  readonly privateAddress: string
  readonly where: string
}

export function addInterfaces(draft: Draft, instances: Instances, places: Places): readonly Held[] {
  const { lists, given } = draft.snapshot
  const held: Held[] = []
  const told = toldByInstances(draft)
  const ownerOf = owners(draft, instances, places)
  for (const { value, where } of [...lists.NetworkInterfaces, ...instances.interfaces]) {
    if (draft.has(value.NetworkInterfaceId)) continue
    if (draft.has(value.SubnetId, 'subnet'))
      held.push(...addInterface(draft, value, ownerOf(value, where), where, told))
    else leaveOut(draft, value, where)
  }
  for (const implied of [interfacesOfNatGateways, interfacesOfEndpoints])
    for (const { value, where, owner } of implied(draft))
      held.push(...addInterface(draft, value, owner, where, told))
  const isMissing = !given.has('NetworkInterfaces')
  if (isMissing && draft.of('network-interface').length > 0)
    draft.say(
      'note',
      'NetworkInterfaces',
      'The snapshot has no list of network interfaces; only those of instances, NAT gateways and endpoints are known.',
      { fix: 'Add the output of `aws ec2 describe-network-interfaces`.' },
    )
  leaveOpen(draft, places)
  return held
}

/** Adds it and gives back the Elastic IPs that it tells of. */
function addInterface(
  draft: Draft,
  value: Interface,
  attachedTo: ResourceId | null,
  where: string,
  told: ReadonlyMap<string, string>,
): readonly Held[] {
  const id = value.NetworkInterfaceId
  const owner = attachedTo === null ? undefined : draft.get(attachedTo)
  const stopped = owner?.kind === 'instance' && (owner as Compute).fields.state === 'stopped'
  const given = privateAddresses(value, told).filter((one) =>
    isAddress(draft, one.PrivateIpAddress, 4, where),
  )
  const addresses = given.map((one, index): PrivateAddress => {
    const outside = isAutomatic(draft, one.Association) && !stopped ? one.Association?.PublicIp : undefined
    // AWS takes an automatic public address back when an instance stops; rule 8.2.
    const publicAddress = outside !== undefined && isAddress(draft, outside, 4, where) ? outside : ''
    return { id: `a${index + 1}`, address: one.PrivateIpAddress, publicAddress }
  })
  draft.add('network-interface', id, nameTag({ Tags: value.TagSet ?? value.Tags }), value.SubnetId, {
    addresses,
    ipv6: value.Ipv6Addresses.map((one) => one.Ipv6Address).filter((text) =>
      isAddress(draft, text, 6, where),
    ),
    securityGroups: value.Groups.map((group) => group.GroupId),
    // What AWS runs itself forwards for others as it must, whatever the flag says; rule 8.3.
    sourceDestCheck: owner?.kind === 'nat-gateway' ? false : value.SourceDestCheck,
    attachedTo,
    primary: owner?.kind === 'instance' ? isPrimary(value) : false,
  } satisfies NetworkInterface['fields'])
  if (attachedTo === null) draft.say('note', where, `'${id}' is attached to nothing.`)
  noteUnmodelled(draft, value, where)
  return given.flatMap(({ PrivateIpAddress: privateAddress, Association: association }) => {
    const address = association?.PublicIp
    if (address === undefined || isAutomatic(draft, association)) return []
    return [{ address, allocation: association?.AllocationId, networkInterface: id, privateAddress, where }]
  })
}

/**
 * The primary address first; where the list of them is missing, the one that stands for all. The public address of the
 * primary one is also told for the whole interface and for its instance, and in some files only there.
 */
function privateAddresses(
  value: Interface,
  told: ReadonlyMap<string, string>,
): Interface['PrivateIpAddresses'] {
  const listed =
    value.PrivateIpAddresses.length > 0 || value.PrivateIpAddress === undefined
      ? value.PrivateIpAddresses.toSorted((a, b) => Number(b.Primary) - Number(a.Primary))
      : [{ PrivateIpAddress: value.PrivateIpAddress, Primary: true }]
  const [first, ...rest] = listed
  if (first === undefined) return []
  if (listed.some((one) => one.Association !== undefined)) return listed
  const PublicIp = told.get(`${value.Attachment?.InstanceId} ${first.PrivateIpAddress}`)
  const Association = value.Association ?? (PublicIp === undefined ? undefined : { PublicIp })
  return [{ ...first, Association }, ...rest]
}

/** Public addresses by instance and private address. */
function toldByInstances(draft: Draft): ReadonlyMap<string, string> {
  return new Map(
    draft.snapshot.lists.Instances.flatMap(({ value }) =>
      value.PublicIpAddress === undefined || value.PublicIpAddress === ''
        ? []
        : [[`${value.InstanceId} ${value.PrivateIpAddress}`, value.PublicIpAddress] as const],
    ),
  )
}

/** Amazon's or one of its services' (amazon-elb), not an Elastic IP. Those are told by their owner's number, an allocation, or the list of Addresses. */
function isAutomatic(draft: Draft, association: Interface['Association']): boolean {
  if (association?.PublicIp === undefined) return false
  if (draft.snapshot.lists.Addresses.some(({ value }) => value.PublicIp === association.PublicIp))
    return false
  return association.IpOwnerId === undefined
    ? association.AllocationId === undefined
    : association.IpOwnerId.startsWith('amazon')
}

function isAddress(draft: Draft, text: string, family: 4 | 6, where: string): boolean {
  if (parseAddress(text)?.family === family) return true
  draft.say('error', where, `'${text}' is no IPv${family} address; it is left out.`)
  return false
}

function noteUnmodelled(draft: Draft, value: Interface, where: string): void {
  const id = value.NetworkInterfaceId
  const carriers = [value.Association, ...value.PrivateIpAddresses.map((one) => one.Association)]
  for (const carrier of new Set(carriers.flatMap((association) => association?.CarrierIp ?? [])))
    draft.say('warning', where, `The carrier address ${carrier} of '${id}' is not modelled.`)
  const delegated = [
    ...value.Ipv4Prefixes.flatMap(({ Ipv4Prefix }) => (isCidr(Ipv4Prefix, 4) ? [Ipv4Prefix] : [])),
    ...value.Ipv6Prefixes.flatMap(({ Ipv6Prefix }) => (isCidr(Ipv6Prefix, 6) ? [Ipv6Prefix] : [])),
  ]
  if (delegated.length > 0)
    addUnmodelled(
      draft,
      `prefixes@${id}`,
      'delegated-prefix',
      value.SubnetId,
      where,
      { name: delegated.join(', '), cidrs: delegated },
      `who has the addresses of prefixes that '${id}' holds (${delegated.join(', ')}) is not modelled`,
    )
}
