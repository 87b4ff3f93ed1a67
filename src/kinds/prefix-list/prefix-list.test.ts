import { expect, test } from 'vitest'
import { route, usual } from '../build.test-helper.ts'

test.each<[string, (given: ReturnType<typeof usual>, id: string) => void, readonly string[]]>([
  ['empty and unused is clean', () => {}, []],
  [
    'empty and used',
    ({ built, privateTable, nat }, id) => built.set(privateTable, { routes: [route('r1', id, nat)] }),
    ['empty'],
  ],
  ['with CIDRs', ({ built }, id) => built.set(id, { cidrs: ['192.0.2.0/24', '2001:db8::/32'] }), []],
  [
    'with a CIDR that cannot be read',
    ({ built }, id) => built.set(id, { cidrs: ['192.0.2.0'] }),
    ['invalid-cidr'],
  ],
])('%s', (_name, change, expected) => {
  const given = usual()
  const id = given.built.place('prefix-list', given.built.first('region'))
  change(given, id)
  expect(given.built.flags(id)).toEqual(expected)
})
