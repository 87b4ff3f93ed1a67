import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../design/design.ts'
import { absoluteBoxes } from './absolute-boxes.ts'
import { arrange } from './arrange.ts'
import { attachmentsOf } from './attachments.ts'
import { drawingOf } from './drawing.ts'
import type { Line, Point } from './lanes.ts'
import { routePaths } from './paths.ts'
import { designOf, host, organisation, record, shop, subnetOf } from './sample-designs.ts'
import { shapeOf } from './shown-on.ts'

const design = arrange(shop())
const boxes = absoluteBoxes(design)

const onBorder = (box: Box | undefined, { x, y }: Point) =>
  box !== undefined &&
  (((x === box.x || x === box.x + box.width) && y >= box.y && y <= box.y + box.height) ||
    ((y === box.y || y === box.y + box.height) && x >= box.x && x <= box.x + box.width))

const ends = (line: Line): readonly [Point, Point] => [line.points[0] as Point, line.points.at(-1) as Point]

/** Cards and gateways that a line runs through. */
function runsThrough(line: Line, at: ReadonlyMap<string, Box>, of: typeof design): readonly string[] {
  const solid = drawingOf(of).all.filter((resource) => shapeOf(resource.kind) !== 'container')
  return solid.flatMap(({ id }) => {
    const box = at.get(id)
    const hit = box && line.points.slice(1).some((b, i) => cuts(box, line.points[i] as Point, b))
    return hit ? [id] : []
  })
}

function cuts(box: Box, a: Point, b: Point): boolean {
  return (
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.y, b.y) < box.y + box.height &&
    Math.max(a.y, b.y) > box.y
  )
}

describe('the path of the picture', () => {
  const paths = routePaths(design, ['app-1', 'nat-a', 'igw-main', 'internet'])

  test('leaves the card by its side, goes up the gutter and enters the NAT gateway from beneath', () => {
    expect(paths.segments[0]?.request.points).toEqual([
      { x: 225, y: 441 },
      { x: 231, y: 441 },
      { x: 231, y: 306 },
    ])
  })

  test('goes on up through the public subnet, along above the zone and into the internet gateway', () => {
    const points = paths.segments[1]?.request.points ?? []
    expect(points[0]).toEqual({ x: 285, y: 271 })
    expect(points.at(-1)).toMatchObject({ y: 130 })
    expect(points).toHaveLength(5)
    expect(
      paths.crossings
        .filter((crossing) => crossing.segment === 1)
        .map(({ container, side }) => `${container} ${side}`),
    ).toEqual(['public-a top', 'zone-a top'])
  })

  test('crosses the borders of both subnets, first out, then in, the reply 8 px beside', () => {
    const [out, into] = paths.crossings
    expect(out).toMatchObject({ container: 'app-a', side: 'top', direction: 'out', x: 231, y: 354 })
    expect(into).toMatchObject({
      container: 'public-a',
      side: 'bottom',
      direction: 'in',
      x: 231,
      y: 318,
      reply: { x: 239, y: 318 },
    })
  })

  test('a straight line leads on to the internet', () => {
    expect(paths.segments[2]?.request.points).toHaveLength(2)
  })

  test('corners are rounded in the line that is drawn', () => {
    expect(paths.segments[0]?.request.d).toBe('M225 441L228 441Q231 441 231 438L231 306')
    expect(paths.request.d.match(/M/g)).toHaveLength(3)
  })

  test('an interface stands for its owner, and what is not drawn is left out', () => {
    const same = routePaths(design, [
      'eni-app-1',
      'rt-app',
      'app-a',
      'nat-a',
      'eni-nat-a',
      'igw-main',
      'internet',
      'nobody',
    ])
    expect(same).toEqual(paths)
  })
})

describe('any path in an arranged design', () => {
  const ids = drawingOf(design)
    .all.filter((resource) => shapeOf(resource.kind) !== 'container')
    .map((resource) => resource.id)
  const stops = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 4 })

  test(
    'starts and ends at the borders of its stops and runs through no other card (seed 20261)',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(stops, (list) => {
          const { segments } = routePaths(design, list)
          expect(segments).toHaveLength(list.length - 1)
          for (const { from, to, request, reply } of segments) {
            const [[start, end], [back, home]] = [ends(request), ends(reply)]
            for (const point of [start, home]) expect(onBorder(boxes.get(from), point)).toBe(true)
            for (const point of [end, back]) expect(onBorder(boxes.get(to), point)).toBe(true)
            for (const line of [request, reply]) expect(runsThrough(line, boxes, design)).toEqual([])
          }
        }),
        { seed: 20261, numRuns: 60 },
      )
    },
  )

  test('is the same each time, and every turn is a right angle', () => {
    const paths = routePaths(design, ['db-c', 'bastion', 'vpce-s3'])
    expect(routePaths(arrange(shop()), ['db-c', 'bastion', 'vpce-s3'])).toEqual(paths)
    for (const { request } of paths.segments) {
      request.points
        .slice(1)
        .forEach((point, i) =>
          expect(point.x === request.points[i]?.x || point.y === request.points[i]?.y).toBe(true),
        )
    }
  })

  test('leads around the cards of a crowded subnet', () => {
    const crowd = Array.from({ length: 20 }, (_, i) =>
      host('instance', `i-${i}`, 's', `10.0.0.${i + 10}`),
    ).flat()
    const of = arrange(
      designOf([
        record('vpc', 'v', null, { cidr: '10.0.0.0/16' }),
        subnetOf('s', 'v', '10.0.0.0/24'),
        record('internet-gateway', 'igw', 'v'),
        ...crowd,
      ]),
    )
    const at = absoluteBoxes(of)
    for (const id of ['i-0', 'i-7', 'i-12', 'i-19']) {
      for (const line of [routePaths(of, [id, 'igw']).request, routePaths(of, [id, 'i-3']).request])
        expect(runsThrough(line, at, of)).toEqual([])
    }
  })

  test('is found across a large organisation', { timeout: 60_000 }, () => {
    const of = arrange(organisation(100))
    const at = absoluteBoxes(of)
    const { segments, request } = routePaths(of, ['vpc-0-subnet-0-host', 'vpc-7-subnet-9-host'])
    expect(segments).toHaveLength(1)
    expect(runsThrough(request, at, of)).toEqual([])
  })
})

describe('names in heads', () => {
  test(
    'are never crossed by a path that leaves a subnet, wherever its card stands (seed 7)',
    { timeout: 60_000 },
    () => {
      const shapes = fc.record({
        cards: fc.integer({ min: 1, max: 6 }),
        from: fc.nat(5),
        letters: fc.integer({ min: 3, max: 12 }),
      })
      fc.assert(
        fc.property(shapes, ({ cards, from, letters }) => {
          const name = 'n'.repeat(letters)
          const hosts = Array.from({ length: cards }, (_, i) =>
            host('instance', `i-${i}`, 's', `10.0.0.${i + 10}`),
          ).flat()
          const of = arrange(
            designOf([
              record('vpc', 'v', null, { cidr: '10.0.0.0/16' }),
              { ...subnetOf('s', 'v', '10.0.0.0/24'), name },
              record('internet-gateway', 'igw', 'v'),
              ...hosts,
            ]),
          )
          const at = absoluteBoxes(of)
          const head = at.get('s') as Box
          const text = head.x + 28 + (letters + '10.0.0.0/24'.length) * 6.6 + 8
          const { request, reply } = routePaths(of, [`i-${from % cards}`, 'igw'])
          for (const { points } of [request, reply])
            points.slice(1).forEach((b, i) => {
              const a = points[i] as Point
              if (Math.min(a.y, b.y) >= head.y || Math.max(a.y, b.y) <= head.y) return
              const within = a.x > head.x && a.x < head.x + head.width
              if (within) expect(a.x > text && a.x < head.x + head.width - 80).toBe(true)
            })
        }),
        { seed: 7, numRuns: 60 },
      )
    },
  )
})

describe('attachments', () => {
  test('the internet and every attached gateway are joined by a hairline', () => {
    const [line, ...more] = attachmentsOf(design)
    expect(more).toEqual([])
    expect(line).toMatchObject({ from: 'igw-main', to: 'internet' })
    expect(line?.line.points[0]?.y).toBe(86)
    expect(line?.line.points.at(-1)?.y).toBe(44)
  })

  test('a hairline goes around the VPCs that have nothing to do with it', () => {
    const vpc = (id: string) =>
      record('vpc', id, 'r', { cidr: '10.0.0.0/16', secondaryCidrs: [], ipv6Cidrs: [] })
    const peering = (id: string, requester: string, accepter: string) =>
      record('vpc-peering', id, 'r', { requester, accepter, status: 'active' })
    const of = arrange(
      designOf([
        record('region', 'r', null, { code: 'x' }),
        ...['a', 'b', 'c', 'd', 'e'].map(vpc),
        peering('p', 'a', 'b'),
        peering('q', 'b', 'c'),
        peering('s', 'a', 'c'),
        peering('t', 'a', 'e'),
        record('internet', 'internet', null),
        record('internet-gateway', 'igw', 'e'),
      ]),
    )
    const at = absoluteBoxes(of)
    const lines = attachmentsOf(of)
    expect(lines).toHaveLength(9)
    for (const { from, to, line } of lines)
      for (const id of ['a', 'b', 'c', 'd', 'e'].filter((other) => other !== to))
        for (const [i, b] of line.points.slice(1).entries())
          expect(cuts(at.get(id) as Box, line.points[i] as Point, b), `${from} to ${to} over ${id}`).toBe(
            false,
          )
  })
})
