// What a snapshot leaves out is not known, and neither open nor shut: rule 1.2. Asked, not only read.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../kinds/analyse.ts'
import { ask } from '../../kinds/ask.ts'
import { readAws } from './index.ts'

type Json = Readonly<Record<string, unknown>>

const anyone = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
const everything = (Egress: boolean) => ({
  RuleNumber: 100,
  RuleAction: 'allow',
  Protocol: '-1',
  Egress,
  CidrBlock: '0.0.0.0/0',
})
const machine = (InstanceId: string, SubnetId: string, PrivateIpAddress: string) => ({
  InstanceId,
  SubnetId,
  VpcId: 'vpc-1',
  State: { Name: 'running' },
  NetworkInterfaces: [eni(InstanceId, SubnetId, PrivateIpAddress)],
})
const eni = (InstanceId: string, SubnetId: string, PrivateIpAddress: string) => ({
  NetworkInterfaceId: `eni-${InstanceId}`,
  SubnetId,
  VpcId: 'vpc-1',
  PrivateIpAddress,
  Groups: [{ GroupId: 'sg-1' }],
  Attachment: { InstanceId },
})
const zone = { VpcId: 'vpc-1', AvailabilityZone: 'eu-west-1a' }
const group: Json = {
  GroupId: 'sg-1',
  VpcId: 'vpc-1',
  IpPermissions: [anyone],
  IpPermissionsEgress: [anyone],
}
const mainTable: Json = { RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [] }
const defaultAcl: Json = {
  NetworkAclId: 'acl-1',
  VpcId: 'vpc-1',
  IsDefault: true,
  Associations: [{ SubnetId: 'subnet-1' }],
  Entries: [everything(true), everything(false)],
}
const account: Readonly<Record<string, readonly Json[]>> = {
  Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }],
  Subnets: [
    { SubnetId: 'subnet-1', CidrBlock: '10.0.1.0/24', ...zone },
    { SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24', ...zone },
  ],
  RouteTables: [mainTable],
  NetworkAcls: [defaultAcl],
  SecurityGroups: [group],
  NetworkInterfaces: [eni('i-a', 'subnet-1', '10.0.1.10'), eni('i-b', 'subnet-2', '10.0.2.10')],
  Reservations: [
    { Instances: [machine('i-a', 'subnet-1', '10.0.1.10'), machine('i-b', 'subnet-2', '10.0.2.10')] },
  ],
  PrefixLists: [
    { PrefixListId: 'pl-s3', PrefixListName: 'com.amazonaws.eu-west-1.s3', Cidrs: ['3.5.0.0/19'] },
  ],
}

/** Each list in a file of its own, as the guide's commands write them; `null` leaves one out. */
function verdict(
  to: string,
  change: Readonly<Record<string, readonly Json[] | null>> = {},
  goesOn: readonly string[] = [],
  more: Readonly<Record<string, Json>> = {},
) {
  const lists = Object.entries({ ...account, ...change }).filter(([, items]) => items !== null)
  const files = lists.map(([list, items]) => ({
    path: `snapshot/${list}.json`,
    text: JSON.stringify({ [list]: items, ...(goesOn.includes(list) ? { NextToken: 'more' } : {}) }),
  }))
  const added = Object.entries(more).map(([name, json]) => ({
    path: `snapshot/${name}.json`,
    text: JSON.stringify(json),
  }))
  const { design } = readAws([...files, ...added])
  const question = { from: 'i-a', to, protocol: 'tcp', port: '443', sourcePort: null }
  const asked = ask(analyse(design!), question)
  return asked.ok ? asked.answer.verdict : 'not understood'
}

test('a whole account is known', () => {
  expect([verdict('i-b'), verdict('10.0.2.99'), verdict('198.51.100.7')]).toEqual([
    'reachable',
    'blocked',
    'blocked',
  ])
})

describe('a list that was cut short', () => {
  test('of route tables may hold the table of a subnet that seems to use the main one', () => {
    expect(verdict('198.51.100.7', {}, ['RouteTables'])).toBe('unknown')
  })

  test('of network ACLs may hold that of a subnet that seems to use the default one', () => {
    expect(verdict('i-b', {}, ['NetworkAcls'])).toBe('unknown')
  })

  test.each(['NetworkInterfaces', 'Subnets'])('of %s may hold whoever has an address', (list) => {
    expect([verdict('10.0.2.99', {}, [list]), verdict('i-b', {}, [list])]).toEqual(['unknown', 'reachable'])
  })

  test('and goes on in another file of the folder is whole', () => {
    expect(verdict('198.51.100.7', {}, ['RouteTables'], { 'page-2': { RouteTables: [] } })).toBe('blocked')
  })
})

test('without a list of interfaces, addresses that no instance has may be somebody’s', () => {
  const without = { NetworkInterfaces: null }
  expect([verdict('10.0.2.99', without), verdict('i-b', without)]).toEqual(['unknown', 'reachable'])
})

// What an endpoint is for stands in the list of endpoints alone; its interface tells that there is one. Rule 14.4.
test('without the list of endpoints, a service’s name may lead to an endpoint whose interface is there', () => {
  const endpoint = {
    ...eni('none', 'subnet-1', '10.0.1.20'),
    Attachment: { InstanceOwnerId: 'amazon-aws' },
    InterfaceType: 'vpc_endpoint',
    Description: 'VPC Endpoint Interface vpce-1',
  }
  const NetworkInterfaces = [...account.NetworkInterfaces!, endpoint]
  expect([verdict('ssm', { NetworkInterfaces }), verdict('ssm')]).toEqual(['unknown', 'blocked'])
})

describe('without', () => {
  const less = (item: Json, key: string) => [
    Object.fromEntries(Object.entries(item).filter(([name]) => name !== key)),
  ]

  test.each([
    ['SecurityGroups', group, 'IpPermissions'],
    ['SecurityGroups', group, 'IpPermissionsEgress'],
    ['NetworkAcls', defaultAcl, 'Entries'],
    ['RouteTables', mainTable, 'Routes'],
  ])('in %s, nobody can say', (list, item, key) => {
    expect(verdict('i-b', { [list]: less(item, key) })).toBe('unknown')
  })

  test('the rules of one direction, the other still counts', () => {
    const shut = { ...group, IpPermissionsEgress: [] }
    expect(verdict('i-b', { SecurityGroups: less(shut, 'IpPermissions') })).toBe('blocked')
  })
})

test('a route to a gateway endpoint that is gone drops, also where no list tells of endpoints; rule 3.4.7', () => {
  const route = (State: string) => ({ DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce-gone', State })
  const to = (state: string) => verdict('s3', { RouteTables: [{ ...mainTable, Routes: [route(state)] }] })
  expect([to('active'), to('blackhole')]).toEqual(['reachable', 'blocked'])
})

test('a gateway endpoint for another Region is not taken for one of this Region; rule 14.9', () => {
  const route = { DestinationPrefixListId: 'pl-us', GatewayId: 'vpce-us', State: 'active' }
  const change = {
    RouteTables: [{ ...mainTable, Routes: [route] }],
    PrefixLists: [
      ...account['PrefixLists']!,
      { PrefixListId: 'pl-us', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['52.216.0.0/15'] },
    ],
    VpcEndpoints: [
      {
        VpcEndpointId: 'vpce-us',
        VpcEndpointType: 'Gateway',
        VpcId: 'vpc-1',
        ServiceName: 'com.amazonaws.us-east-1.s3',
        State: 'available',
        RouteTableIds: ['rtb-1'],
      },
    ],
  }
  expect([verdict('s3', change), verdict('52.216.0.7', change)]).toEqual(['blocked', 'unknown'])
})

test('a range without a length is not taken for a group that nobody has', () => {
  const odd = { ...group, IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.1.10' }] }] }
  expect(verdict('i-b', { SecurityGroups: [odd] })).toBe('unknown')
})

test('entries are those of the list that their file is named after, whatever its folders are called', () => {
  const listed = {
    ...group,
    IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-0a' }] }],
  }
  const change = {
    SecurityGroups: [listed],
    ManagedPrefixLists: [{ PrefixListId: 'pl-0a', PrefixListName: 'a' }],
  }
  expect(verdict('i-b', change, [], { 'pl-prod/pl-0a': { Entries: [{ Cidr: '10.0.1.0/24' }] } })).toBe(
    'reachable',
  )
})
