import { describe, expect, test } from 'vitest'
import type { Box, Design } from '../design/design.ts'
import { absoluteBoxes } from './absolute-boxes.ts'
import { arrange } from './arrange.ts'
import { near, right } from './boxes.ts'
import { drawingOf } from './drawing.ts'
import { headEnd } from './head-text.ts'
import { designOf, host, organisation, record, shop, subnetOf } from './sample-designs.ts'
import { outOfPlace } from './out-of-place.ts'

const box = (design: Design, id: string): Box => {
  const found = design.layout[id]
  if (!found) throw new Error(`box ${id}`)
  return found
}

describe('the network of the pictures', () => {
  const design = arrange(shop())
  const at = absoluteBoxes(design)
  const y = (id: string) => at.get(id)?.y

  test.each<[string, string, Box]>([
    ['the Region', 'seoul', { x: 0, y: 64, width: 872, height: 670 }],
    ['the VPC in it', 'main', { x: 24, y: 44, width: 824, height: 592 }],
    ['the first zone', 'zone-a', { x: 20, y: 56, width: 382, height: 506 }],
    ['the second zone', 'zone-c', { x: 422, y: 56, width: 382, height: 506 }],
    ['a public subnet', 'public-a', { x: 12, y: 20, width: 358, height: 134 }],
    ['a private one beneath it', 'app-a', { x: 12, y: 190, width: 358, height: 134 }],
    ['an isolated one beneath that', 'data-a', { x: 12, y: 360, width: 358, height: 134 }],
    ['the first of three cards', 'web-a', { x: 9, y: 40, width: 100, height: 82 }],
    ['the first of two, centred', 'app-1', { x: 69, y: 40, width: 100, height: 82 }],
    ['the second of two', 'app-2', { x: 189, y: 40, width: 100, height: 82 }],
  ])('%s', (_name, id, expected) => {
    expect(box(design, id)).toEqual(expected)
  })

  test('the internet gateway is in the middle of the upper border, and the internet above it', () => {
    const [gateway, vpc, internet] = [box(design, 'igw-main'), box(design, 'main'), at.get('internet')]
    expect(Math.abs(gateway.x + gateway.width / 2 - vpc.width / 2)).toBeLessThanOrEqual(0.5)
    expect(gateway.y).toBe(-22)
    expect(
      Math.abs((internet?.x ?? 0) + (internet?.width ?? 0) / 2 - (24 + vpc.width / 2)),
    ).toBeLessThanOrEqual(1)
    expect(internet?.y).toBe(0)
  })

  test('the endpoint is on the lower border, from the left', () => {
    expect(box(design, 'vpce-s3')).toMatchObject({ x: 48, y: 592 - 22 })
  })

  test('the same tier is at the same height in every zone', () => {
    for (const tier of ['public', 'app', 'data']) expect(y(`${tier}-a`)).toBe(y(`${tier}-c`))
  })

  test('nothing overlaps or lies outside', () => expect(outOfPlace(design)).toEqual([]))

  test('the same design is always drawn alike, and what stands right keeps its box', () => {
    expect(arrange(shop()).layout).toEqual(design.layout)
    const again = arrange(design)
    for (const id of Object.keys(design.layout)) expect(again.layout[id]).toBe(design.layout[id])
  })

  test('the network is untouched', () => expect(design.resources).toEqual(shop().resources))
})

describe('other networks', () => {
  test('subnets are paired by what their names share, and a lone one fills a gap', () => {
    const design = arrange(
      designOf([
        record('vpc', 'v', null, { cidr: '10.0.0.0/16', secondaryCidrs: [], ipv6Cidrs: [] }),
        record('availability-zone', 'a', 'v', { zone: 'x-1a' }),
        record('availability-zone', 'b', 'v', { zone: 'x-1b' }),
        subnetOf('cache-1a', 'a', '10.0.1.0/24'),
        subnetOf('web-1a', 'a', '10.0.2.0/24'),
        subnetOf('web-1b', 'b', '10.0.3.0/24'),
        subnetOf('batch', 'b', '10.0.4.0/24'),
      ]),
    )
    expect(box(design, 'web-1a').y).toBe(box(design, 'web-1b').y)
    expect(box(design, 'cache-1a').y).toBe(box(design, 'batch').y)
  })

  test('sixty instances make a near-square subnet, and its tier is as high everywhere', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      host('instance', `i-${i}`, 'public-a', `10.0.0.${i + 50}`),
    ).flat()
    const design = arrange({ ...shop(), resources: { ...shop().resources, ...designOf(many).resources } })
    const { width, height } = box(design, 'public-a')
    expect(width / height).toBeGreaterThan(0.8)
    expect(width / height).toBeLessThan(1.4)
    expect(box(design, 'public-c').height).toBe(height)
    expect(outOfPlace(design)).toEqual([])
  })

  test.each(['v', 'a-network-with-quite-a-long-name'])(
    'in the small VPC %s the gateway leaves room for the name, and for what it changes in a header',
    (name) => {
      const design = arrange(
        designOf([
          record('vpc', 'v', null, { cidr: '10.0.0.0/16', secondaryCidrs: [], ipv6Cidrs: [] }, name),
          record('availability-zone', 'a', 'v', { zone: 'x-1a' }),
          subnetOf('web', 'a', '10.0.1.0/24'),
          record('internet-gateway', 'igw', 'v'),
        ]),
      )
      const [vpc, gateway, zone, subnet] = ['v', 'igw', 'a', 'web'].map((id) => box(design, id)) as [
        Box,
        Box,
        Box,
        Box,
      ]
      expect(gateway.x).toBeGreaterThan(headEnd(record('vpc', 'v', null, { cidr: '10.0.0.0/16' }, name)))
      expect(vpc.width - right(gateway)).toBeGreaterThan(180)
      // The columns fill what the VPC is wider.
      expect(vpc.width - right(zone)).toBe(zone.x)
      expect(zone.width - right(subnet)).toBe(subnet.x)
      expect(arrange(design).layout).toEqual(design.layout)
      expect(outOfPlace(design)).toEqual([])
    },
  )

  test('peered VPCs stand beside each other with the connection between them', () => {
    const vpc = (id: string) =>
      record('vpc', id, 'r', { cidr: '10.0.0.0/16', secondaryCidrs: [], ipv6Cidrs: [] })
    const design = arrange(
      designOf([
        record('region', 'r', null, { code: 'x' }),
        ...['a', 'b', 'c'].map(vpc),
        record('vpc-peering', 'p', 'r', { requester: 'a', accepter: 'c', status: 'active' }),
        record('vpc-peering', 'q', 'r', { requester: 'a', accepter: 'b', status: 'active' }),
        record('aws-service', 's3', 'r', { service: 's3', addresses: [] }),
      ]),
    )
    const [a, c, p] = [box(design, 'a'), box(design, 'c'), box(design, 'p')]
    expect(p.x).toBeGreaterThan(right(a))
    expect(right(p)).toBeLessThan(c.x)
    expect(box(design, 's3').x).toBeGreaterThan(right(box(design, 'b')))
    expect(outOfPlace(design)).toEqual([])
  })

  test('subnets without a zone, cards of a VPC, a cycle of parents and a missing parent are all survived', () => {
    const design = arrange(
      designOf([
        record('vpc', 'v', 'nowhere', { cidr: '10.0.0.0/16', secondaryCidrs: [], ipv6Cidrs: [] }),
        subnetOf('s', 'v', '10.0.1.0/24'),
        record('unmodelled', 'tgw', 'v', { type: 'transit-gateway', cidrs: [] }),
        record('region', 'one', 'two'),
        record('region', 'two', 'one'),
      ]),
    )
    expect(drawingOf(design).around('s')?.id).toBe('v')
    expect(outOfPlace(design)).toEqual([])
  })

  test('one container is arranged where it stands, and makes room', () => {
    const design = arrange(shop())
    const messy = {
      ...design,
      layout: { ...design.layout, 'app-1': { x: 200, y: 90, width: 100, height: 82 } },
    }
    expect(arrange(messy, 'app-a').layout).toEqual(design.layout)
  })

  test(
    'a hundred VPCs with a thousand subnets do not overlap, and make a picture of usual proportions',
    { timeout: 60_000 },
    () => {
      const drawn = arrange(organisation(100))
      const vpcs = [...absoluteBoxes(drawn)].filter(([id]) => /^vpc-\d+$/.test(id)).map(([, at]) => at)
      expect(vpcs.some((a, i) => vpcs.slice(i + 1).some((b) => near(a, b)))).toBe(false)
      const region = box(drawn, 'region')
      expect(region.width / region.height).toBeGreaterThan(0.7)
      expect(region.width / region.height).toBeLessThan(4)
    },
  )
})
