import { describe, expect, test } from 'vitest'
import { network } from '../build.test-helper.ts'

function three() {
  const built = network()
  const region = built.place('region')
  const [a, b, c] = ['a', 'b', 'c'].map((name) => built.place('vpc', region, {}, name))
  return { built, region, a: a ?? '', b: b ?? '', c: c ?? '' }
}

test('it joins the first two VPCs that are not joined yet', () => {
  const { built } = three()
  const names = [1, 2, 3].map(() => built.get(built.place('vpc-peering')).name)
  expect(names).toEqual(['pcx-a-b', 'pcx-a-c', 'pcx-b-c'])
  const made = built.create('vpc-peering')
  expect('refused' in made && built.text(made.refused)).toBe(
    'Every two VPCs are peered already; AWS takes one peering a pair.',
  )
})

test('VPCs that overlap are passed over', () => {
  const { built, b } = three()
  built.set(b, { cidr: '10.0.0.0/20' })
  expect(built.get(built.place('vpc-peering')).name).toBe('pcx-a-c')
})

test('two VPCs that overlap cannot be joined', () => {
  const { built, b, c } = three()
  built.remove(c)
  built.set(b, { cidr: '10.0.0.0/20' })
  const made = built.create('vpc-peering')
  expect('refused' in made && built.text(made.refused)).toContain('overlapping CIDRs')
})

describe('checks', () => {
  test.each<[string, (given: ReturnType<typeof three>, id: string) => void, readonly string[]]>([
    ['a usual peering is clean', () => {}, []],
    ['without a VPC at one end', ({ built }, id) => built.set(id, { accepter: null }), ['no-vpc']],
    ['with the same VPC at both', ({ built, a }, id) => built.set(id, { accepter: a }), ['itself']],
    ['not yet accepted', ({ built }, id) => built.set(id, { status: 'pending-acceptance' }), ['not-active']],
    ['blocks that overlap', ({ built, b }) => built.set(b, { cidr: '10.0.0.0/20' }), ['overlap']],
    [
      'IPv6 blocks that overlap',
      ({ built, a, b }) => [a, b].forEach((vpc) => built.set(vpc, { ipv6Cidrs: ['2001:db8::/56'] })),
      ['overlap'],
    ],
  ])('%s', (_name, change, expected) => {
    const given = three()
    const id = given.built.place('vpc-peering')
    change(given, id)
    expect(given.built.flags(id)).toEqual(expected)
  })

  test('the second peering of a pair', () => {
    const { built, a, b } = three()
    built.place('vpc-peering')
    const second = built.place('vpc-peering', null, { requester: b, accepter: a })
    expect(built.flags(second)).toEqual(['twice'])
  })
})
