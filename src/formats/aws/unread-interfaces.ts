// Addresses of interfaces that were not read: what is sent to them is not known, rather than dropped. Rule 1.2.
import type { Vpc } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Interface } from './instances.ts'
import type { Places } from './places.ts'
import type { Snapshot } from './snapshot.ts'
import { isCidr } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'

/** Its subnet was not read; its addresses are its own all the same. */
export function leaveOut(draft: Draft, value: Interface, where: string): void {
  const { NetworkInterfaceId: id, SubnetId, VpcId, PrivateIpAddress } = value
  const why = `it stands in the subnet '${SubnetId}', which is not in the snapshot`
  const listed = value.PrivateIpAddresses.map((one) => one.PrivateIpAddress)
  const own = [...new Set([...(PrivateIpAddress === undefined ? [] : [PrivateIpAddress]), ...listed])].map(
    (address) => `${address}/32`,
  )
  const cidrs = [...own, ...value.Ipv6Addresses.map((one) => `${one.Ipv6Address}/128`)].filter((cidr) =>
    isCidr(cidr, 'any'),
  )
  if (VpcId !== undefined && draft.has(VpcId, 'vpc'))
    addUnmodelled(draft, `addresses@${id}`, 'network-interface', VpcId, where, { name: id, cidrs }, why)
  else draft.say('warning', where, `'${id}' is left out: ${why}.`)
}

/** Where only some interfaces are known, an address that none of them has may be somebody's all the same. */
export function leaveOpen(draft: Draft, places: Places): void {
  for (const vpc of draft.of('vpc') as readonly Vpc[]) {
    if (!isLeftOpen(draft, vpc.id)) continue
    const { cidr, secondaryCidrs, ipv6Cidrs } = vpc.fields
    const cidrs = [cidr, ...secondaryCidrs, ...ipv6Cidrs].filter((text) => isCidr(text))
    const isUsed = draft.of('network-interface').some((one) => places.vpcOf(one.parent ?? '') === vpc.id)
    if (isUsed && cidrs.length > 0)
      addUnmodelled(
        draft,
        `interfaces@${vpc.id}`,
        'network-interface',
        vpc.id,
        'NetworkInterfaces',
        { name: 'Interfaces not read', cidrs },
        `which other addresses of '${vpc.id}' are in use was not read`,
      )
  }
}

function isLeftOpen({ snapshot }: Draft, vpc: string): boolean {
  const { given, cutShort } = snapshot
  if (!given.has('NetworkInterfaces') || cutShort.has('NetworkInterfaces') || cutShort.has('Subnets'))
    return true
  return isWithoutList(snapshot, vpc) || isOfAnotherAccount(snapshot, vpc)
}

/** The folder that describes the VPC has no list of interfaces, while another that describes VPCs has. */
function isWithoutList({ folders, foldersOfVpcs }: Snapshot, vpc: string): boolean {
  const withList = folders.get('NetworkInterfaces') ?? new Set()
  const own = [...(foldersOfVpcs.get(vpc) ?? [])]
  // Where each list has a folder of its own, folders say nothing about accounts and Regions.
  const tells = [...(folders.get('Vpcs') ?? [])].some((folder) => withList.has(folder))
  return tells && own.length > 0 && !own.some((folder) => withList.has(folder))
}

/**
 * A VPC that is shared with an account shows it its own interfaces and groups only. Its owner's account shows groups of the
 * owner: every VPC has a default one.
 */
function isOfAnotherAccount({ lists }: Snapshot, vpc: string): boolean {
  const owner = lists.Vpcs.find(({ value }) => value.VpcId === vpc)?.value.OwnerId
  const owners = lists.SecurityGroups.flatMap(({ value }) =>
    value.VpcId === vpc && value.OwnerId !== undefined ? [value.OwnerId] : [],
  )
  return owner !== undefined && owners.length > 0 && !owners.includes(owner)
}
