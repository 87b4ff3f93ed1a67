import { describe, expect, test } from 'vitest'
import type { Resource } from '../../design/resource.ts'
import type { SourceFile } from '../diagnostic.ts'
import { readDesign, writeDesign } from '../json/index.ts'
import { readAws } from './index.ts'

type Json = Readonly<Record<string, unknown>>

const vpc = { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', Tags: [{ Key: 'Name', Value: 'main' }] }
const subnet = {
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  CidrBlock: '10.0.1.0/24',
  AvailabilityZone: 'eu-west-1a',
}
const table = (Routes: readonly Json[], more: Json = {}) => ({
  RouteTableId: 'rtb-1',
  VpcId: 'vpc-1',
  Associations: [{ Main: true }],
  Routes,
  ...more,
})
const local = { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }
const acl = (Entries: readonly Json[]) => ({
  NetworkAclId: 'acl-1',
  VpcId: 'vpc-1',
  IsDefault: true,
  Entries,
})
const group = (IpPermissions: readonly Json[]) => ({
  GroupId: 'sg-1',
  GroupName: 'web',
  VpcId: 'vpc-1',
  IpPermissions,
  IpPermissionsEgress: [],
})
const eni = (more: Json = {}) => ({
  NetworkInterfaceId: 'eni-1',
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  PrivateIpAddress: '10.0.1.10',
  Groups: [{ GroupId: 'sg-1' }],
  Attachment: { InstanceId: 'i-1', DeviceIndex: 0 },
  ...more,
})
const instance = (more: Json = {}) => ({
  InstanceId: 'i-1',
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  State: { Name: 'running' },
  ...more,
})
/** Nothing to say about this one: everything that a network of one instance needs is there. */
const account: Json = {
  Vpcs: [vpc],
  Subnets: [subnet],
  RouteTables: [table([local])],
  NetworkAcls: [acl([])],
  SecurityGroups: [group([])],
  NetworkInterfaces: [eni()],
  Reservations: [{ Instances: [instance()] }],
}

const files = (content: Json, path = 'account.json'): SourceFile[] => [
  { path, text: JSON.stringify(content) },
]

function read(more: Json) {
  const { design, diagnostics } = readAws(files({ ...account, ...more }))
  const written = readDesign(writeDesign(design!))
  expect(written.design).toEqual(design)
  expect(written.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const said = diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`)
  return { resources: design!.resources, said, layout: design!.layout }
}

test('an account in one file', () => {
  const { resources, said, layout } = read({})
  expect(said).toEqual([])
  expect(Object.values(resources).map(({ id, kind, parent }) => `${kind} ${id} in ${parent}`)).toEqual([
    'internet internet in null',
    'region eu-west-1 in null',
    'vpc vpc-1 in eu-west-1',
    'availability-zone eu-west-1a@vpc-1 in vpc-1',
    'subnet subnet-1 in eu-west-1a@vpc-1',
    'instance i-1 in subnet-1',
    'network-interface eni-1 in subnet-1',
    'security-group sg-1 in vpc-1',
    'network-acl acl-1 in vpc-1',
    'route-table rtb-1 in vpc-1',
  ])
  expect(resources['vpc-1']?.name).toBe('main')
  expect(resources['eni-1']?.fields).toMatchObject({
    attachedTo: 'i-1',
    primary: true,
    securityGroups: ['sg-1'],
  })
  expect(Object.keys(layout)).toContain('i-1')
})

describe('routes', () => {
  test.each<[string, Json, Json | null]>([
    [
      'to an internet gateway',
      { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
      { destination: '0.0.0.0/0', target: 'igw-1', origin: 'static', state: 'active' },
    ],
    ['to a NAT gateway', { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' }, { target: 'nat-1' }],
    [
      'of IPv6',
      { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1' },
      { destination: '::/0', target: 'eigw-1' },
    ],
    [
      'to an instance go to its interface',
      { DestinationCidrBlock: '0.0.0.0/0', InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' },
      { target: 'eni-1' },
    ],
    [
      'to a transit gateway',
      { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1' },
      { target: 'tgw-1' },
    ],
    [
      'to a core network',
      {
        DestinationCidrBlock: '10.0.0.0/8',
        CoreNetworkArn: 'arn:aws:networkmanager::1:core-network/core-network-1',
      },
      { target: 'core-network-1' },
    ],
    [
      'for a prefix list',
      { DestinationPrefixListId: 'pl-1', VpcPeeringConnectionId: 'pcx-1' },
      { destination: 'pl-1', target: 'pcx-1' },
    ],
    [
      'propagated from a VPN',
      { DestinationCidrBlock: '192.168.0.0/16', GatewayId: 'vgw-1', Origin: 'EnableVgwRoutePropagation' },
      { origin: 'propagated' },
    ],
    [
      'propagated by a route server',
      { DestinationCidrBlock: '192.168.0.0/16', NetworkInterfaceId: 'eni-1', Origin: 'Advertisement' },
      { origin: 'propagated' },
    ],
    [
      'that lead nowhere',
      { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-9', State: 'blackhole' },
      { target: 'nat-9', state: 'blackhole' },
    ],
    [
      'that lead nowhere and do not say where',
      { DestinationCidrBlock: '0.0.0.0/0', State: 'blackhole' },
      { target: 'blackhole' },
    ],
    [
      'that are filtered',
      { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'filtered' },
      null,
    ],
    ['that are local', { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local' }, null],
    [
      'that replace the local one',
      { DestinationCidrBlock: '10.0.0.0/16', NetworkInterfaceId: 'eni-1' },
      { destination: '10.0.0.0/16', target: 'eni-1' },
    ],
  ])('%s', (_name, route, expected) => {
    const { resources } = read({ RouteTables: [table([{ State: 'active', ...route }])] })
    expect(resources['rtb-1']?.fields.routes).toMatchObject(
      expected === null ? [] : [{ id: 'r1', ...expected }],
    )
  })

  test.each<[string, object]>([
    ['without a destination', { GatewayId: 'igw-1' }],
    ['of odd types', { DestinationCidrBlock: 7, GatewayId: 'igw-1' }],
  ])('%s leave the table unknown: its subnets name what is not there', (_name, route) => {
    const { resources, said } = read({ RouteTables: [table([{ State: 'active', ...route }])] })
    expect(resources['rtb-1']).toBeUndefined()
    expect(said.filter((line) => line.startsWith('error: ') && line.includes('cannot be read'))).toHaveLength(
      1,
    )
  })

  test('to what is in no list make what the route tells, and say so', () => {
    const Routes = [
      { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
      { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1' },
    ]
    const { resources, said } = read({
      RouteTables: [table(Routes)],
      TransitGateways: [{ TransitGatewayId: 'tgw-1', Tags: [{ Key: 'Name', Value: 'hub' }] }],
    })
    expect(resources['igw-1']).toMatchObject({ kind: 'internet-gateway', parent: 'vpc-1' })
    expect(resources['tgw-1']).toMatchObject({
      kind: 'unmodelled',
      name: 'hub',
      parent: 'eu-west-1',
      fields: { type: 'transit-gateway' },
    })
    expect(said).toEqual([
      expect.stringContaining("'igw-1' is known from a route only"),
      expect.stringContaining('\'tgw-1\' (transit gateway) is answered "unknown"'),
      expect.stringContaining("'tgw-1' is drawn, but is not modelled"),
    ])
  })

  test('of a gateway endpoint belong to the endpoint', () => {
    const vpce = {
      VpcEndpointId: 'vpce-1',
      VpcEndpointType: 'Gateway',
      VpcId: 'vpc-1',
      ServiceName: 'com.amazonaws.eu-west-1.s3',
      RouteTableIds: [],
    }
    const Routes = [{ DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'active' }]
    const PrefixLists = [
      { PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3', Cidrs: ['52.218.0.0/17'] },
    ]
    for (const VpcEndpoints of [[vpce], []]) {
      const { resources } = read({ RouteTables: [table(Routes)], VpcEndpoints, PrefixLists })
      expect(resources['rtb-1']?.fields.routes).toEqual([])
      expect(resources['vpce-1']).toMatchObject({
        kind: 'gateway-endpoint',
        fields: { service: 's3', routeTables: ['rtb-1'], state: 'available' },
      })
      expect(resources['pl-1']?.fields).toEqual({ cidrs: ['52.218.0.0/17'], awsService: 's3' })
      expect(resources['s3@eu-west-1']).toMatchObject({
        kind: 'aws-service',
        name: 'S3 eu-west-1',
        parent: 'eu-west-1',
      })
    }
  })

  test('of a gateway route table', () => {
    const edge = { RouteTableId: 'rtb-2', VpcId: 'vpc-1', Associations: [{ GatewayId: 'igw-1' }], Routes: [] }
    const InternetGateways = [
      { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
    ]
    expect(
      read({ InternetGateways, RouteTables: [table([]), edge] }).resources['rtb-2']?.fields.gateway,
    ).toBe('igw-1')
  })

  test('of subnets follow associations that are in force', () => {
    const associated = (state: string) => ({
      RouteTableId: 'rtb-2',
      VpcId: 'vpc-1',
      Routes: [],
      Associations: [{ SubnetId: 'subnet-1', AssociationState: { State: state } }],
    })
    const tableOf = (state: string) =>
      read({ RouteTables: [table([]), associated(state)] }).resources['subnet-1']?.fields.routeTable
    expect([tableOf('associated'), tableOf('disassociated')]).toEqual(['rtb-2', null])
  })
})

describe('network ACL entries', () => {
  const entry = { RuleNumber: 100, RuleAction: 'allow', Egress: false, Protocol: '6', CidrBlock: '0.0.0.0/0' }
  test.each<[string, Json, Json | null]>([
    [
      'of TCP',
      { PortRange: { From: 443, To: 443 } },
      { id: 'r100', number: 100, action: 'allow', protocol: 'tcp', ports: '443', cidr: '0.0.0.0/0' },
    ],
    ['of a range', { PortRange: { From: 1024, To: 65535 } }, { ports: '1024-65535' }],
    ['of all ports', { PortRange: { From: 0, To: 65535 } }, { ports: 'all' }],
    ['of TCP without ports', {}, { ports: 'all' }],
    ['of everything', { Protocol: '-1' }, { protocol: 'all', ports: 'all' }],
    ['of ICMP', { Protocol: '1', IcmpTypeCode: { Type: -1, Code: -1 } }, { protocol: 'icmp', ports: 'all' }],
    ['of an ICMP type', { Protocol: '1', IcmpTypeCode: { Type: 8, Code: -1 } }, { ports: '8' }],
    ['of an ICMP type and code', { Protocol: '1', IcmpTypeCode: { Type: 3, Code: 4 } }, { ports: '3/4' }],
    [
      'of IPv6',
      { CidrBlock: undefined, Ipv6CidrBlock: '::/0', Protocol: '58' },
      { protocol: 'icmpv6', cidr: '::/0' },
    ],
    [
      'of another protocol',
      { Protocol: '50', PortRange: { From: 1, To: 2 } },
      { protocol: '50', ports: 'all' },
    ],
    ['that are the implied one', { RuleNumber: 32767 }, null],
    [
      'that are the implied one of IPv6',
      { RuleNumber: 32768, RuleAction: 'deny', Protocol: '-1', CidrBlock: undefined, Ipv6CidrBlock: '::/0' },
      null,
    ],
  ])('%s', (_name, more, expected) => {
    const { resources } = read({ NetworkAcls: [acl([{ ...entry, ...more }])] })
    expect(resources['acl-1']?.fields.inbound).toMatchObject(expected === null ? [] : [expected])
  })

  test.each<[string, object]>([
    ['without a CIDR', { CidrBlock: undefined }],
    ['of a protocol that is none', { Protocol: '999' }],
    ['of ports that are none', { PortRange: { From: 1, To: 99999 } }],
  ])('%s leave the list unknown: a deny that was not read must not turn into an allow', (_name, more) => {
    const { resources, said } = read({ NetworkAcls: [acl([{ ...entry, ...more }])] })
    expect(resources['acl-1']).toBeUndefined()
    expect(said.filter((line) => line.startsWith('error: ') && line.includes('cannot be read'))).toHaveLength(
      1,
    )
  })

  test('are read in the order of their numbers, and outbound apart', () => {
    const { resources } = read({
      NetworkAcls: [acl([{ ...entry, RuleNumber: 200 }, entry, { ...entry, Egress: true }])],
    })
    expect(resources['acl-1']?.fields).toMatchObject({
      inbound: [{ number: 100 }, { number: 200 }],
      outbound: [{ number: 100 }],
    })
  })
})

describe('security group permissions', () => {
  const any = { IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'all' }] }
  test.each<[string, Json, readonly Json[]]>([
    [
      'of a port',
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...any },
      [{ id: 'r1', protocol: 'tcp', ports: '443', peer: '0.0.0.0/0', description: 'all' }],
    ],
    [
      'by number',
      { IpProtocol: '6', FromPort: 0, ToPort: 65535, ...any },
      [{ protocol: 'tcp', ports: 'all' }],
    ],
    ['of everything', { IpProtocol: '-1', ...any }, [{ protocol: 'all', ports: 'all' }]],
    ['of ping', { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, ...any }, [{ protocol: 'icmp', ports: '8' }]],
    [
      'of any ICMPv6',
      { IpProtocol: 'icmpv6', FromPort: -1, ToPort: -1, Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
      [{ protocol: 'icmpv6', ports: 'all', peer: '::/0' }],
    ],
    ['of another protocol', { IpProtocol: '50', ...any }, [{ protocol: '50', ports: 'all' }]],
    [
      'of several peers, a row each',
      {
        IpProtocol: 'tcp',
        FromPort: 1,
        ToPort: 2,
        IpRanges: [{ CidrIp: '10.0.0.0/8' }],
        PrefixListIds: [{ PrefixListId: 'pl-1' }],
        UserIdGroupPairs: [{ GroupId: 'sg-9', VpcPeeringConnectionId: 'pcx-1' }],
      },
      [{ peer: '10.0.0.0/8' }, { id: 'r2', peer: 'pl-1' }, { id: 'r3', peer: 'sg-9' }],
    ],
    [
      'of a group by its name',
      { IpProtocol: '-1', UserIdGroupPairs: [{ GroupName: 'web' }] },
      [{ peer: 'sg-1' }],
    ],
    ['of nobody', { IpProtocol: 'tcp', FromPort: 1, ToPort: 1 }, []],
  ])('%s', (_name, permission, expected) => {
    const { resources } = read({ SecurityGroups: [group([permission])] })
    expect(resources['sg-1']?.fields.inbound).toMatchObject(expected)
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['of a CIDR that is none', { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/99' }] }],
    ['of a CIDR without a length', { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.9' }] }],
    ['of odd types', { IpProtocol: 6 }],
  ])('%s leave the group unknown: its interfaces name what is not there', (_name, permission) => {
    const { resources, said } = read({ SecurityGroups: [group([permission])] })
    expect(resources['sg-1']).toBeUndefined()
    expect(said.filter((line) => line.startsWith('error: ') && line.includes('cannot be read'))).toHaveLength(
      1,
    )
  })
})

describe('addresses', () => {
  const association = (more: Json) => ({
    PrivateIpAddresses: [
      { PrivateIpAddress: '10.0.1.10', Primary: true, Association: { PublicIp: '54.1.1.1', ...more } },
    ],
  })
  const elastic = {
    PublicIp: '54.1.1.1',
    AllocationId: 'eipalloc-1',
    NetworkInterfaceId: 'eni-1',
    PrivateIpAddress: '10.0.1.10',
    NetworkBorderGroup: 'eu-west-1',
  }
  const publicOf = (resources: Readonly<Record<string, Resource>>) =>
    (resources['eni-1']!.fields.addresses as readonly { publicAddress: string }[])[0]?.publicAddress

  // Those of load balancers and databases are owned by the service, and stand in no list of Addresses.
  test.each(['amazon', 'amazon-elb', 'amazon-rds'])('given by %s stay with the interface', (IpOwnerId) => {
    const lists = { Addresses: [], NetworkInterfaces: [eni(association({ IpOwnerId }))] }
    const { resources, said } = read(lists)
    expect(said.join()).not.toContain('Elastic IP')
    expect(publicOf(resources)).toBe('54.1.1.1')
    expect(Object.values(resources).some(({ kind }) => kind === 'elastic-ip')).toBe(false)
  })

  test.each<[string, Json, string]>([
    [
      'of the list',
      { Addresses: [elastic], NetworkInterfaces: [eni(association({ IpOwnerId: '1' }))] },
      'eipalloc-1',
    ],
    [
      'of the list, whatever the interface says',
      { Addresses: [elastic], NetworkInterfaces: [eni(association({ IpOwnerId: 'amazon' }))] },
      'eipalloc-1',
    ],
    [
      'that only an interface tells of',
      { NetworkInterfaces: [eni(association({ IpOwnerId: '1', AllocationId: 'eipalloc-2' }))] },
      'eipalloc-2',
    ],
    ['without an allocation', { NetworkInterfaces: [eni(association({ IpOwnerId: '1' }))] }, 'eip@54.1.1.1'],
  ])('that are Elastic IPs %s', (_name, more, id) => {
    const { resources } = read(more)
    expect(publicOf(resources)).toBe('')
    expect(resources[id]).toMatchObject({
      kind: 'elastic-ip',
      parent: 'eu-west-1',
      fields: { address: '54.1.1.1', networkInterface: 'eni-1', privateAddress: '10.0.1.10' },
    })
  })

  test('come primary first, with IPv6 beside them', () => {
    const PrivateIpAddresses = [
      { PrivateIpAddress: '10.0.1.11', Primary: false },
      { PrivateIpAddress: '10.0.1.10', Primary: true },
    ]
    const { resources } = read({
      NetworkInterfaces: [eni({ PrivateIpAddresses, Ipv6Addresses: [{ Ipv6Address: '2001:db8::1' }] })],
    })
    expect(resources['eni-1']?.fields).toMatchObject({
      addresses: [{ address: '10.0.1.10' }, { address: '10.0.1.11' }],
      ipv6: ['2001:db8::1'],
    })
  })

  test('that cannot be read are left out and told', () => {
    const { resources, said } = read({ NetworkInterfaces: [eni({ PrivateIpAddress: '10.0.1' })] })
    expect(resources['eni-1']?.fields.addresses).toEqual([])
    expect(said).toEqual(["error: '10.0.1' is no IPv4 address; it is left out."])
  })
})
