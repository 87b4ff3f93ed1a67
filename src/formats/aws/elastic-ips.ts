// Elastic IPs: the list of Addresses, and those that only an interface tells of.
import type { ElasticIp, NetworkInterface } from '../../kinds/records.ts'
import { parseAddress } from '../../net/address.ts'
import type { Draft } from './draft.ts'
import type { Held } from './interfaces.ts'
import type { Places } from './places.ts'
import { nameTag, regionIn } from './tidy.ts'

export function addElasticIps(draft: Draft, held: readonly Held[], places: Places): void {
  const { lists, given } = draft.snapshot
  const listed = new Set<string>()
  for (const { value, where, region } of lists.Addresses) {
    const { PublicIp: address, InstanceId, PrivateIpAddress } = value
    if (!isIpv4(address)) {
      draft.say('warning', where, `An Elastic IP without an IPv4 address is left out.`)
      continue
    }
    listed.add(address)
    const networkInterface = value.NetworkInterfaceId ?? primaryOf(draft, InstanceId)
    const known = networkInterface !== undefined && draft.has(networkInterface)
    if (networkInterface !== undefined && !known)
      draft.say(
        'note',
        where,
        `${address} is associated with '${networkInterface}', which is not in the snapshot.`,
      )
    draft.add(
      'elastic-ip',
      value.AllocationId ?? `eip@${address}`,
      nameTag(value),
      places.region(regionIn(value.NetworkBorderGroup) ?? region),
      {
        address,
        // Kept though it is not known: what the address leads to is then answered "unknown".
        networkInterface: networkInterface ?? null,
        privateAddress: known && isIpv4(PrivateIpAddress) ? PrivateIpAddress : '',
      } satisfies ElasticIp['fields'],
    )
  }
  for (const { address, allocation, networkInterface, privateAddress, where } of held) {
    if (listed.has(address) || !isIpv4(address)) continue
    listed.add(address)
    draft.add(
      'elastic-ip',
      allocation ?? `eip@${address}`,
      undefined,
      places.region(places.codeOf(places.vpcOf(draft.get(networkInterface)?.parent ?? ''))),
      { address, networkInterface, privateAddress } satisfies ElasticIp['fields'],
    )
    if (given.has('Addresses'))
      draft.say(
        'note',
        where,
        `The Elastic IP ${address} is in no list of Addresses; its interface tells of it.`,
      )
  }
}

const isIpv4 = (text: string | undefined): text is string =>
  text !== undefined && parseAddress(text)?.family === 4

function primaryOf(draft: Draft, instance: string | undefined): string | undefined {
  if (instance === undefined || instance === '') return undefined
  const mine = (draft.of('network-interface') as readonly NetworkInterface[]).filter(
    ({ fields }) => fields.attachedTo === instance,
  )
  return (mine.find(({ fields }) => fields.primary) ?? mine[0])?.id
}
