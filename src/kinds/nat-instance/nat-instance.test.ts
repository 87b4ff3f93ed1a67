import { expect, test } from 'vitest'
import { usual } from '../build.test-helper.ts'

test('it translates, takes packets of others, and lets the VPC in', () => {
  const { built, publicSubnet } = usual()
  const id = built.place('nat-instance', publicSubnet)
  const { fields } = built.get(built.interfaceOf(id))
  expect(built.get(id).fields.forwards).toBe('translates')
  expect(fields).toMatchObject({ sourceDestCheck: false, addresses: [{ publicAddress: '203.0.113.11' }] })
  const [group] = fields.securityGroups as readonly string[]
  expect(built.describe(group ?? '', 'inbound.r1')).toBe('Anything inside main may send anything.')
})

test.each<[string, (given: ReturnType<typeof usual>, id: string) => void, readonly string[]]>([
  ['a usual NAT instance is clean', () => {}, []],
  [
    'its check is on',
    ({ built }, id) => built.set(built.interfaceOf(id), { sourceDestCheck: true }),
    ['source-dest-check'],
  ],
  [
    'its subnet is not public',
    ({ built, publicSubnet }) => built.set(publicSubnet, { routeTable: null }),
    ['no-way-out'],
  ],
  [
    'it has no public address',
    ({ built }, id) =>
      built.set(built.interfaceOf(id), { addresses: [{ id: 'a1', address: '10.0.0.5', publicAddress: '' }] }),
    ['no-way-out'],
  ],
])('%s', (_name, change, expected) => {
  const given = usual()
  const id = given.built.place('nat-instance', given.publicSubnet)
  change(given, id)
  expect(given.built.flags(id)).toEqual(expected)
})

test('turning the check off settles it', () => {
  const { built, publicSubnet } = usual()
  const id = built.place('nat-instance', publicSubnet)
  built.set(built.interfaceOf(id), { sourceDestCheck: true })
  built.fix(built.findings(id)[0]?.fixes[0])
  expect(built.flags(id)).toEqual([])
})
