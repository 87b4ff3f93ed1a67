// A subnet takes the next free block of its VPC, and the zone with fewest subnets when it was dropped beside all zones.
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import { say } from '../../design/phrase.ts'
import { freeSubnetCidr, freeSubnetIpv6 } from '../free.ts'
import type { CreateContext, Created } from '../kind.ts'
import { make } from '../make.ts'
import { vpcOf } from '../network.ts'
import type { AvailabilityZone, Subnet } from '../records.ts'
import { freeZone, zoneLetter, zonesOf } from '../zones.ts'

export function createSubnet(context: CreateContext): Created {
  const { view, parent, newId, newName } = context
  const vpc = parent && vpcOf(view, parent)
  if (!parent || !vpc) return { refused: say`A subnet is a part of a VPC; place a VPC first.` }
  const cidr = freeSubnetCidr(view, vpc)
  if (cidr === '')
    return { refused: say`${ref(vpc.id)} has no free addresses left for a subnet. Add a CIDR to it first.` }
  const known = parent.kind === 'availability-zone' ? parent : emptiestZone(context, vpc)
  const zone = known ?? newZone(context, vpc)
  const id = newId('subnet')
  const subnet = make<Subnet>('subnet', id, newName(`subnet-${zoneLetter(view, zone)}`), zone.id, {
    cidr,
    ipv6Cidr: freeSubnetIpv6(view, vpc),
    assignPublicIp: false,
    routeTable: null,
    networkAcl: null,
  })
  return { resources: known ? [subnet] : [zone, subnet], main: id }
}

function emptiestZone({ view }: CreateContext, vpc: Resource): Resource | undefined {
  const count = (zone: Resource) => view.children(zone.id, 'subnet').length
  return zonesOf(view, vpc).toSorted((a, b) => count(a) - count(b))[0]
}

function newZone({ view, newId }: CreateContext, vpc: Resource): Resource {
  const zone = freeZone(view, vpc)
  return make<AvailabilityZone>('availability-zone', newId('availability-zone'), zone, vpc.id, { zone })
}
