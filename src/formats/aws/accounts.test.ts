// What real accounts hold besides the plain case: owners of every sort, missing lists, several Regions, odd shapes.
import { describe, expect, test } from 'vitest'
import { readDesign, writeDesign } from '../json/index.ts'
import { readAws } from './index.ts'

type Json = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Json[]>>

const named = (name: string) => ({ Tags: [{ Key: 'Name', Value: name }] })
const subnet = (id: string, more: Json = {}) => ({
  SubnetId: id,
  VpcId: 'vpc-1',
  CidrBlock: '10.0.1.0/24',
  AvailabilityZone: 'eu-west-1a',
  ...more,
})
const base: Lists = {
  Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }],
  Subnets: [
    subnet('subnet-1'),
    subnet('subnet-2', { CidrBlock: '10.0.2.0/24', AvailabilityZone: 'eu-west-1b' }),
  ],
  RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [] }],
  NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1', IsDefault: true, Entries: [] }],
  SecurityGroups: [],
  NetworkInterfaces: [],
  Instances: [],
}
const eni = (id: string, more: Json = {}) => ({
  NetworkInterfaceId: id,
  SubnetId: 'subnet-1',
  PrivateIpAddress: '10.0.1.10',
  Attachment: {},
  ...more,
})

const shut = { BlockPublicAccessStates: { InternetGatewayBlockMode: 'block-bidirectional' } }

function readFiles(contents: Readonly<Record<string, unknown>>) {
  const files = Object.entries(contents).map(([path, content]) => ({
    path,
    text: typeof content === 'string' ? content : JSON.stringify(content),
  }))
  const { design, diagnostics } = readAws(files)
  if (design) expect(readDesign(writeDesign(design))).toMatchObject({ design })
  const resources = design?.resources ?? {}
  return {
    design,
    resources,
    said: diagnostics.map(({ severity, where, summary }) => `${severity}: ${where}: ${summary}`).join('\n'),
  }
}

const read = (more: Lists, without: readonly string[] = []) =>
  readFiles({
    'a.json': Object.fromEntries(
      Object.entries({ ...base, ...more }).filter(([key]) => !without.includes(key)),
    ),
  })

describe('the public address of an instance is told', () => {
  const instance = (more: Json, inside: Json) => ({
    Instances: [
      {
        InstanceId: 'i-1',
        SubnetId: 'subnet-1',
        PrivateIpAddress: '10.0.1.10',
        NetworkInterfaces: [
          {
            NetworkInterfaceId: 'eni-1',
            SubnetId: 'subnet-1',
            PrivateIpAddress: '10.0.1.10',
            PrivateIpAddresses: [
              { PrivateIpAddress: '10.0.1.11' },
              { PrivateIpAddress: '10.0.1.10', Primary: true },
            ],
            ...inside,
          },
        ],
        ...more,
      },
    ],
  })
  const told = { PublicIp: '54.1.1.1' }
  test.each<[string, Json, Json, string]>([
    ['by the instance', { PublicIpAddress: '54.1.1.1' }, {}, '54.1.1.1'],
    ['by its interface', {}, { Association: told }, '54.1.1.1'],
    [
      'for the other address',
      {},
      {
        Association: told,
        PrivateIpAddresses: [
          { PrivateIpAddress: '10.0.1.10', Primary: true },
          { PrivateIpAddress: '10.0.1.11', Association: told },
        ],
      },
      '',
    ],
    ['for an instance that is stopped', { PublicIpAddress: '54.1.1.1', State: { Name: 'stopped' } }, {}, ''],
  ])('%s', (_name, more, inside, publicAddress) => {
    const { resources } = read(instance(more, inside), ['NetworkInterfaces'])
    expect(resources['eni-1']?.fields).toMatchObject({
      addresses: [{ address: '10.0.1.10', publicAddress }, { address: '10.0.1.11' }],
    })
  })
})

test('what stands in a subnet that is not in the snapshot keeps its addresses', () => {
  const elsewhere = { SubnetId: 'subnet-9', VpcId: 'vpc-1' }
  const lists: readonly Lists[] = [
    { NetworkInterfaces: [eni('eni-9', elsewhere)] },
    { Instances: [{ InstanceId: 'i-9', PrivateIpAddress: '10.0.1.10', ...elsewhere }] },
  ]
  for (const more of lists) {
    const { resources, said } = read(more)
    expect(resources['addresses@eni-9'] ?? resources['addresses@eni@i-9']).toMatchObject({
      kind: 'unmodelled',
      parent: 'vpc-1',
      fields: { cidrs: ['10.0.1.10/32'] },
    })
    expect(said).toContain("it stands in the subnet 'subnet-9', which is not in the snapshot")
  }
})

test('prefixes delegated to an interface are something not modelled in its subnet', () => {
  const { resources, said } = read({
    NetworkInterfaces: [
      eni('eni-1', {
        Ipv4Prefixes: [{ Ipv4Prefix: '10.0.1.16/28' }],
        Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8::/80' }],
      }),
    ],
  })
  expect(resources['prefixes@eni-1']).toMatchObject({
    kind: 'unmodelled',
    parent: 'subnet-1',
    fields: { type: 'delegated-prefix', cidrs: ['10.0.1.16/28', '2001:db8::/80'] },
  })
  expect(said).toContain("who has the addresses of prefixes that 'eni-1' holds (10.0.1.16/28, 2001:db8::/80)")
})

describe('an interface belongs to', () => {
  const owner = (lists: Lists, id = 'eni-1') => {
    const { resources, said } = read(lists)
    const attachedTo = resources[id]?.fields.attachedTo
    return { said, resources, owner: typeof attachedTo === 'string' ? resources[attachedTo] : null }
  }

  test('a NAT gateway that names it', () => {
    const NatGateways = [
      {
        NatGatewayId: 'nat-1',
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-1', PrivateIp: '10.0.1.10', PublicIp: '54.1.1.1' }],
      },
    ]
    for (const NetworkInterfaces of [
      [eni('eni-1', { InterfaceType: 'nat_gateway', SourceDestCheck: true })],
      [],
    ]) {
      const { owner: gateway, resources } = owner({ NatGateways, NetworkInterfaces })
      expect(gateway).toMatchObject({
        kind: 'nat-gateway',
        parent: 'subnet-1',
        fields: { connectivity: 'public', state: 'available' },
      })
      expect(resources['eni-1']?.fields).toMatchObject({
        sourceDestCheck: false,
        addresses: [{ address: '10.0.1.10' }],
      })
    }
  })

  test('a NAT gateway with two addresses of one interface', () => {
    const NatGatewayAddresses = [
      { NetworkInterfaceId: 'eni-1', PrivateIp: '10.0.1.11', IsPrimary: false },
      {
        NetworkInterfaceId: 'eni-1',
        PrivateIp: '10.0.1.10',
        IsPrimary: true,
        PublicIp: '54.1.1.1',
        AllocationId: 'eipalloc-1',
      },
    ]
    const { resources } = owner({
      NatGateways: [{ NatGatewayId: 'nat-1', SubnetId: 'subnet-1', NatGatewayAddresses }],
    })
    expect(resources['eni-1']?.fields.addresses).toMatchObject([
      { address: '10.0.1.10' },
      { address: '10.0.1.11' },
    ])
    expect(resources['eipalloc-1']?.fields).toMatchObject({
      networkInterface: 'eni-1',
      privateAddress: '10.0.1.10',
    })
  })

  test('an endpoint that names it', () => {
    const VpcEndpoints = [
      {
        VpcEndpointId: 'vpce-1',
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-1',
        ServiceName: 'com.amazonaws.eu-west-1.ecr.api',
        SubnetIds: ['subnet-1'],
        NetworkInterfaceIds: ['eni-1'],
        Groups: [{ GroupId: 'sg-1' }],
        PrivateDnsEnabled: true,
        State: 'pendingAcceptance',
      },
    ]
    expect(owner({ VpcEndpoints, NetworkInterfaces: [eni('eni-1')] }).owner).toMatchObject({
      kind: 'interface-endpoint',
      fields: { service: 'ecr.api', privateDns: true, state: 'pendingAcceptance' },
    })
    expect(owner({ VpcEndpoints }).said).toContain(
      "addresses of the interfaces of 'vpce-1' are not in the snapshot: eni-1",
    )
  })

  test.each([
    ['for inbound resolvers only', { DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true } }],
    ['for a service of another Region', { ServiceName: 'com.amazonaws.us-east-1.s3' }],
  ])('an endpoint with private DNS %s', (_, more) => {
    const VpcEndpoints = [
      {
        VpcEndpointId: 'vpce-1',
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-1',
        ServiceName: 'com.amazonaws.eu-west-1.s3',
        SubnetIds: ['subnet-1'],
        NetworkInterfaceIds: ['eni-1'],
        PrivateDnsEnabled: true,
        ...more,
      },
    ]
    const { owner: endpoint, said } = owner({ VpcEndpoints, NetworkInterfaces: [eni('eni-1')] })
    expect(endpoint).toMatchObject({ fields: { service: 's3', privateDns: false } })
    expect(said).toMatch(/the name of s3 .*does not lead there/)
  })

  test('an instance that is in no list', () => {
    const { owner: instance, said } = owner({
      NetworkInterfaces: [eni('eni-1', { Attachment: { InstanceId: 'i-9', DeviceIndex: 0 } })],
    })
    expect(instance).toMatchObject({ kind: 'instance', id: 'i-9', fields: { state: 'running' } })
    expect(said).toContain("'i-9' is known from its network interface only")
  })

  test('a load balancer, one thing with all its interfaces', () => {
    const Description = 'ELB app/web/0123'
    const NetworkInterfaces = [
      eni('eni-1', { Description }),
      eni('eni-2', { Description, SubnetId: 'subnet-2' }),
    ]
    const { owner: balancer, resources, said } = owner({ NetworkInterfaces })
    expect(balancer).toMatchObject({
      kind: 'unmodelled',
      name: Description,
      parent: 'vpc-1',
      fields: { type: 'load-balancer' },
    })
    expect(resources['eni-2']?.fields.attachedTo).toBe(balancer?.id)
    expect(said).toContain('answered "unknown"')
  })

  test.each([
    [
      'Network Interface for Transit Gateway Attachment tgw-attach-1',
      'transit_gateway',
      'tgw-attach-1',
      'transit-gateway-attachment',
    ],
    ['RDSNetworkInterface', 'interface', 'owner@eni-1', 'database'],
    ['AWS Lambda VPC ENI-f', 'lambda', 'owner@eni-1', 'lambda'],
    ['', 'branch', 'owner@eni-1', 'branch'],
    ['', 'interface', 'owner@eni-1', 'service'],
  ])('a service: %s', (Description, InterfaceType, id, type) => {
    expect(owner({ NetworkInterfaces: [eni('eni-1', { Description, InterfaceType })] }).owner).toMatchObject({
      id,
      kind: 'unmodelled',
      parent: 'subnet-1',
      fields: { type },
    })
  })

  test('nothing, when it is detached', () => {
    expect(
      owner({ NetworkInterfaces: [eni('eni-1', { Attachment: undefined, Status: 'available' })] }),
    ).toMatchObject({ owner: null, said: expect.stringContaining('attached to nothing') as string })
  })
})

describe('instances', () => {
  const instance = (more: Json) => ({
    InstanceId: 'i-1',
    SubnetId: 'subnet-1',
    VpcId: 'vpc-1',
    PrivateIpAddress: '10.0.1.10',
    PublicIpAddress: '54.1.1.1',
    SecurityGroups: [{ GroupId: 'sg-1' }],
    ...more,
  })
  const state = (Name: string) => read({ Instances: [instance({ State: { Name } })] })

  test('that are terminated are left out, with a note; their interfaces are detached', () => {
    const NetworkInterfaces = [eni('eni-1', { Attachment: { InstanceId: 'i-1' } })]
    const { resources, said } = read({
      Instances: [instance({ State: { Name: 'terminated' } })],
      NetworkInterfaces,
    })
    expect([resources['i-1'], resources['eni-1']?.fields.attachedTo]).toEqual([undefined, null])
    expect(said).toContain("'i-1' is terminated and left out.")
  })

  test('that are stopped keep their state and have no automatic public address', () => {
    const { resources } = state('stopped')
    expect(resources['i-1']?.fields).toMatchObject({
      state: 'stopped',
      forwards: 'assume',
      ephemeral: 'linux',
    })
    expect(resources['eni@i-1']?.fields).toMatchObject({
      addresses: [{ address: '10.0.1.10', publicAddress: '' }],
    })
  })

  test('that run have an interface made of their own addresses where none is printed', () => {
    const { resources } = state('running')
    expect(resources['eni@i-1']?.fields).toMatchObject({
      addresses: [{ publicAddress: '54.1.1.1' }],
      securityGroups: ['sg-1'],
      primary: true,
      sourceDestCheck: true,
    })
  })

  test('of Windows take source ports from its range', () => {
    expect(read({ Instances: [instance({ Platform: 'windows' })] }).resources['i-1']?.fields.ephemeral).toBe(
      'windows',
    )
  })

  test('in an unknown subnet are left out and told', () => {
    expect(read({ Instances: [instance({ SubnetId: 'subnet-9' })] }).said).toContain(
      "warning: a.json: Instances[0] i-1: 'i-1' stands in the subnet 'subnet-9'",
    )
  })
})

describe('what is not in the snapshot', () => {
  test.each<[string, string]>([
    ['Vpcs', "The VPC 'vpc-1' is in no list of Vpcs"],
    ['RouteTables', "The main route table of 'vpc-1' is not in the snapshot"],
    ['NetworkAcls', 'answers that cross the border of a subnet using it are "unknown"'],
    ['SecurityGroups', 'keep the ids of theirs'],
    ['NetworkInterfaces', 'no list of network interfaces'],
  ])('%s', (list, says) => {
    const Instances = [
      {
        InstanceId: 'i-1',
        SubnetId: 'subnet-1',
        PrivateIpAddress: '10.0.1.10',
        SecurityGroups: [{ GroupId: 'sg-1' }],
      },
    ]
    const { resources, said } = read({ Instances }, [list])
    expect(said).toContain(says)
    expect(resources['eni@i-1']?.fields.securityGroups).toEqual(['sg-1'])
  })

  test('one file that is cut off: that alone is said', () => {
    expect(readFiles({ 'a.json': '{"resources": {' }).said).toMatch(/^error: a.json:1:\d+: [^\n]*$/)
  })

  test('anything at all', () => {
    const { design, said } = readFiles({
      'notes.txt': 'hello',
      'a.json': '',
      'b.json': '{"Vpcs": [',
      'c.json': '[]',
      'd.json': { Owner: 'me' },
      'e.json': { vpcs: 1, subnets: 4 },
    })
    expect(design).toBe(null)
    expect(said.split('\n')).toEqual([
      'warning: a.json: The file is empty.',
      expect.stringMatching(/^error: b.json:1:11: /),
      expect.stringMatching(/^warning: c.json: /),
      'note: d.json: Nothing in this file is known here.',
      'note: e.json: Nothing in this file is known here.',
      'note: notes.txt: This is not JSON and is not read.',
      'error: the snapshot: No VPC and no subnet is described in these files.',
    ])
  })
})

describe('peerings', () => {
  const peering = (more: Json) => ({
    VpcPeeringConnectionId: 'pcx-1',
    RequesterVpcInfo: { VpcId: 'vpc-1' },
    AccepterVpcInfo: { VpcId: 'vpc-2', CidrBlockSet: [{ CidrBlock: '10.9.0.0/16' }] },
    Status: { Code: 'active' },
    ...more,
  })
  const vpcs = [...base.Vpcs!, { VpcId: 'vpc-2', CidrBlock: '10.9.0.0/16' }]

  test('join two VPCs', () => {
    expect(
      read({ Vpcs: vpcs, VpcPeeringConnections: [peering(named('ab'))] }).resources['pcx-1'],
    ).toMatchObject({
      kind: 'vpc-peering',
      name: 'ab',
      parent: 'eu-west-1',
      fields: { requester: 'vpc-1', accepter: 'vpc-2', status: 'active' },
    })
  })

  test('to a VPC that was not read lead to something unknown', () => {
    const { resources, said } = read({ VpcPeeringConnections: [peering({})] })
    expect(resources['pcx-1']).toMatchObject({
      kind: 'unmodelled',
      fields: { type: 'vpc-peering', cidrs: ['10.9.0.0/16'] },
    })
    expect(said).toContain("leads to the VPC 'vpc-2', which is not in the snapshot")
  })

  test.each([
    ['initiating-request', 'pending-acceptance'],
    ['expired', 'expired'],
    ['dreaming', 'failed'],
  ])('%s', (Code, status) => {
    expect(
      read({ Vpcs: vpcs, VpcPeeringConnections: [peering({ Status: { Code } })] }).resources['pcx-1']?.fields
        .status,
    ).toBe(status)
  })

  test('that are deleted are left out', () => {
    expect(
      read({ VpcPeeringConnections: [peering({ Status: { Code: 'deleted' } })] }).resources['pcx-1'],
    ).toBe(undefined)
  })
})

describe('Regions', () => {
  const inRegion = (id: string, zone: string | undefined) => ({
    Vpcs: [{ VpcId: id, CidrBlock: '10.0.0.0/16' }],
    Subnets: [{ SubnetId: `subnet-${id}`, VpcId: id, CidrBlock: '10.0.0.0/24', AvailabilityZone: zone }],
  })

  test('are told by zones, by folders of any depth, and by keys', () => {
    const { resources } = readFiles({
      'all/1111/x/vpcs.json': inRegion('a', 'us-west-2-lax-1a'),
      'all/2222/prod-eu-west-1/deep/vpcs.json': inRegion('b', undefined),
      'all/3333.json': { 'ap-northeast-2': inRegion('c', undefined) },
    })
    expect(['a', 'b', 'c'].map((id) => resources[id]?.parent)).toEqual([
      'us-west-2',
      'eu-west-1',
      'ap-northeast-2',
    ])
    expect(resources['subnet-a']?.parent).toBe('us-west-2-lax-1a@a')
    expect(resources['subnet-b']?.parent).toBe('b')
  })

  test('that nothing tells are left open', () => {
    expect(readFiles({ 'a.json': inRegion('a', undefined) }).resources['a']?.parent).toBe(null)
  })
})

test('IPv6 blocks that AWS does not advertise are told from those that it does', () => {
  const block = (Ipv6CidrBlock: string, Ipv6AddressAttribute?: string) => ({
    Ipv6CidrBlock,
    Ipv6CidrBlockState: { State: 'associated' },
    Ipv6AddressAttribute,
  })
  const blocks = [
    block('2001:db8:1::/56', 'private'),
    block('2001:db8:2::/56', 'public'),
    block('2001:db8:3::/56'),
  ]
  const { resources } = read({
    Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', Ipv6CidrBlockAssociationSet: blocks }],
  })
  expect(resources['vpc-1']?.fields).toMatchObject({
    ipv6Cidrs: ['2001:db8:1::/56', '2001:db8:2::/56', '2001:db8:3::/56'],
    privateIpv6Cidrs: ['2001:db8:1::/56'],
  })
})

test('a file of the np-guard collector', () => {
  const network = {
    collector_version: '0.11.0',
    provider: 'aws',
    vpcs: [{ VpcId: 'VpcId:3', CidrBlock: '172.31.0.0/16', Ipv6CidrBlockAssociationSet: null, Tags: null }],
    subnets: [
      {
        SubnetId: 'SubnetId:6',
        VpcId: 'VpcId:3',
        CidrBlock: '172.31.0.0/20',
        MapPublicIpOnLaunch: true,
        AvailabilityZone: 'us-east-1f',
        Tags: [],
      },
      {
        SubnetId: 'SubnetId:7',
        VpcId: 'VpcId:3',
        CidrBlock: '172.31.16.0/20',
        MapPublicIpOnLaunch: false,
        AvailabilityZone: 'us-east-1a',
        Tags: [],
      },
    ],
    internet_gateways: [
      {
        InternetGatewayId: 'InternetGatewayId:1',
        Attachments: [{ State: 'available', VpcId: 'VpcId:3' }],
        Tags: [],
      },
    ],
    network_acls: [
      {
        NetworkAclId: 'NetworkAclId:4',
        VpcId: 'VpcId:3',
        IsDefault: true,
        Associations: [],
        Entries: [
          {
            CidrBlock: '0.0.0.0/0',
            Egress: true,
            IcmpTypeCode: null,
            Ipv6CidrBlock: null,
            PortRange: null,
            Protocol: '-1',
            RuleAction: 'allow',
            RuleNumber: 100,
          },
        ],
      },
    ],
    security_groups: [
      {
        GroupId: 'GroupId:17',
        GroupName: 'GroupName:18',
        Description: 'default VPC security group',
        VpcId: 'VpcId:3',
        IpPermissions: [
          {
            FromPort: null,
            ToPort: null,
            IpProtocol: '-1',
            UserIdGroupPairs: [{ GroupId: 'GroupId:17', GroupName: 'GroupName:19', VpcId: 'VpcId:21' }],
          },
        ],
      },
    ],
    instances: [
      {
        InstanceId: 'InstanceId:27',
        SubnetId: 'SubnetId:6',
        VpcId: 'VpcId:3',
        Platform: '',
        State: { Name: 'running' },
        NetworkInterfaces: [
          {
            NetworkInterfaceId: 'NetworkInterfaceId:9',
            SubnetId: 'SubnetId:6',
            PrivateIpAddress: '172.31.0.9',
            Association: null,
            Groups: [{ GroupId: 'GroupId:17' }],
            Attachment: { DeviceIndex: 0 },
          },
        ],
      },
    ],
  }
  const { resources, said } = readFiles({ 'np.json': network })
  expect(resources['rtb-public@VpcId:3']?.fields.routes).toMatchObject([
    { destination: '0.0.0.0/0', target: 'InternetGatewayId:1' },
  ])
  expect([6, 7].map((id) => resources[`SubnetId:${id}`]?.fields.routeTable)).toEqual([
    'rtb-public@VpcId:3',
    null,
  ])
  expect(resources['InstanceId:27']).toMatchObject({ kind: 'instance', fields: { ephemeral: 'linux' } })
  expect(resources['NetworkInterfaceId:9']?.fields).toMatchObject({
    attachedTo: 'InstanceId:27',
    primary: true,
  })
  expect(resources['GroupId:17']?.fields).toMatchObject({
    isDefault: true,
    inbound: [{ peer: 'GroupId:17', ports: 'all' }],
  })
  expect(said).toContain('The file has no route tables')
  expect(said).toContain('(SubnetId:6)')
  expect(said).not.toContain('error')
})

describe('odd files', () => {
  test('an item of the wrong type is told and left out; the others are read', () => {
    const { resources, said } = read({
      Subnets: [
        ...base.Subnets!,
        { SubnetId: 7, VpcId: 'vpc-1' },
        { SubnetId: 'a/b', VpcId: 'vpc-1' },
        { SubnetId: 'subnet-4', VpcId: 'constructor' },
        { SubnetId: 'local', VpcId: 'vpc-1', CidrBlock: '10.0.7.0/24', AvailabilityZone: 'eu-west-1a' },
      ],
    })
    expect(resources['subnet-1']).toBeDefined()
    expect(said).toContain('error: a.json: Subnets[2]: This cannot be read and is left out: SubnetId')
    expect(said).toContain("local: 'local' cannot be an id")
    expect(said).toContain('Subnets[3] a/b: This cannot be read and is left out: SubnetId: is no id.')
    expect(said).toContain(
      'Subnets[4] subnet-4: This cannot be read and is left out: VpcId: cannot be an id.',
    )
  })

  test('null tags, names that are taken, two VPCs with one CIDR', () => {
    const Vpcs = [
      { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', ...named('same') },
      { VpcId: 'b', CidrBlock: '10.0.0.0/16', ...named('same') },
      { VpcId: 'c', CidrBlock: '10.0.0.0/16', Tags: null },
    ]
    expect(read({ Vpcs }).resources).toMatchObject({
      'vpc-1': { name: 'same' },
      b: { name: 'same' },
      c: { name: 'c' },
    })
  })

  test.each([
    ['AWS', { Subnets: 4 }, "Subnets: 'Subnets' must be a list."],
    ['the collector', { vpcs: [], subnets: 4 }, "subnets: 'subnets' must be a list."],
  ])('a list of %s that is none', (_, file, says) => {
    expect(readFiles({ 'a.json': base, 'b.json': file }).said).toContain(`error: b.json: ${says}`)
  })

  test('a list that goes on elsewhere', () => {
    expect(readFiles({ 'a.json': { ...base, NextToken: 'x' } }).said).toContain('ends in a NextToken')
  })

  test('the same resource twice, described differently', () => {
    const { resources, said } = readFiles({
      'a.json': base,
      'b.json': { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.7.0.0/16' }] },
    })
    expect(resources['vpc-1']?.fields.cidr).toBe('10.0.0.0/16')
    expect(said).toContain(
      'warning: b.json: Vpcs[0] vpc-1: The same resource is described differently elsewhere',
    )
  })

  test('entries of a managed prefix list, in a file named after it', () => {
    const lists = {
      ...base,
      ManagedPrefixLists: [
        { PrefixListId: 'pl-1', PrefixListName: 'offices' },
        { PrefixListId: 'pl-2', PrefixListName: 'more' },
      ],
    }
    const { resources, said } = readFiles({
      'a.json': lists,
      'pl-1.json': { Entries: [{ Cidr: '192.0.2.0/24' }] },
    })
    expect(resources['pl-1']).toMatchObject({
      name: 'offices',
      fields: { cidrs: ['192.0.2.0/24'], awsService: '' },
    })
    expect(resources['pl-2']).toBe(undefined)
    expect(said).not.toContain('The entries of the prefix list')
  })

  // Every account has half a dozen lists of AWS's own that nothing in it names.
  test('entries that are missing are told of lists that a rule or route names, of no others', () => {
    const ManagedPrefixLists = ['pl-1', 'pl-2', 'pl-3'].map((PrefixListId) => ({ PrefixListId }))
    const SecurityGroups = [
      {
        GroupId: 'sg-1',
        VpcId: 'vpc-1',
        GroupName: 'web',
        IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }],
        IpPermissionsEgress: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }],
      },
    ]
    const RouteTables = [
      {
        RouteTableId: 'rtb-1',
        VpcId: 'vpc-1',
        Associations: [{ Main: true }],
        Routes: [
          { DestinationPrefixListId: 'pl-3', GatewayId: 'igw-1', State: 'active' },
          { DestinationPrefixListId: 'pl-4', GatewayId: 'igw-1', State: 'active' },
        ],
      },
    ]
    const { said } = read({ ManagedPrefixLists, SecurityGroups, RouteTables })
    expect([...said.matchAll(/entries of the prefix list '(pl-\d)'/g)].map(([, id]) => id)).toEqual([
      'pl-1',
      'pl-3',
      'pl-4',
    ])
  })

  test('entries of a list without a name are the service’s whose endpoint a route for them leads to', () => {
    const { resources } = readFiles({
      'a.json': {
        ...base,
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-1',
            VpcEndpointType: 'Gateway',
            VpcId: 'vpc-1',
            ServiceName: 'com.amazonaws.eu-west-1.s3',
            State: 'available',
          },
        ],
        RouteTables: [
          {
            RouteTableId: 'rtb-9',
            VpcId: 'vpc-1',
            Associations: [],
            Routes: [{ DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'active' }],
          },
        ],
      },
      'pl-1.json': { Entries: [{ Cidr: '52.218.0.0/17' }] },
    })
    expect(resources['pl-1']?.fields).toEqual({ cidrs: ['52.218.0.0/17'], awsService: 's3' })
  })

  test('DNS attributes and Block Public Access', () => {
    const { resources, said } = readFiles({
      'a.json': base,
      'dns.json': { VpcId: 'vpc-1', EnableDnsHostnames: { Value: false } },
      'bpa.json': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'block-ingress' } },
    })
    expect(resources['vpc-1']?.fields).toMatchObject({ dnsHostnames: false, dnsSupport: true })
    expect(said).toContain('VPC Block Public Access is on (block-ingress)')
  })

  test.each<[string, Lists]>([
    ['a VPC', { Vpcs: [{ ...base.Vpcs![0], ...shut }] }],
    ['a subnet', { Subnets: [subnet('subnet-1'), subnet('subnet-2', shut)] }],
  ])('Block Public Access that only %s tells of', (_name, lists) => {
    const { resources, said } = read(lists)
    expect(resources['eu-west-1']?.fields).toMatchObject({ blockPublicAccess: true })
    expect(said).toContain("VPC Block Public Access is on (block-bidirectional) for 'vpc-1'")
  })

  test('what is not modelled is named by its id', () => {
    const { said } = read({
      VpnGateways: [{ VpnGatewayId: 'vgw-1' }],
      LoadBalancers: [{ LoadBalancerName: 'web' }],
      DBInstances: [{ DBInstanceIdentifier: 'orders' }],
    })
    for (const id of ['vgw-1', 'web', 'orders']) expect(said).toContain(`'${id}' is not modelled`)
  })

  test('what several lists describe is named once', () => {
    const attachment = { TransitGatewayAttachmentId: 'tgw-attach-1', VpcId: 'vpc-1' }
    const { said } = read({
      TransitGatewayAttachments: [attachment],
      TransitGatewayVpcAttachments: [attachment],
    })
    expect(said.split("'tgw-attach-1'")).toHaveLength(2)
  })

  test('a regional NAT gateway and a load balancer endpoint', () => {
    const { resources } = read({
      NatGateways: [
        { NatGatewayId: 'nat-1', VpcId: 'vpc-1', AvailabilityMode: 'regional' },
        { NatGatewayId: 'nat-2', SubnetId: 'subnet-1', State: 'deleted' },
      ],
      VpcEndpoints: [
        {
          VpcEndpointId: 'vpce-1',
          VpcEndpointType: 'GatewayLoadBalancer',
          VpcId: 'vpc-1',
          ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
        },
      ],
    })
    expect(resources).toMatchObject({
      'nat-1': { kind: 'unmodelled', parent: 'vpc-1' },
      'vpce-1': { kind: 'unmodelled', fields: { type: 'gateway-load-balancer-endpoint' } },
    })
    expect(resources['nat-2']).toBe(undefined)
  })
})
