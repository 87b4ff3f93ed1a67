// VPC peerings. A peer that was not read stands in as something unmodelled, with the CIDRs that the peering tells.
import type { VpcPeering } from '../../kinds/records.ts'
import type { Item } from './collect.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { nameTag } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'

type Side = Item<'VpcPeeringConnections'>['RequesterVpcInfo']

const statuses: Readonly<Record<string, VpcPeering['fields']['status']>> = {
  active: 'active',
  'initiating-request': 'pending-acceptance',
  'pending-acceptance': 'pending-acceptance',
  provisioning: 'pending-acceptance',
  deleting: 'deleted',
  deleted: 'deleted',
  rejected: 'rejected',
  failed: 'failed',
  expired: 'expired',
}

export function addPeerings(draft: Draft, places: Places): void {
  for (const { value, where } of draft.snapshot.lists.VpcPeeringConnections) {
    const {
      VpcPeeringConnectionId: id,
      RequesterVpcInfo: requester,
      AccepterVpcInfo: accepter,
      Status,
    } = value
    const code = Status?.Code ?? 'active'
    const status = statuses[code]
    if (status === undefined)
      draft.say('warning', where, `'${id}' has the unknown status '${code}'; it is taken as failed.`)
    // AWS shows a deleted peering for a while; routes to it are blackholes with or without it.
    if (status === 'deleted') {
      draft.say('note', where, `'${id}' is deleted and left out.`)
      continue
    }
    const home = [requester, accepter].find(
      (side) => side?.VpcId !== undefined && draft.has(side.VpcId, 'vpc'),
    )
    draft.add(
      'vpc-peering',
      id,
      nameTag(value),
      home?.VpcId === undefined ? null : (draft.get(home.VpcId)?.parent ?? null),
      {
        requester: sideOf(draft, places, requester, where),
        accepter: sideOf(draft, places, accepter, where),
        status: status ?? 'failed',
        requesterDns: requester?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? false,
        accepterDns: accepter?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? false,
      } satisfies VpcPeering['fields'],
    )
  }
}

function sideOf(draft: Draft, places: Places, side: Side, where: string): string | null {
  if (side?.VpcId === undefined) return null
  const cidrs = [
    ...side.CidrBlockSet.map((set) => set.CidrBlock),
    ...side.Ipv6CidrBlockSet.map((set) => set.Ipv6CidrBlock),
  ]
  const known = cidrs.length > 0 || side.CidrBlock === undefined ? cidrs : [side.CidrBlock]
  if (!draft.has(side.VpcId))
    addUnmodelled(
      draft,
      side.VpcId,
      'vpc',
      side.Region === undefined ? null : places.region(side.Region),
      where,
      { cidrs: known },
    )
  return side.VpcId
}
