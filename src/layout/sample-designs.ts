// Designs for tests of the drawing: hand-made records, no boxes.
import { emptyDesign, type Design } from '../design/design.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'

type Fields = Readonly<Record<string, FieldValue>>

export const record = (
  kind: string,
  id: ResourceId,
  parent: ResourceId | null,
  fields: Fields = {},
  name: string = id,
): Resource => ({
  id,
  kind,
  name,
  parent,
  fields,
})

export const designOf = (resources: readonly Resource[]): Design => ({
  ...emptyDesign,
  resources: Object.fromEntries(resources.map((resource) => [resource.id, resource])),
})

const route = (target: string) => ({
  id: target,
  destination: '0.0.0.0/0',
  target,
  origin: 'static',
  state: 'active',
})

/** A host with its interface. */
export function host(
  kind: string,
  id: ResourceId,
  subnet: ResourceId,
  address: string,
  groups: readonly ResourceId[] = [],
): readonly Resource[] {
  return [
    record(
      kind,
      id,
      subnet,
      kind === 'nat-gateway'
        ? { connectivity: 'public', state: 'available' }
        : { state: 'running', ephemeral: 'linux', forwards: 'assume' },
    ),
    record('network-interface', `eni-${id}`, subnet, {
      addresses: [{ id: 'a1', address, publicAddress: '' }],
      ipv6: [],
      securityGroups: groups,
      sourceDestCheck: true,
      attachedTo: id,
      primary: true,
    }),
  ]
}

export const subnetOf = (
  id: ResourceId,
  zone: ResourceId,
  cidr: string,
  routeTable: ResourceId | null = null,
): Resource =>
  record('subnet', id, zone, { cidr, ipv6Cidr: '', assignPublicIp: false, routeTable, networkAcl: null })

/** The network of the design pictures: two zones, three tiers, a gateway above and an endpoint below. */
export function shop(): Design {
  return designOf([
    record('internet', 'internet', null, { addresses: [], ephemeral: 'linux' }, 'Internet'),
    record(
      'region',
      'seoul',
      null,
      { code: 'ap-northeast-2', blockPublicAccess: false },
      'Asia Pacific (Seoul)',
    ),
    record('vpc', 'main', 'seoul', {
      cidr: '10.0.0.0/16',
      secondaryCidrs: [],
      ipv6Cidrs: [],
      privateIpv6Cidrs: [],
      isDefault: false,
      dnsSupport: true,
      dnsHostnames: false,
    }),
    record('internet-gateway', 'igw-main', 'main'),
    record('gateway-endpoint', 'vpce-s3', 'main', {
      service: 's3',
      routeTables: ['rt-main'],
      state: 'available',
    }),
    record('route-table', 'rt-main', 'main', { main: true, routes: [], gateway: null }),
    record('route-table', 'rt-public', 'main', { main: false, routes: [route('igw-main')], gateway: null }),
    record('route-table', 'rt-app', 'main', { main: false, routes: [route('nat-a')], gateway: null }),
    record('network-acl', 'acl-main', 'main', { isDefault: true, inbound: [], outbound: [] }),
    record('security-group', 'default', 'main', { isDefault: true, inbound: [], outbound: [] }),
    record('security-group', 'app', 'main', {
      isDefault: false,
      inbound: [{ id: 'r1', protocol: 'tcp', ports: '22', peer: 'default', description: '' }],
      outbound: [],
    }),
    record('availability-zone', 'zone-a', 'main', { zone: 'ap-northeast-2a' }, 'ap-northeast-2a'),
    record('availability-zone', 'zone-c', 'main', { zone: 'ap-northeast-2c' }, 'ap-northeast-2c'),
    subnetOf('data-a', 'zone-a', '10.0.20.0/24'),
    subnetOf('app-a', 'zone-a', '10.0.10.0/24', 'rt-app'),
    subnetOf('public-a', 'zone-a', '10.0.0.0/24', 'rt-public'),
    subnetOf('public-c', 'zone-c', '10.0.1.0/24', 'rt-public'),
    subnetOf('data-c', 'zone-c', '10.0.21.0/24'),
    subnetOf('app-c', 'zone-c', '10.0.11.0/24', 'rt-app'),
    ...host('instance', 'web-a', 'public-a', '10.0.0.20'),
    ...host('nat-gateway', 'nat-a', 'public-a', '10.0.0.5'),
    ...host('bastion', 'bastion', 'public-a', '10.0.0.40', ['default']),
    ...host('instance', 'web-c', 'public-c', '10.0.1.20'),
    ...host('nat-gateway', 'nat-c', 'public-c', '10.0.1.5'),
    ...host('instance', 'app-1', 'app-a', '10.0.10.11', ['app']),
    ...host('instance', 'app-2', 'app-a', '10.0.10.12', ['app']),
    ...host('instance', 'app-3', 'app-c', '10.0.11.11', ['app']),
    ...host('instance', 'app-4', 'app-c', '10.0.11.12', ['app']),
    ...host('instance', 'db-a', 'data-a', '10.0.20.15'),
    ...host('instance', 'db-c', 'data-c', '10.0.21.15'),
    record('elastic-ip', 'eip-nat-a', 'seoul', {
      address: '203.0.113.10',
      networkInterface: 'eni-nat-a',
      privateAddress: '',
    }),
  ])
}

/** Many VPCs of ten subnets each, one host in a subnet: for what must stay quick. */
export function organisation(vpcs: number, subnetsEach = 10): Design {
  const all: Resource[] = [record('region', 'region', null, { code: 'us-east-1', blockPublicAccess: false })]
  for (let v = 0; v < vpcs; v++) {
    const vpc = `vpc-${v}`
    all.push(
      record('vpc', vpc, 'region', {
        cidr: `10.${v}.0.0/16`,
        secondaryCidrs: [],
        ipv6Cidrs: [],
        privateIpv6Cidrs: [],
        isDefault: false,
        dnsSupport: true,
        dnsHostnames: false,
      }),
    )
    for (const letter of ['a', 'b'])
      all.push(record('availability-zone', `${vpc}-${letter}`, vpc, { zone: `us-east-1${letter}` }))
    for (let s = 0; s < subnetsEach; s++) {
      const id = `${vpc}-subnet-${s}`
      all.push(
        subnetOf(id, `${vpc}-${s % 2 === 0 ? 'a' : 'b'}`, `10.${v}.${s}.0/24`),
        ...host('instance', `${id}-host`, id, `10.${v}.${s}.10`),
      )
    }
  }
  return designOf(all)
}
