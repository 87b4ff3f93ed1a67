import { expect, test } from 'vitest'
import { network } from '../build.test-helper.ts'

test('the first stands for any public address, the next for an office', () => {
  const built = network()
  const made = [built.place('internet'), built.place('internet')].map((id) => built.get(id))
  expect(made.map(({ name, fields }) => [name, fields.addresses])).toEqual([
    ['Internet', []],
    ['Office', ['198.51.100.0/24']],
  ])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['any address is clean', [], []],
  ['a public range is clean', ['198.51.100.0/24'], []],
  ['an address that cannot be read', ['198.51.100'], ['invalid-cidr']],
  ['a private range', ['192.168.1.0/24'], ['private-address']],
])('%s', (_name, addresses, expected) => {
  const built = network()
  expect(built.flags(built.place('internet', null, { addresses }))).toEqual(expected)
})
