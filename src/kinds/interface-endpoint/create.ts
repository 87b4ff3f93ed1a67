// An interface endpoint stands in one subnet of each zone, private ones first, behind a group that lets the VPC in.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { allow, newGroup } from '../groups.ts'
import { newInterface } from '../interfaces.ts'
import type { CreateContext, Created } from '../kind.ts'
import { make } from '../make.ts'
import { subnetsOf, zoneOf } from '../network.ts'
import type { InterfaceEndpoint, Subnet, Vpc } from '../records.ts'
import { isPublic } from '../standing.ts'

export const needsVpc =
  'An interface endpoint belongs to a VPC; it has a network interface in one subnet of each zone.'

export function createInterfaceEndpoint(context: CreateContext): Created {
  const { view, parent, newId, newName } = context
  if (parent?.kind !== 'vpc') return { refused: say`${needsVpc}` }
  const vpc = parent as Vpc
  const subnets = onePerZone(view, vpc)
  if (subnets.length === 0)
    return {
      refused: say`${ref(vpc.id)} has no subnet yet, and the endpoint needs one for its network interface.`,
    }
  const id = newId('interface-endpoint')
  const name = newName('vpce-ssm')
  const blocks = [vpc.fields.cidr, ...vpc.fields.secondaryCidrs, ...vpc.fields.ipv6Cidrs]
  const inbound = blocks.map((cidr, index) =>
    allow(`r${index + 1}`, 'tcp', '443', cidr, 'clients in the VPC'),
  )
  const group = newGroup(context, vpc, 'endpoint', inbound)
  const interfaces: Resource[] = []
  for (const subnet of subnets) {
    const made = newInterface(context, subnet, {
      name: subnets.length === 1 ? `${name}-eni` : `${name}-eni-${interfaces.length + 1}`,
      attachedTo: id,
      securityGroups: [group.id],
      primary: interfaces.length === 0,
    })
    if ('refused' in made) return made
    interfaces.push(...made.resources)
  }
  const endpoint = make<InterfaceEndpoint>('interface-endpoint', id, name, vpc.id, {
    service: 'ssm',
    subnets: subnets.map((subnet) => subnet.id),
    securityGroups: [group.id],
    privateDns: true,
    state: 'available',
  })
  return { resources: [endpoint, group, ...interfaces], main: id }
}

/** At most one subnet a zone; privatelink-access-aws-services. A subnet of no known zone counts as a zone by itself. */
function onePerZone(view: View, vpc: Vpc): readonly Subnet[] {
  const chosen = new Map<string, Subnet>()
  for (const subnet of subnetsOf(view, vpc)) {
    const zone = zoneOf(view, subnet)?.fields.zone ?? subnet.id
    const other = chosen.get(zone)
    if (!other || (isPublic(view, other) && !isPublic(view, subnet))) chosen.set(zone, subnet)
  }
  return [...chosen.values()]
}
