import { describe, expect, test } from 'vitest'
import { network, usual } from '../build.test-helper.ts'

describe('a subnet dropped on a VPC', () => {
  test('brings the first zone', () => {
    const built = network()
    const subnet = built.get(built.place('subnet', built.place('vpc')))
    expect([subnet.name, subnet.fields.cidr, built.view.get(subnet.parent)?.name]).toEqual([
      'subnet-a',
      '10.0.0.0/24',
      'ap-northeast-2a',
    ])
  })

  test('goes to the zone with fewest subnets', () => {
    const built = network()
    const vpc = built.place('vpc')
    const [a, b] = [built.place('availability-zone', vpc), built.place('availability-zone', vpc)]
    const parents = [1, 2, 3].map(() => built.get(built.place('subnet', vpc)).parent)
    expect(parents).toEqual([a, b, a])
  })

  test('is refused when no addresses are left', () => {
    const built = network()
    const vpc = built.place('vpc', null, { cidr: '10.0.0.0/24' })
    built.place('subnet', vpc)
    const made = built.create('subnet', vpc)
    expect('refused' in made && built.text(made.refused)).toBe(
      'main has no free addresses left for a subnet. Add a CIDR to it first.',
    )
  })
})

describe('checks', () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['a usual subnet is clean', {}, []],
    ['a CIDR that cannot be read', { cidr: '10.0.1.0/33' }, ['invalid-cidr']],
    ['no CIDR at all', { cidr: '' }, ['no-cidr']],
    ['outside the VPC', { cidr: '10.9.0.0/24' }, ['outside-vpc']],
    ['over another subnet', { cidr: '10.0.0.128/25' }, ['overlap']],
    ['smaller than a /28', { cidr: '10.0.1.0/29' }, ['cidr-size']],
    ['IPv6 that the VPC does not have', { ipv6Cidr: '2001:db8::/64' }, ['outside-vpc']],
    ['IPv6 of a size that AWS does not give', { ipv6Cidr: '2001:db8::/66' }, ['cidr-size', 'outside-vpc']],
  ])('%s', (_name, fields, expected) => {
    const built = network()
    const vpc = built.place('vpc')
    built.place('subnet', vpc)
    expect(built.flags(built.place('subnet', vpc, fields))).toEqual(expected)
  })

  test('the overlap is told at the later subnet, and a free block mends it', () => {
    const built = network()
    const vpc = built.place('vpc')
    const first = built.place('subnet', vpc)
    const second = built.place('subnet', vpc, { cidr: '10.0.0.0/25' })
    expect([built.flags(first), built.flags(second)]).toEqual([[], ['overlap']])
    built.fix(built.findings(second)[0]?.fixes[0])
    expect([built.get(second).fields.cidr, built.flags(second)]).toEqual(['10.0.1.0/24', []])
  })

  test('the block is not changed under interfaces that have addresses of it', () => {
    const { built, privateSubnet } = usual()
    built.set(privateSubnet, { cidr: '10.9.0.0/24' })
    expect(built.findings(privateSubnet)[0]?.fixes).toEqual([])
  })

  test('a table of another VPC', () => {
    const { built, privateSubnet } = usual()
    const other = built.place('vpc', built.first('region'))
    built.set(privateSubnet, { routeTable: built.first('route-table', other) })
    expect(built.flags(privateSubnet)).toEqual(['foreign-table'])
    built.fix(built.findings(privateSubnet)[0]?.fixes[0])
    expect(built.get(privateSubnet).fields.routeTable).toBeNull()
  })
})
