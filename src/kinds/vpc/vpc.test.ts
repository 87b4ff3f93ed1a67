import { describe, expect, test } from 'vitest'
import { network, route } from '../build.test-helper.ts'
import { rangeProblem } from './ranges.ts'

test('a VPC brings its main table, its default ACL and its default group', () => {
  const built = network()
  const vpc = built.place('vpc')
  expect(built.get(vpc).name).toBe('main')
  expect(built.get(built.first('route-table', vpc))).toMatchObject({
    name: 'rt-main',
    fields: { main: true, routes: [] },
  })
  const acl = built.first('network-acl', vpc)
  expect([built.describe(acl, 'inbound.r100'), built.describe(acl, 'outbound.r100')]).toEqual([
    'Rule 100 lets in everything from any IPv4 address.',
    'Rule 100 lets out everything to any IPv4 address.',
  ])
  const group = built.first('security-group', vpc)
  expect([built.describe(group, 'inbound.r1'), built.describe(group, 'outbound.r1')]).toEqual([
    'Members of this group may send anything.',
    'Members may send anything to any IPv4 address.',
  ])
})

test('on the empty canvas it brings a Region; later it goes to the one that is there', () => {
  const built = network()
  const first = built.place('vpc')
  const second = built.place('vpc')
  expect(built.view.of('region').length).toBe(1)
  expect(built.get(second).parent).toBe(built.get(first).parent)
})

describe('checks', () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['a usual VPC is clean', {}, []],
    ['a CIDR that cannot be read', { cidr: '10.0.0/16' }, ['invalid-cidr']],
    ['host bits are cleared, not refused', { cidr: '10.0.0.7/16' }, []],
    ['larger than a /16', { cidr: '10.0.0.0/15' }, ['cidr-size']],
    ['smaller than a /28', { cidr: '10.0.0.0/29' }, ['cidr-size']],
    ['a /16 and a /28 are both right', { secondaryCidrs: ['10.9.0.0/28'] }, []],
    ['an IPv6 block of a size that AWS gives', { ipv6Cidrs: ['2001:db8::/56'] }, []],
    ['an IPv6 block of another size', { ipv6Cidrs: ['2001:db8::/57'] }, ['cidr-size']],
    ['loopback addresses', { cidr: '127.1.0.0/16' }, ['forbidden-range']],
    ['link-local addresses', { cidr: '169.254.0.0/16' }, ['forbidden-range']],
    ['the range of Docker is allowed and noted', { cidr: '172.17.0.0/16' }, ['docker-range']],
    ['blocks that overlap', { secondaryCidrs: ['10.0.128.0/17'] }, ['overlapping-blocks', 'secondary-range']],
    ['a second private range beside the first', { secondaryCidrs: ['192.168.0.0/16'] }, ['secondary-range']],
    ['a shared range beside a private one', { secondaryCidrs: ['100.64.0.0/16'] }, []],
  ])('%s', (_name, fields, expected) => {
    const built = network()
    expect(built.flags(built.place('vpc', null, fields))).toEqual(expected)
  })

  test.each<[string, string, readonly string[]]>([
    ['as large as the destination of a route', '10.9.0.0/16', ['block-covers-route']],
    ['smaller than it', '10.9.0.0/24', []],
  ])('a block %s', (_name, added, expected) => {
    const built = network()
    const vpc = built.place('vpc', null, { secondaryCidrs: [added] })
    built.set(built.first('route-table', vpc), {
      routes: [route('r1', '10.9.0.0/16', built.place('internet-gateway', vpc))],
    })
    expect(built.flags(vpc)).toEqual(expected)
  })
})

describe('ranges that AWS joins in one VPC', () => {
  test.each<[string, readonly string[], string, boolean]>([
    ['10/8 takes more of 10/8', ['10.4.0.0/16'], '10.5.0.0/16', true],
    ['but not the start of it beside 10.1', ['10.1.0.0/16'], '10.0.0.0/16', false],
    ['10/8 does not take 172.16/12', ['10.4.0.0/16'], '172.20.0.0/16', false],
    ['172.16/12 takes more of itself', ['172.20.0.0/16'], '172.21.0.0/16', true],
    ['but not the range of default VPCs', ['172.20.0.0/16'], '172.31.0.0/16', false],
    ['192.168/16 does not take 10/8', ['192.168.0.0/20'], '10.0.0.0/16', false],
    ['198.19/16 takes no private range', ['198.19.0.0/20'], '10.0.0.0/16', false],
    ['a shared primary takes no private range', ['100.64.0.0/16'], '10.0.0.0/16', false],
    [
      'a private primary with a shared second takes more of its own',
      ['10.4.0.0/16', '100.64.0.0/16'],
      '10.5.0.0/16',
      true,
    ],
    ['nothing private takes 198.19/16', ['10.4.0.0/16'], '198.19.0.0/20', false],
  ])('%s', (_name, present, added, possible) => {
    expect(rangeProblem(present, added) === null).toBe(possible)
  })
})
