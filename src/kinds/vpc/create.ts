// A VPC comes with what AWS makes beside it: a main route table, a default network ACL and a default security group.
import type { Resource } from '../../design/resource.ts'
import { regionName } from '../aws-regions.ts'
import { freeVpcCidr } from '../free.ts'
import type { CreateContext, Created } from '../kind.ts'
import { make } from '../make.ts'
import type { NetworkAcl, Region, RouteTable, SecurityGroup, Vpc } from '../records.ts'

export function createVpc({ view, parent, newId, newName }: CreateContext): Created {
  // On the empty canvas a Region comes with it: there is no VPC without one.
  const known = parent ?? view.of('region')[0]
  const code = 'ap-northeast-2'
  const region =
    known ??
    make<Region>('region', newId('region'), newName(regionName(code)), null, {
      code,
      blockPublicAccess: false,
    })
  const id = newId('vpc')
  const name = newName('main')
  const vpc = make<Vpc>('vpc', id, name, region.id, {
    cidr: freeVpcCidr(view),
    secondaryCidrs: [],
    ipv6Cidrs: [],
    privateIpv6Cidrs: [],
    isDefault: false,
    dnsSupport: true,
    // Off when made through the API, on in the console's "VPC and more" (vpc-dns); endpoints want it on.
    dnsHostnames: true,
  })
  const table = make<RouteTable>('route-table', newId('route-table'), newName(`rt-${name}`), id, {
    main: true,
    routes: [],
    gateway: null,
  })
  const acl = make<NetworkAcl>('network-acl', newId('network-acl'), newName(`acl-${name}`), id, {
    isDefault: true,
    inbound: [{ id: 'r100', number: 100, action: 'allow', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' }],
    outbound: [
      { id: 'r100', number: 100, action: 'allow', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' },
    ],
  })
  const groupId = newId('security-group')
  const group = make<SecurityGroup>('security-group', groupId, newName(`default-${name}`), id, {
    isDefault: true,
    inbound: [{ id: 'r1', protocol: 'all', ports: 'all', peer: groupId, description: '' }],
    outbound: [{ id: 'r1', protocol: 'all', ports: 'all', peer: '0.0.0.0/0', description: '' }],
  })
  const resources: Resource[] = [vpc, table, acl, group]
  return { resources: known ? resources : [region, ...resources], main: id }
}
