import { describe, expect, test } from 'vitest'
import { network, usual } from '../build.test-helper.ts'

test('in a public subnet it gets a public address, and a group of its own for an office', () => {
  const { built, publicSubnet } = usual()
  const id = built.place('bastion', publicSubnet)
  const { fields } = built.get(built.interfaceOf(id))
  expect(fields.addresses).toMatchObject([{ publicAddress: '203.0.113.11' }])
  const [group] = fields.securityGroups as readonly string[]
  expect(built.describe(group ?? '', 'inbound.r1')).toBe('198.51.100.0/24 may open SSH.')
})

describe('elsewhere it says why not', () => {
  test('and names a public subnet where there is one', () => {
    const { built, privateSubnet } = usual()
    const made = built.create('bastion', privateSubnet)
    expect('refused' in made && built.text(made.refused)).toBe(
      'A bastion host must be reachable from outside, and private-a has no route to an internet gateway. public-a is a public subnet; place it there.',
    )
  })

  test('and how to make one where there is none', () => {
    const built = network()
    const made = built.create('bastion', built.place('subnet', built.place('vpc')))
    expect('refused' in made && built.text(made.refused)).toBe(
      'A bastion host must be reachable from outside, and subnet-a has no route to an internet gateway. No subnet of main has one yet: add an internet gateway and a route 0.0.0.0/0 to it.',
    )
  })
})

test.each<[string, (given: ReturnType<typeof usual>, id: string) => void, readonly string[]]>([
  ['a usual bastion is clean', () => {}, []],
  [
    'its subnet became private',
    ({ built, publicSubnet }) => built.set(publicSubnet, { routeTable: null }),
    ['not-public'],
  ],
  [
    'its public address was taken away',
    ({ built }, id) =>
      built.set(built.interfaceOf(id), { addresses: [{ id: 'a1', address: '10.0.0.5', publicAddress: '' }] }),
    ['not-public'],
  ],
  ['it has no interface', ({ built }, id) => built.remove(built.interfaceOf(id)), ['no-interface']],
])('%s', (_name, change, expected) => {
  const given = usual()
  const id = given.built.place('bastion', given.publicSubnet)
  change(given, id)
  expect(given.built.flags(id)).toEqual(expected)
})
