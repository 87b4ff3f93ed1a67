// Who a network interface belongs to: an instance, a NAT gateway, an endpoint, or a service that is not modelled.
import type { ResourceId } from '../../design/resource.ts'
import type { Draft } from './draft.ts'
import { addInstance, type Instances, type Interface } from './instances.ts'
import type { Places } from './places.ts'
import { addUnmodelled, typeOf } from './unmodelled.ts'

export type OwnerOf = (networkInterface: Interface, where: string) => ResourceId | null

/** Finds the owner of each interface, null for a detached one. Owners that stand in no list are made. */
export function owners(draft: Draft, instances: Instances, places: Places): OwnerOf {
  const listed = listedOwners(draft)
  const services = sharedByDescription(draft)

  return (networkInterface, where) => {
    const { NetworkInterfaceId: id, Attachment, Description, Status, SubnetId: subnet } = networkInterface
    if (Attachment?.InstanceId !== undefined) return ownInstance(Attachment.InstanceId, subnet, where)
    // People write descriptions too: what is in use by nothing belongs to nothing.
    const told = Status === 'available' ? null : /\b(?:nat|vpce|tgw-attach)-[0-9a-z]+\b/.exec(Description)
    const named = listed.get(id) ?? told?.[0]
    if (named !== undefined) {
      addUnmodelled(draft, named, typeOf(named), subnet, where, { name: Description || named })
      return named
    }
    if (isDetached(networkInterface)) return null
    const service = services.get(Description)
    const owner = service?.owner ?? `owner@${id}`
    const parent = service && service.subnets.size > 1 ? (places.vpcOf(subnet) ?? subnet) : subnet
    addUnmodelled(draft, owner, serviceType(networkInterface), parent, where, { name: Description || owner })
    return owner
  }

  function ownInstance(id: string, subnet: string, where: string): ResourceId | null {
    if (draft.has(id)) return id
    if (instances.dropped.has(id)) return null
    addInstance(draft, id, undefined, subnet, { state: 'running', ephemeral: 'linux' })
    draft.say(
      'warning',
      where,
      `'${id}' is known from its network interface only; it is taken as a running instance.`,
      { fix: 'Add the output of `aws ec2 describe-instances`.' },
    )
    return id
  }
}

/** Branch interfaces of containers are in use without an attachment of their own. */
const isDetached = ({ Status, Attachment }: Interface): boolean =>
  Status === undefined ? Attachment === undefined : Status === 'available'

/** AWS's word for what runs the interface: network_load_balancer, lambda, efs …; many services say just "interface". */
function serviceType({ InterfaceType, Description }: Interface): string {
  if (InterfaceType !== 'interface') return InterfaceType.replaceAll('_', '-')
  if (Description.startsWith('ELB ')) return 'load-balancer'
  return Description.startsWith('RDS') ? 'database' : 'service'
}

/** Interfaces that a NAT gateway or endpoint names as its own. */
function listedOwners(draft: Draft): ReadonlyMap<string, string> {
  const { NatGateways, VpcEndpoints } = draft.snapshot.lists
  const ofGateways = NatGateways.flatMap(({ value }) =>
    value.NatGatewayAddresses.map(
      (address) => [address.NetworkInterfaceId ?? '', value.NatGatewayId] as const,
    ),
  )
  const ofEndpoints = VpcEndpoints.flatMap(({ value }) =>
    value.NetworkInterfaceIds.map((id) => [id, value.VpcEndpointId] as const),
  )
  return new Map([...ofGateways, ...ofEndpoints])
}

interface Service {
  readonly owner: ResourceId
  readonly subnets: Set<string>
}

/** Interfaces of one load balancer, function or file system share a description; together they are one thing. */
function sharedByDescription(draft: Draft): ReadonlyMap<string, Service> {
  const services = new Map<string, Service>()
  for (const { value } of draft.snapshot.lists.NetworkInterfaces) {
    if (!/^(ELB |AWS Lambda VPC ENI|EFS mount target)/.test(value.Description)) continue
    const service = services.get(value.Description) ?? {
      owner: `owner@${value.NetworkInterfaceId}`,
      subnets: new Set(),
    }
    service.subnets.add(value.SubnetId)
    services.set(value.Description, service)
  }
  return services
}
