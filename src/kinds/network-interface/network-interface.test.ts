import { expect, test } from 'vitest'
import { analyse } from '../analyse.ts'
import { usual } from '../build.test-helper.ts'
import { stages } from '../stage-ids.ts'

const row = (address: string, publicAddress = '') => ({ id: 'a1', address, publicAddress })

test('a new interface is detached, has a free address and the default group', () => {
  const { built, vpc, privateSubnet } = usual()
  const { fields } = built.get(built.place('network-interface', privateSubnet))
  expect(fields).toMatchObject({
    addresses: [{ address: '10.0.1.5' }],
    attachedTo: null,
    securityGroups: [built.first('security-group', vpc)],
    sourceDestCheck: true,
  })
})

test('it takes an IPv6 address where the subnet has a block', () => {
  const { built, vpc, privateSubnet } = usual()
  built.set(vpc, { ipv6Cidrs: ['2001:db8::/56'] })
  built.set(privateSubnet, { ipv6Cidr: '2001:db8::/64' })
  expect(built.get(built.place('network-interface', privateSubnet)).fields.ipv6).toEqual(['2001:db8::4'])
})

test.each<[string, Record<string, unknown>, readonly string[]]>([
  ['a usual interface is clean', {}, []],
  ['an address that cannot be read', { addresses: [row('10.0.1')] }, ['invalid-address']],
  ['an address of another subnet', { addresses: [row('10.0.0.9')] }, ['outside-subnet']],
  ['the network address', { addresses: [row('10.0.1.0')] }, ['reserved-address']],
  ['the fourth address', { addresses: [row('10.0.1.3')] }, ['reserved-address']],
  ['the last address', { addresses: [row('10.0.1.255')] }, ['reserved-address']],
  ['the first free one', { addresses: [row('10.0.1.4')] }, ['duplicate-address']],
  ['an IPv6 address without a block', { ipv6: ['2001:db8::9'] }, ['outside-subnet']],
  [
    'a public address that cannot be read',
    { addresses: [row('10.0.1.9', '203.0.113')] },
    ['invalid-address'],
  ],
  ['six groups', { securityGroups: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['too-many-groups']],
])('%s', (_name, fields, expected) => {
  const { built, privateSubnet } = usual()
  expect(built.flags(built.place('network-interface', privateSubnet, fields))).toEqual(expected)
})

test('the next free address mends a duplicate', () => {
  const { built, privateSubnet } = usual()
  const id = built.place('network-interface', privateSubnet, { addresses: [row('10.0.1.4')] })
  built.fix(built.findings(id)[0]?.fixes[0])
  expect([built.get(id).fields.addresses, built.flags(id)]).toEqual([[row('10.0.1.5')], []])
})

test('a group of another VPC', () => {
  const { built, app } = usual()
  const other = built.place('vpc', built.first('region'))
  built.set(built.interfaceOf(app), { securityGroups: [built.first('security-group', other)] })
  expect(built.flags(built.interfaceOf(app))).toEqual(['foreign-group'])
})

test('the same address in two VPCs is no duplicate', () => {
  const { built } = usual()
  const other = built.place('vpc', built.first('region'), { cidr: '10.0.0.0/16' })
  const twin = built.place('instance', built.place('subnet', other))
  expect(built.flags(built.interfaceOf(twin))).toEqual([])
})

test('a group that a broken file names with a slash is none of two others', () => {
  const { built, privateSubnet, vpc } = usual()
  const known = built.first('security-group', vpc)
  const other = built.place('security-group', vpc)
  const two = built.place('network-interface', privateSubnet, { securityGroups: [known, other] })
  const one = built.place('network-interface', privateSubnet, { securityGroups: [`${known}/${other}`] })
  const { program } = analyse(built.design)
  const lists = (id: string) => program.stage(`${stages.interface(id)}/groups-out`).lists.length
  expect([lists(two), lists(one)]).toEqual([6, 0])
})
