import { describe, expect, test } from 'vitest'
import { network, route, usual } from '../build.test-helper.ts'

test('it comes with an interface and an Elastic IP', () => {
  const { built, nat } = usual()
  const one = built.interfaceOf(nat)
  expect(built.get(nat).name).toBe('nat-a')
  expect(built.get(one).fields).toMatchObject({
    securityGroups: [],
    sourceDestCheck: false,
    addresses: [{ address: '10.0.0.4' }],
  })
  expect(built.get(built.first('elastic-ip'))).toMatchObject({
    name: 'eip-nat-a',
    fields: { address: '203.0.113.10', networkInterface: one },
  })
})

describe('checks', () => {
  test.each<[string, (given: ReturnType<typeof usual>) => void, readonly string[]]>([
    ['a usual NAT gateway is clean', () => {}, []],
    ['failed', ({ built, nat }) => built.set(nat, { state: 'failed' }), ['not-available']],
    ['deleted ones are left in peace', ({ built, nat }) => built.set(nat, { state: 'deleted' }), []],
    ['without an interface', ({ built, nat }) => built.remove(built.interfaceOf(nat)), ['no-interface']],
    [
      'a private one before an internet gateway',
      ({ built, nat }) => built.set(nat, { connectivity: 'private' }),
      ['private-to-internet'],
    ],
    [
      'its own subnet routes to it',
      ({ built, nat, publicTable, igw }) =>
        built.set(publicTable, {
          routes: [route('r1', '0.0.0.0/0', igw), route('r2', '198.51.100.0/24', nat)],
        }),
      ['routes-to-itself'],
    ],
    ['no route to it', ({ built, privateTable }) => built.set(privateTable, { routes: [] }), ['no-route']],
  ])('%s', (_name, change, expected) => {
    const given = usual()
    change(given)
    expect(given.built.flags(given.nat)).toEqual(expected)
  })

  test('private subnets are offered to it', () => {
    const { built, nat, privateTable } = usual()
    built.set(privateTable, { routes: [] }, 'rt-private')
    const [finding] = built.findings(nat)
    expect(finding?.fixes.map((fix) => built.text(fix.title))).toEqual([
      'Let private-a use it: add 0.0.0.0/0 to rt-private',
    ])
    built.fix(finding?.fixes[0])
    expect(built.flags(nat)).toEqual([])
  })

  test('a table that its own subnet shares is not', () => {
    const built = network()
    const vpc = built.place('vpc')
    const nat = built.place('nat-gateway', built.place('subnet', vpc))
    built.place('subnet', vpc)
    expect(built.findings(nat).find((one) => one.check === 'nat-gateway/no-route')?.fixes).toEqual([])
  })
})
