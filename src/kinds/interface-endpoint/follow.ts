// An endpoint's interfaces are AWS's own: they stand in the endpoint's subnets and carry its groups, whatever they are
// changed to; modify-vpc-endpoint.
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { newInterface } from '../interfaces.ts'
import type { CreateContext, Followed } from '../kind.ts'
import { withFields } from '../make.ts'
import { interfacesOf, subnetsOf, vpcOf } from '../network.ts'
import type { InterfaceEndpoint, Subnet } from '../records.ts'

const nothing: Followed = { resources: [], gone: [] }

export function followInterfaceEndpoint(
  endpoint: InterfaceEndpoint,
  field: string,
  context: Omit<CreateContext, 'parent'>,
): Followed | null {
  if (field === 'securityGroups') return followGroups(endpoint, context.view)
  return field === 'subnets' ? followSubnets(endpoint, context) : nothing
}

function followGroups(endpoint: InterfaceEndpoint, view: View): Followed {
  const { securityGroups } = endpoint.fields
  const resources = interfacesOf(view, endpoint).map((one) => withFields(one, { securityGroups }))
  return { resources, gone: [] }
}

/** Null when a subnet has no address left for an interface. */
function followSubnets(endpoint: InterfaceEndpoint, context: Omit<CreateContext, 'parent'>): Followed | null {
  const { view } = context
  const { subnets, securityGroups } = endpoint.fields
  const vpc = vpcOf(view, endpoint)
  const own = vpc ? subnetsOf(view, vpc) : []
  const mine = interfacesOf(view, endpoint)
  const stays = mine.filter((one) => one.parent !== null && subnets.includes(one.parent))
  const made: Resource[] = []
  for (const id of subnets) {
    const subnet: Subnet | undefined = own.find((one) => one.id === id)
    if (!subnet || stays.some((one) => one.parent === id)) continue
    const result = newInterface({ ...context, parent: null }, subnet, {
      name: context.newName(`${endpoint.name}-eni`),
      attachedTo: endpoint.id,
      securityGroups,
      primary: stays.length + made.length === 0,
    })
    if ('refused' in result) return null
    made.push(...result.resources)
  }
  // The primary one may be among those that go.
  const [first] = stays
  const heir = first && !stays.some((one) => one.fields.primary) ? [withFields(first, { primary: true })] : []
  return {
    resources: [...heir, ...made],
    gone: mine.filter((one) => !stays.includes(one)).map((one) => one.id),
  }
}
