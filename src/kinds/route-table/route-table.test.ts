import { describe, expect, test } from 'vitest'
import { route, usual } from '../build.test-helper.ts'
import { kinds } from '../index.ts'
import type { Route } from '../records.ts'

type Usual = ReturnType<typeof usual>

function peered(given: Usual): string {
  given.built.place('vpc', given.built.first('region'), {}, 'other')
  return given.built.place('vpc-peering')
}

describe('routes in words', () => {
  test.each<[string, (given: Usual) => Route, string]>([
    ['the default route', ({ nat }) => route('r1', '0.0.0.0/0', nat), 'Everything else goes to nat-a.'],
    [
      'the default route of IPv6',
      ({ igw }) => route('r1', '::/0', igw),
      'Everything else by IPv6 goes to igw-main.',
    ],
    [
      'a route to a peer',
      (given) => route('r1', '10.1.0.0/16', peered(given)),
      'Packets for 10.1.0.0/16 (other) go to pcx-main-other.',
    ],
    [
      'a removed target',
      () => route('r1', '0.0.0.0/0', 'nat-gateway-9'),
      'Everything else is dropped: the target is gone.',
    ],
    ['no target yet', () => route('r1', '0.0.0.0/0', ''), 'Left out until a target is chosen.'],
    ['no destination yet', ({ nat }) => route('r1', '', nat), 'Left out until its destination is valid.'],
  ])('%s', (_name, make, expected) => {
    const given = usual()
    given.built.set(given.privateTable, { routes: [make(given)] })
    expect(given.built.describe(given.privateTable, 'routes.r1')).toBe(expected)
  })

  test('implied ones', () => {
    const { built, vpc, privateTable } = usual()
    const endpoint = built.place('gateway-endpoint', vpc)
    expect(built.describe(privateTable, 'routes.local:10.0.0.0/16')).toBe(
      'Packets for 10.0.0.0/16 go straight to their destination in main.',
    )
    expect(built.describe(privateTable, `routes.${endpoint}`)).toBe('Packets for S3 go through vpce-s3.')
  })
})

describe('rows that no file stores', () => {
  const impliedIn = ({ built, privateTable }: Usual) =>
    kinds.get('route-table')?.implied?.(built.get(privateTable), 'routes', built.view)

  test('a local route for every CIDR of the VPC, and the routes of endpoints', () => {
    const given = usual()
    given.built.set(given.vpc, { secondaryCidrs: ['10.9.0.0/16'] })
    const endpoint = given.built.place('gateway-endpoint', given.vpc)
    given.built.set(endpoint, { routeTables: [given.privateTable] })
    expect(impliedIn(given)).toEqual({
      first: [
        { id: 'local:10.0.0.0/16', destination: '10.0.0.0/16', target: 'local' },
        { id: 'local:10.9.0.0/16', destination: '10.9.0.0/16', target: 'local' },
      ],
      last: [{ id: endpoint, destination: 'pl-s3', note: 'prefix list', target: endpoint }],
    })
  })

  test('a stored route takes the place of a local one', () => {
    const given = usual()
    given.built.set(given.privateTable, { routes: [route('r1', '10.0.0.0/16', 'local')] })
    expect(impliedIn(given)).toEqual({ first: [], last: [] })
  })
})

describe('checks', () => {
  test.each<[string, (given: Usual) => readonly Route[], readonly string[]]>([
    ['a default route to a NAT gateway is clean', ({ nat }) => [route('r1', '0.0.0.0/0', nat)], []],
    [
      'a destination that cannot be read',
      ({ nat }) => [route('r1', '10.0.0.0/40', nat)],
      ['invalid-destination'],
    ],
    ['no target', () => [route('r1', '0.0.0.0/0', '')], ['no-target']],
    ['a target that is gone', () => [route('r1', '0.0.0.0/0', 'nat-gateway-9')], ['blackhole']],
    [
      'a target that AWS calls a blackhole',
      ({ nat }) => [route('r1', '0.0.0.0/0', nat, { state: 'blackhole' })],
      ['blackhole'],
    ],
    [
      'an internet gateway that is detached',
      ({ built, igw }) => {
        built.move(igw, built.first('region'))
        return [route('r1', '0.0.0.0/0', igw)]
      },
      ['blackhole'],
    ],
    [
      'a peering that is not active',
      (given) => {
        const peering = peered(given)
        given.built.set(peering, { status: 'pending-acceptance' })
        return [route('r1', '10.1.0.0/16', peering)]
      },
      ['blackhole'],
    ],
    ['a route to the peer is clean', (given) => [route('r1', '10.1.0.0/16', peered(given))], []],
    [
      'a route to a peering for other addresses',
      (given) => [route('r1', '10.7.0.0/16', peered(given))],
      ['beyond-peer'],
    ],
    [
      'a default route to a peering covers the peer',
      (given) => [route('r1', '0.0.0.0/0', peered(given))],
      [],
    ],
    [
      'the gateway of another VPC',
      ({ built }) => [
        route('r1', '0.0.0.0/0', built.place('internet-gateway', built.place('vpc', built.first('region')))),
      ],
      ['foreign-target'],
    ],
    [
      'a part of a subnet inside the VPC',
      ({ built, app }) => [route('r1', '10.0.0.0/25', built.interfaceOf(app))],
      ['inside-vpc'],
    ],
    ['a whole subnet to an internet gateway', ({ igw }) => [route('r1', '10.0.0.0/24', igw)], ['inside-vpc']],
    [
      'a whole subnet to an interface',
      ({ built, app }) => [route('r1', '10.0.0.0/24', built.interfaceOf(app))],
      [],
    ],
    ['the local route with another target', ({ nat }) => [route('r1', '10.0.0.0/16', nat)], []],
    ['local for what is not the VPC’s', () => [route('r1', '10.5.0.0/16', 'local')], ['inside-vpc']],
    [
      'a propagated route inside the VPC only loses',
      ({ built }) => [
        route('r1', '10.0.0.0/25', built.place('unmodelled', built.first('region')), {
          origin: 'propagated',
        }),
      ],
      [],
    ],
    ['addresses that AWS keeps', ({ nat }) => [route('r1', '169.254.169.0/24', nat)], ['link-local']],
    [
      'the same destination twice',
      ({ nat, igw }) => [route('r1', '0.0.0.0/0', nat), route('r2', '0.0.0.0/0', igw)],
      ['duplicate'],
    ],
    [
      'IPv4 to an egress-only gateway',
      ({ built, vpc }) => [route('r1', '0.0.0.0/0', built.place('egress-only-internet-gateway', vpc))],
      ['wrong-family'],
    ],
    ['IPv6 to a NAT gateway', ({ nat }) => [route('r1', '::/0', nat)], ['wrong-family']],
    ['IPv6 that NAT translates', ({ nat }) => [route('r1', '64:ff9b::/96', nat)], []],
  ])('%s', (_name, make, expected) => {
    const given = usual()
    given.built.set(given.privateTable, { routes: make(given) })
    expect(given.built.flags(given.privateTable)).toEqual(expected)
  })

  test.each<[string, (given: Usual) => Route, readonly string[]]>([
    [
      'a whole subnet to an interface',
      ({ built, app }) => route('r1', '10.0.0.0/24', built.interfaceOf(app)),
      [],
    ],
    [
      'a destination outside the VPC',
      ({ built, app }) => route('r1', '0.0.0.0/0', built.interfaceOf(app)),
      ['edge'],
    ],
    ['a NAT gateway as target', ({ nat }) => route('r1', '10.0.1.0/24', nat), ['edge']],
    [
      'a prefix list',
      ({ built, app }) =>
        route('r1', built.place('prefix-list', built.first('region')), built.interfaceOf(app)),
      ['edge'],
    ],
  ])('the table of a gateway: %s', (_name, make, expected) => {
    const given = usual()
    given.built.set(given.privateSubnet, { routeTable: null })
    given.built.set(given.privateTable, { gateway: given.igw, routes: [make(given)] })
    expect(given.built.flags(given.privateTable)).toEqual(expected)
  })

  describe('a table that no subnet uses', () => {
    const detailOf = ({ built, privateTable, privateSubnet }: Usual, gateway: string | null) => {
      built.set(privateSubnet, { routeTable: null })
      built.set(privateTable, { gateway, routes: [] })
      const found = built.findings(privateTable)
      return found.map((finding) => `${finding.check} ${built.text(finding.detail)}`)
    }

    test('is told', () => {
      expect(detailOf(usual(), null)).toEqual([
        'route-table/unused Its routes lead nothing until a subnet of main uses it.',
      ])
    })

    test('is not the table of a gateway, unless that gateway is elsewhere or gone', () => {
      const attached = usual()
      expect(detailOf(attached, attached.igw)).toEqual([])
      const away = usual()
      away.built.move(away.igw, away.built.first('region'))
      expect(detailOf(away, away.igw)).toEqual([
        'route-table/unused It is for what enters through igw-main, which is not attached to main or has another table, so its routes lead nothing.',
      ])
      expect(detailOf(usual(), 'internet-gateway-9')).toEqual([
        'route-table/unused The gateway that it is for is gone, so its routes lead nothing.',
      ])
    })

    test('is neither the main one nor one in a VPC that has no subnets yet', () => {
      const { built, publicSubnet, privateSubnet, vpc, publicTable } = usual()
      expect(built.flags(built.first('route-table', vpc))).toEqual([])
      built.remove(publicSubnet)
      expect(built.flags(publicTable)).toEqual(['unused'])
      built.remove(privateSubnet)
      expect(built.flags(publicTable)).toEqual([])
    })
  })

  test('removing a blackhole settles it', () => {
    const { built, nat, privateTable } = usual()
    built.remove(nat)
    built.fix(built.findings(privateTable)[0]?.fixes[0])
    expect([built.get(privateTable).fields.routes, built.flags(privateTable)]).toEqual([[], []])
  })
})
