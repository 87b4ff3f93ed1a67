import { expect, test } from 'vitest'
import { usual } from '../build.test-helper.ts'

test('a VPC takes one', () => {
  const { built, vpc } = usual()
  built.place('egress-only-internet-gateway', vpc)
  expect(built.create('egress-only-internet-gateway', vpc)).toHaveProperty('refused')
})

test.each<[string, (given: ReturnType<typeof usual>, id: string) => void, readonly string[]]>([
  ['in a VPC with IPv6, clean', ({ built, vpc }) => built.set(vpc, { ipv6Cidrs: ['2001:db8::/56'] }), []],
  ['in a VPC without IPv6', () => {}, ['no-ipv6']],
  ['detached', ({ built }, id) => built.move(id, built.first('region')), ['detached']],
])('%s', (_name, change, expected) => {
  const given = usual()
  const id = given.built.place('egress-only-internet-gateway', given.vpc)
  change(given, id)
  expect(given.built.flags(id)).toEqual(expected)
})

test('detached, it may be attached to a VPC that has none', () => {
  const { built, vpc } = usual()
  const id = built.place('egress-only-internet-gateway', built.first('region'))
  built.fix(built.findings(id)[0]?.fixes[0])
  expect(built.get(id).parent).toBe(vpc)
})
