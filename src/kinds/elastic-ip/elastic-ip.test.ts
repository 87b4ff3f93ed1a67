import { expect, test } from 'vitest'
import { usual } from '../build.test-helper.ts'

type Usual = ReturnType<typeof usual>

test('a new one has the next public address and belongs to the Region', () => {
  const { built } = usual()
  const ip = built.get(built.place('elastic-ip', built.first('region')))
  expect([ip.fields.address, ip.parent]).toEqual(['203.0.113.11', built.first('region')])
})

test.each<[string, (given: Usual) => Record<string, unknown>, readonly string[]]>([
  [
    'associated with an interface, clean',
    ({ built, app }) => ({ networkInterface: built.interfaceOf(app) }),
    [],
  ],
  ['associated with nothing', () => ({}), ['unassociated']],
  ['associated with what is no interface', ({ app }) => ({ networkInterface: app }), ['unassociated']],
  [
    'an address that cannot be read',
    ({ built, app }) => ({ networkInterface: built.interfaceOf(app), address: '203.0.113' }),
    ['invalid-address'],
  ],
  [
    'an IPv6 address',
    ({ built, app }) => ({ networkInterface: built.interfaceOf(app), address: '2001:db8::1' }),
    ['invalid-address'],
  ],
  [
    'a private address that the interface lacks',
    ({ built, app }) => ({ networkInterface: built.interfaceOf(app), privateAddress: '10.0.1.99' }),
    ['no-such-address'],
  ],
  [
    'a second one for the same private address',
    ({ built, nat }) => ({ networkInterface: built.interfaceOf(nat) }),
    ['two-for-one'],
  ],
  [
    'the address of another',
    ({ built, app }) => ({ networkInterface: built.interfaceOf(app), address: '203.0.113.10' }),
    ['duplicate'],
  ],
])('%s', (_name, fields, expected) => {
  const given = usual()
  const id = given.built.place('elastic-ip', given.built.first('region'), fields(given))
  expect(given.built.flags(id)).toEqual(expected)
})

test('what is offered settles it', () => {
  const { built, app } = usual()
  const id = built.place('elastic-ip', built.first('region'), {
    networkInterface: built.interfaceOf(app),
    address: '203.0.113.10',
  })
  built.fix(built.findings(id)[0]?.fixes[0])
  expect(built.flags(id)).toEqual([])
})
