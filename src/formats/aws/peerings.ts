// VPC peerings. One whose other side was not read leads to something unknown, so it is not modelled as a peering.
import type { VpcPeering } from '../../kinds/records.ts'
import type { Item } from './snapshot.ts'
import type { Draft } from './draft.ts'
import { nameTag, validCidrs } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'

type Peering = Item<'VpcPeeringConnections'>
type Side = Peering['RequesterVpcInfo']

const statuses = new Map<string, VpcPeering['fields']['status']>([
  ['active', 'active'],
  ['initiating-request', 'pending-acceptance'],
  ['pending-acceptance', 'pending-acceptance'],
  ['provisioning', 'pending-acceptance'],
  ['deleting', 'deleted'],
  ['deleted', 'deleted'],
  ['rejected', 'rejected'],
  ['failed', 'failed'],
  ['expired', 'expired'],
])

export function addPeerings(draft: Draft): void {
  for (const { value, where } of draft.snapshot.lists.VpcPeeringConnections) {
    const id = value.VpcPeeringConnectionId
    const code = value.Status?.Code ?? 'active'
    const status = statuses.get(code) ?? 'failed'
    if (!statuses.has(code))
      draft.say('warning', where, `'${id}' has the unknown status '${code}'; it is taken as failed.`)
    // AWS shows a deleted peering for a while; routes to it are blackholes with or without it.
    if (status === 'deleted') draft.say('note', where, `'${id}' is deleted and left out.`)
    else addPeering(draft, value, status, where)
  }
}

function addPeering(
  draft: Draft,
  value: Peering,
  status: VpcPeering['fields']['status'],
  where: string,
): void {
  const { VpcPeeringConnectionId: id, RequesterVpcInfo: requester, AccepterVpcInfo: accepter } = value
  const known = [requester, accepter].map((side) => (isRead(draft, side) ? (side?.VpcId ?? null) : null))
  const near = known[0] ?? known[1]
  const parent = near ? (draft.get(near)?.parent ?? null) : null
  const unread = [requester, accepter].find((side) => side?.VpcId !== undefined && !isRead(draft, side))
  // Only an active peering leads there; another one drops what comes to it, whoever is on the other side.
  if (unread && status === 'active') {
    const name = nameTag(value)
    const cidrs = validCidrs(cidrsOf(unread))
    return addUnmodelled(
      draft,
      id,
      'vpc-peering',
      parent,
      where,
      name === undefined ? { cidrs } : { name, cidrs },
      `it leads to the VPC '${unread.VpcId}', which is not in the snapshot`,
    )
  }
  draft.add('vpc-peering', id, nameTag(value), parent, {
    requester: known[0] ?? null,
    accepter: known[1] ?? null,
    status,
    requesterDns: requester?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? false,
    accepterDns: accepter?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? false,
  } satisfies VpcPeering['fields'])
}

const isRead = (draft: Draft, side: Side): boolean =>
  side?.VpcId !== undefined && draft.has(side.VpcId, 'vpc')

/** The sets only, which AWS prints whole: `CidrBlock` alone would leave out secondary blocks. */
const cidrsOf = (side: NonNullable<Side>): readonly string[] => [
  ...side.CidrBlockSet.map((set) => set.CidrBlock),
  ...side.Ipv6CidrBlockSet.map((set) => set.Ipv6CidrBlock),
]
