// Accounts and Regions in folders: what one of them lacks is not known there, whatever the others hold; rule 1.2.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../kinds/analyse.ts'
import { ask } from '../../kinds/ask.ts'
import { readAws } from './index.ts'

type Json = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Json[]>>

const anyone = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]
const allowing = (Egress: boolean) => ({
  RuleNumber: 100,
  RuleAction: 'allow',
  Protocol: '-1',
  Egress,
  CidrBlock: '0.0.0.0/0',
})

/** An account's lists in one Region: a VPC with one subnet, and an instance in it. `second` is of its addresses. */
function lists(name: string, second: number, region: string, OwnerId = '111122223333'): Lists {
  const vpc = { VpcId: `vpc-${name}`, OwnerId }
  const SubnetId = `subnet-${name}`
  const NetworkInterface = {
    ...vpc,
    NetworkInterfaceId: `eni-${name}`,
    SubnetId,
    PrivateIpAddress: `10.${second}.1.10`,
    Groups: [{ GroupId: `sg-${name}` }],
    Attachment: { InstanceId: `i-${name}`, DeviceIndex: 0 },
  }
  return {
    Vpcs: [{ ...vpc, CidrBlock: `10.${second}.0.0/16` }],
    Subnets: [{ ...vpc, SubnetId, CidrBlock: `10.${second}.1.0/24`, AvailabilityZone: `${region}a` }],
    RouteTables: [{ ...vpc, RouteTableId: `rtb-${name}`, Associations: [{ Main: true }], Routes: [] }],
    NetworkAcls: [
      { ...vpc, NetworkAclId: `acl-${name}`, IsDefault: true, Entries: [allowing(true), allowing(false)] },
    ],
    SecurityGroups: [{ ...vpc, GroupId: `sg-${name}`, IpPermissions: anyone, IpPermissionsEgress: anyone }],
    NetworkInterfaces: [NetworkInterface],
    Instances: [
      { ...vpc, InstanceId: `i-${name}`, SubnetId, OwnerId, NetworkInterfaces: [NetworkInterface] },
    ],
    AvailabilityZones: [{ ZoneName: `${region}a`, RegionName: region, ZoneId: `az-of-${OwnerId}` }],
  }
}

const without = (from: Lists, list: string): Lists =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== list))

type Paths = (folder: string, list: string) => string
const folderEach: Paths = (folder, list) => `snapshot/${folder}/${list}.json`

function read(folders: Readonly<Record<string, Lists>>, pathOf = folderEach) {
  const files = Object.entries(folders).flatMap(([folder, given]) =>
    Object.entries(given).map(([list, items]) => ({
      path: pathOf(folder, list),
      text: JSON.stringify({ [list]: items }),
    })),
  )
  return readAws(files)
}

/** Verdicts about an address that no known interface has. */
function verdicts(folders: Readonly<Record<string, Lists>>, pathOf?: Paths) {
  const network = analyse(read(folders, pathOf).design!)
  return ['eu', 'us'].map((name, index) => {
    const to = `10.${index}.1.99`
    const asked = ask(network, { from: `i-${name}`, to, protocol: 'tcp', port: '443', sourcePort: null })
    return asked.ok ? asked.answer.verdict : 'not understood'
  })
}

const eu = lists('eu', 0, 'eu-west-1')
const us = lists('us', 1, 'us-east-1')

describe('a folder without a list of interfaces', () => {
  const part = without(us, 'NetworkInterfaces')

  test('leaves addresses of its VPCs open, and of no others', () => {
    expect(verdicts({ 'eu-west-1': eu, 'us-east-1': us })).toEqual(['blocked', 'blocked'])
    expect(verdicts({ 'eu-west-1': eu, 'us-east-1': part })).toEqual(['blocked', 'unknown'])
  })

  test('is told', () => {
    const said = read({ 'eu-west-1': eu, 'us-east-1': part }).diagnostics.map(({ summary }) => summary)
    expect(said.join('\n')).toContain("which other addresses of 'vpc-us' are in use was not read")
    expect(said.join('\n')).not.toContain("'vpc-eu'")
  })

  test('is none where each list has a folder of its own', () => {
    const listEach: Paths = (folder, list) => `snapshot/${list}/${folder}.json`
    expect(verdicts({ 'eu-west-1': eu, 'us-east-1': us }, listEach)).toEqual(['blocked', 'blocked'])
  })

  test('is also a Region within one file', () => {
    const text = JSON.stringify({ 'eu-west-1': eu, 'us-east-1': part })
    const network = analyse(readAws([{ path: 'account.json', text }]).design!)
    const question = { from: 'i-us', to: '10.1.1.99', protocol: 'tcp', port: '443', sourcePort: null }
    const asked = ask(network, question)
    expect(asked.ok && asked.answer.verdict).toBe('unknown')
  })
})

describe('a VPC that is shared with the account', () => {
  const other = { OwnerId: '444455556666' }
  /** The owner's VPC as the other account sees it: with groups and interfaces of its own only. */
  const seen: Lists = {
    ...us,
    SecurityGroups: us.SecurityGroups!.map((group) => ({ ...group, ...other })),
    NetworkInterfaces: us.NetworkInterfaces!.map((one) => ({ ...one, ...other })),
  }

  test('has interfaces that only its owner sees', () => {
    expect(verdicts({ 'eu-west-1': eu, 'us-east-1': seen })).toEqual(['blocked', 'unknown'])
  })

  test('is known whole where its owner’s account was read too', () => {
    const owner = { ...us, SecurityGroups: [{ ...us.SecurityGroups![0], GroupId: 'sg-default' }] }
    expect(verdicts({ 'a/eu-west-1': eu, 'b/us-east-1': seen, 'c/us-east-1': owner })).toEqual([
      'blocked',
      'blocked',
    ])
  })
})

test('what two accounts print differently of one thing is told only where it is read', () => {
  const again = (more: Json): Lists => ({
    Vpcs: [{ ...eu.Vpcs![0], Tags: [{ Key: 'Name', Value: 'shared' }] }],
    Subnets: [{ ...eu.Subnets![0], AvailableIpAddressCount: 7, ...more }],
    AvailabilityZones: [{ ...eu.AvailabilityZones![0], ZoneId: 'another' }],
  })
  const told = (more: Json) =>
    read({ a: eu, b: again(more) }).diagnostics.filter(({ summary }) => summary.includes('differently'))
  expect(told({})).toEqual([])
  expect(told({ CidrBlock: '10.0.2.0/24' })).toHaveLength(1)
})
