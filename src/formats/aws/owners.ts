// Who a network interface belongs to: an instance, a NAT gateway, an endpoint, or a service that is not modelled.
import type { ResourceId } from '../../design/resource.ts'
import type { Draft } from './draft.ts'
import { addInstance, type Instances, type Interface } from './instances.ts'
import type { Places } from './places.ts'
import { addUnmodelled, typeOf } from './unmodelled.ts'

/** Finds the owner of each interface; owners that stand in no list are made. */
export function ownersOf(
  draft: Draft,
  instances: Instances,
  places: Places,
): (networkInterface: Interface, where: string) => ResourceId | null {
  const { lists } = draft.snapshot
  const listed = new Map<string, string>([
    ...lists.NatGateways.flatMap(({ value }) =>
      value.NatGatewayAddresses.flatMap(({ NetworkInterfaceId }) =>
        NetworkInterfaceId === undefined ? [] : [[NetworkInterfaceId, value.NatGatewayId] as const],
      ),
    ),
    ...lists.VpcEndpoints.flatMap(({ value }) =>
      value.NetworkInterfaceIds.map((id) => [id, value.VpcEndpointId] as const),
    ),
  ])
  const places1 = subnetsByDescription(draft)

  return (networkInterface, where) => {
    const { NetworkInterfaceId: id, Attachment, Description, InterfaceType, SubnetId } = networkInterface
    const instance = Attachment?.InstanceId
    if (instance !== undefined) {
      if (draft.has(instance)) return instance
      if (instances.dropped.has(instance)) return null
      addInstance(draft, instance, undefined, SubnetId, { state: 'running', ephemeral: 'linux' })
      draft.say(
        'warning',
        where,
        `'${instance}' is known from its network interface only; it is taken as a running instance.`,
        {
          fix: 'Add the output of `aws ec2 describe-instances`.',
        },
      )
      return instance
    }
    const named = listed.get(id) ?? /\b(?:nat|vpce|tgw-attach)-[0-9a-z]+\b/.exec(Description)?.[0]
    if (named !== undefined && draft.has(named)) return named
    if (named === undefined && (Attachment === undefined || networkInterface.Status === 'available'))
      return null

    // Interfaces of one load balancer or function share a description; they are one thing, where its first one is.
    const owner = named ?? places1.get(Description)?.owner ?? `owner@${id}`
    const subnets =
      named === undefined ? (places1.get(Description)?.subnets ?? new Set([SubnetId])) : new Set([SubnetId])
    const parent = subnets.size > 1 ? (places.vpcOf(SubnetId) ?? SubnetId) : SubnetId
    const type =
      named === undefined
        ? InterfaceType === 'interface'
          ? 'service'
          : InterfaceType.replaceAll('_', '-')
        : typeOf(named)
    addUnmodelled(draft, owner, type, parent, where, { name: Description || owner })
    return owner
  }
}

interface Shared {
  readonly owner: string
  readonly subnets: Set<string>
}

/** Interfaces of services by their description, when it is one that names what they belong to. */
function subnetsByDescription(draft: Draft): ReadonlyMap<string, Shared> {
  const shared = new Map<string, Shared>()
  for (const { value } of draft.snapshot.lists.NetworkInterfaces) {
    if (!/^(ELB |AWS Lambda VPC ENI|EFS mount target)/.test(value.Description)) continue
    const known = shared.get(value.Description) ?? {
      owner: `owner@${value.NetworkInterfaceId}`,
      subnets: new Set<string>(),
    }
    known.subnets.add(value.SubnetId)
    shared.set(value.Description, known)
  }
  return shared
}
