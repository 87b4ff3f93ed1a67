// What can be wrong with a subnet: its block, and whose tables it uses; configure-subnets, subnet-sizing.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { formatPrefix, prefixesOverlap, prefixWithin, type Prefix } from '../../net/prefix.ts'
import { finding, invalidCidrs } from '../finding.ts'
import { freeSubnetCidr } from '../free.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { cidrsOf, interfacesIn, subnetCidrs, subnetsOf, vpcOf } from '../network.ts'
import type { Subnet, Vpc } from '../records.ts'

export function checkSubnet(resource: Resource, view: View): readonly Finding[] {
  const subnet = resource as Subnet
  const vpc = vpcOf(view, subnet)
  if (!vpc)
    return [
      finding('subnet/no-vpc', 'error', subnet, say`${ref(subnet.id)} is in no VPC`, [
        'A subnet is a part of a VPC.',
      ]),
    ]
  const { cidr, ipv6Cidr } = subnet.fields
  const written = [cidr, ipv6Cidr].filter((text) => text !== '')
  const none = () =>
    finding(
      'subnet/no-cidr',
      'error',
      subnet,
      say`${ref(subnet.id)} has no CIDR`,
      ['Without one it has no addresses to give.'],
      nextFree(view, subnet, vpc),
    )
  return [
    ...(written.length === 0 ? [none()] : []),
    ...invalidCidrs('subnet/invalid-cidr', subnet, 'cidr', written),
    ...subnetCidrs(view, subnet).flatMap((block) => [
      ...size(subnet, block),
      ...place(view, subnet, vpc, block),
    ]),
    ...strangers(view, subnet, vpc),
  ]
}

function size(subnet: Subnet, block: Prefix): readonly Finding[] {
  const good =
    block.family === 4
      ? block.length >= 16 && block.length <= 28
      : block.length >= 44 && block.length <= 64 && block.length % 4 === 0
  if (good) return []
  const limit = block.family === 4 ? 'between /16 and /28' : 'from /44 to /64 in steps of four'
  const title = say`${ref(subnet.id)} cannot have the size of ${code(formatPrefix(block))}`
  return [
    finding(
      'subnet/cidr-size',
      'error',
      subnet,
      title,
      say`An IPv${block.family} block of a subnet is ${limit}.`,
    ),
  ]
}

function place(view: View, subnet: Subnet, vpc: Vpc, block: Prefix): readonly Finding[] {
  const text = code(formatPrefix(block))
  const fixes = () => (block.family === 4 ? nextFree(view, subnet, vpc) : [])
  if (!cidrsOf(view, vpc).some((own) => prefixWithin(block, own))) {
    const blocks = [vpc.fields.cidr, ...vpc.fields.secondaryCidrs, ...vpc.fields.ipv6Cidrs].join(', ')
    const title = say`${ref(subnet.id)} lies outside ${ref(vpc.id)}`
    return [
      finding(
        'subnet/outside-vpc',
        'error',
        subnet,
        title,
        say`${text} is not inside the VPC’s ${code(blocks)}.`,
        fixes(),
      ),
    ]
  }
  // Told once of each pair, at the one that came later.
  const all = subnetsOf(view, vpc)
  const earlier = all.slice(
    0,
    all.findIndex((other) => other.id === subnet.id),
  )
  const other = earlier.find((one) => subnetCidrs(view, one).some((theirs) => prefixesOverlap(theirs, block)))
  if (!other) return []
  const title = say`${ref(subnet.id)} overlaps ${ref(other.id)}`
  return [
    finding(
      'subnet/overlap',
      'error',
      subnet,
      title,
      say`${text} covers addresses that ${ref(other.id)} has already.`,
      fixes(),
    ),
  ]
}

/** Only while nothing stands in it: its interfaces have addresses of the block it has now. */
function nextFree(view: View, subnet: Subnet, vpc: Vpc) {
  const cidr = freeSubnetCidr(view, vpc)
  if (cidr === '' || interfacesIn(view, subnet).length > 0) return []
  return [setting(say`Use ${code(cidr)}, which is free`, subnet, { cidr })]
}

function strangers(view: View, subnet: Subnet, vpc: Vpc): readonly Finding[] {
  return (['routeTable', 'networkAcl'] as const).flatMap((field) => {
    const used = view.get(subnet.fields[field])
    const owner = used && vpcOf(view, used)
    if (!used || owner?.id === vpc.id) return []
    const title = say`${ref(subnet.id)} uses ${ref(used.id)} of another VPC`
    const what = field === 'routeTable' ? 'route table' : 'network ACL'
    const fix = setting(say`Use the ${field === 'routeTable' ? 'main' : 'default'} ${what} instead`, subnet, {
      [field]: null,
    })
    return [
      finding(
        'subnet/foreign-table',
        'error',
        ref(subnet.id, field),
        title,
        say`A subnet uses a ${what} of its own VPC.`,
        [fix],
      ),
    ]
  })
}
