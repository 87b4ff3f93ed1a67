import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type { RouteTable, Subnet } from '../kinds/records.ts'
import { arrange } from '../layout/arrange.ts'
import { shop } from '../layout/sample-designs.ts'
import { connect, connects } from './connect.ts'
import { duplicate } from './duplicate.ts'
import { viewOf } from './free-blocks.ts'
import { setField } from './set-field.ts'

const start = arrange(shop())
const joined = (design: Design, from: ResourceId, to: ResourceId) => {
  const connection = connect(viewOf(design), from, to)
  if (connection.sort !== 'change') throw new Error(JSON.stringify(connection))
  return { ...connection, design: connection.make() }
}
const routesOf = (design: Design, id: ResourceId) =>
  (design.resources[id] as unknown as RouteTable).fields.routes.map(({ destination, target }) => [
    destination,
    target,
  ])

describe('connecting', () => {
  test.each([
    ['a subnet to a gateway', 'data-a', 'igw-main', 'rt-main', 'igw-main'],
    ['the other way round', 'igw-main', 'data-a', 'rt-main', 'igw-main'],
    ['a card: the table of its subnet', 'db-a', 'nat-a', 'rt-main', 'nat-a'],
  ])('%s gets a default route', (_what, from, to, table, target) => {
    expect(routesOf(joined(start, from, to).design, table)).toEqual([['0.0.0.0/0', target]])
  })

  test('what leads elsewhere is led here', () => {
    const alone = setField(start, 'app-c', 'routeTable', null)
    const { design, label } = joined(alone, 'app-a', 'igw-main')
    expect(routesOf(design, 'rt-app')).toEqual([['0.0.0.0/0', 'igw-main']])
    expect(label).toBe('Route 0.0.0.0/0 to igw-main instead of nat-a')
  })

  test('what leads elsewhere for others too goes on doing so: the subnet is given a table of its own', () => {
    const { design, label, says } = joined(start, 'app-a', 'igw-main')
    const own = (design.resources['app-a'] as Subnet).fields.routeTable ?? ''
    expect(routesOf(design, own)).toEqual([['0.0.0.0/0', 'igw-main']])
    expect(routesOf(design, 'rt-app')).toEqual([['0.0.0.0/0', 'nat-a']])
    expect([label, says]).toEqual([
      'Route 0.0.0.0/0 to igw-main, in a table for app-a alone',
      'app-a uses rt-app-a from now on, which leads 0.0.0.0/0 to igw-main. The other subnet keeps rt-app.',
    ])
  })

  test('others that use the table are mentioned, before and after', () => {
    const { label, says } = joined(start, 'data-a', 'nat-a')
    expect([label, says]).toEqual([
      'Route 0.0.0.0/0 to nat-a, also for the other subnet',
      'rt-main leads 0.0.0.0/0 to nat-a, also for the other subnet that uses it.',
    ])
  })

  test('a subnet with IPv6 is led both ways', () => {
    const dual = setField(start, 'data-a', 'ipv6Cidr', '2600:1f14::/64')
    expect(routesOf(joined(dual, 'data-a', 'igw-main').design, 'rt-main')).toEqual([
      ['0.0.0.0/0', 'igw-main'],
      ['::/0', 'igw-main'],
    ])
  })

  test('a gateway endpoint is associated with the table', () => {
    const { design, label } = joined(start, 'app-a', 'vpce-s3')
    expect([label, design.resources['vpce-s3']?.fields['routeTables']]).toEqual([
      'Associate rt-app with vpce-s3, also for the other subnet',
      ['rt-main', 'rt-app'],
    ])
  })

  test('a subnet that shares its table with the NAT gateway’s own subnet is given one of its own, and keeps the rest', () => {
    const shared = setField(setField(start, 'app-a', 'routeTable', null), 'public-a', 'routeTable', null)
    const led = joined(shared, 'data-a', 'igw-main').design
    const { design, label, says } = joined(led, 'app-a', 'nat-a')
    const own = (design.resources['app-a'] as Subnet).fields.routeTable ?? ''
    expect(routesOf(design, own)).toEqual([['0.0.0.0/0', 'nat-a']])
    expect(routesOf(design, 'rt-main')).toEqual([['0.0.0.0/0', 'igw-main']])
    expect(design.resources['vpce-s3']?.fields['routeTables']).toEqual(['rt-main', own])
    expect([label, says]).toEqual([
      'Route 0.0.0.0/0 to nat-a, in a table for app-a alone',
      'app-a uses rt-app-a from now on, which leads 0.0.0.0/0 to nat-a. public-a keeps rt-main.',
    ])
  })

  test('two VPCs are peered, and a subnet is led to the blocks of the other', () => {
    const twice = duplicate(start, ['main'])
    const other = twice.ids[0] ?? ''
    const { design } = joined(twice.design, 'main', other)
    const peering = viewOf(design).of('vpc-peering')[0]
    expect(peering?.fields).toMatchObject({ requester: 'main', accepter: other })
    const active = setField(design, peering?.id ?? '', 'status', 'active')
    expect(routesOf(joined(active, 'app-a', peering?.id ?? '').design, 'rt-app')).toContainEqual([
      '10.1.0.0/16',
      peering?.id,
    ])
    expect(connect(viewOf(design), other, 'main')).toMatchObject({ sort: 'none' })
  })

  test('between two ends there is a question', () => {
    expect(connect(viewOf(start), 'app-1', 'db-a')).toEqual({
      sort: 'question',
      label: 'Can app-1 reach db-a?',
    })
  })

  test.each([
    ['data-a', 'vpce-s3', 'rt-main leads to vpce-s3 already.'],
    ['app-a', 'nat-a', 'rt-app leads to nat-a already.'],
    ['public-a', 'nat-a', 'nat-a is in public-a: it carries what other subnets send.'],
    ['data-a', 'data-a', 'Let go over something else to connect data-a to it.'],
    [
      'data-a',
      'data-c',
      'Nothing connects data-a to data-c: a VPC is peered with a VPC, and a subnet is given a route to a gateway.',
    ],
  ])('%s and %s: why not', (from, to, why) => {
    expect(connect(viewOf(start), from, to)).toEqual({ sort: 'none', why })
  })

  test('a line starts where one could lead', () => {
    const starts = Object.values(start.resources)
      .filter(connects)
      .map(({ kind }) => kind)
    expect(new Set(starts)).toContain('subnet')
    expect(new Set(starts)).not.toContain('region')
  })
})
