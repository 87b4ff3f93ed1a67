import { expect, test } from 'vitest'
import { usual } from '../kinds/build.test-helper.ts'
import { choose, unchoose } from './choose.ts'

test('a table is chosen for a subnet, and given up again', () => {
  const { built, privateSubnet, publicTable } = usual()
  const chosen = choose(built.design, privateSubnet, publicTable)
  expect(chosen.resources[privateSubnet]?.fields['routeTable']).toBe(publicTable)
  const given = unchoose(chosen, privateSubnet, publicTable)
  expect(given.resources[privateSubnet]?.fields['routeTable']).toBe(null)
})

test('the main table and the default list are used by choosing no other', () => {
  const { built, vpc, privateSubnet } = usual()
  const acl = built.place('network-acl', vpc)
  built.set(privateSubnet, { networkAcl: acl })
  const [main, normal] = ['route-table', 'network-acl'].map((kind) => built.first(kind, vpc))
  const design = choose(choose(built.design, privateSubnet, main ?? ''), privateSubnet, normal ?? '')
  expect(design.resources[privateSubnet]?.fields).toMatchObject({ routeTable: null, networkAcl: null })
})

test('a table that a subnet does not use is not given up, and nothing else chooses one', () => {
  const { built, vpc, app, privateSubnet, publicTable } = usual()
  expect(unchoose(built.design, privateSubnet, publicTable)).toBe(built.design)
  for (const other of [vpc, app, 'subnet-9'])
    expect(choose(built.design, other, publicTable)).toBe(built.design)
})
