import { expect, test } from 'vitest'
import { network, usual } from './build.test-helper.ts'
import { freePrivateAddress, freePublicAddress, freeSubnetCidr, freeSubnetIpv6, freeVpcCidr } from './free.ts'
import type { Subnet, Vpc } from './records.ts'

test('the first four addresses of a subnet are left to AWS', () => {
  const built = network()
  const subnet = built.place('subnet', built.place('vpc'))
  expect(freePrivateAddress(built.view, built.get(subnet) as Subnet)).toBe('10.0.0.4')
})

test('addresses in use are passed over, and a full subnet has none', () => {
  const built = network()
  const subnet = built.place('subnet', built.place('vpc'), { cidr: '10.0.0.0/28' })
  const given: string[] = []
  for (let count = 0; count < 11; count++) {
    given.push(freePrivateAddress(built.view, built.get(subnet) as Subnet))
    built.place('instance', subnet)
  }
  expect([given[0], given[10]]).toEqual(['10.0.0.4', '10.0.0.14'])
  expect(freePrivateAddress(built.view, built.get(subnet) as Subnet)).toBe('')
  expect(built.create('instance', subnet)).toHaveProperty('refused')
})

test('public addresses start at 203.0.113.10', () => {
  expect(freePublicAddress(network().view)).toBe('203.0.113.10')
  expect(freePublicAddress(usual().built.view)).toBe('203.0.113.11')
  const many = Array.from({ length: 245 }, (_, index) => `203.0.113.${10 + index}`)
  expect(freePublicAddress(network().view, many)).toBe('192.0.2.10')
})

test.each<[string, string, readonly string[], string]>([
  ['the first /24', '10.0.0.0/16', [], '10.0.0.0/24'],
  ['the next one', '10.0.0.0/16', ['10.0.0.0/24', '10.0.1.0/24'], '10.0.2.0/24'],
  ['the first gap', '10.0.0.0/16', ['10.0.1.0/24'], '10.0.0.0/24'],
  ['past a larger one', '10.0.0.0/16', ['10.0.0.0/20'], '10.0.16.0/24'],
  ['the largest that fits a small VPC', '10.0.0.0/26', [], '10.0.0.0/26'],
  ['what is left of a small VPC', '10.0.0.0/24', ['10.0.0.0/26'], '10.0.0.128/25'],
  ['nothing in a full one', '10.0.0.0/28', ['10.0.0.0/28'], ''],
])('a new subnet takes %s', (_name, cidr, taken, expected) => {
  const built = network()
  const vpc = built.place('vpc', null, { cidr })
  for (const block of taken) built.place('subnet', vpc, { cidr: block })
  expect(freeSubnetCidr(built.view, built.get(vpc) as Vpc)).toBe(expected)
})

test('a subnet of a VPC with IPv6 takes a /64', () => {
  const built = network()
  const vpc = built.place('vpc', null, { ipv6Cidrs: ['2001:db8::/56'] })
  built.place('subnet', vpc)
  expect(freeSubnetIpv6(built.view, built.get(vpc) as Vpc)).toBe('2001:db8:0:1::/64')
})

test('VPCs take one /16 after the other, so that they can be peered', () => {
  const built = network()
  built.place('vpc')
  built.place('vpc', built.first('region'))
  expect(freeVpcCidr(built.view)).toBe('10.2.0.0/16')
})
