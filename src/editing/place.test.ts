import { describe, expect, test } from 'vitest'
import { emptyDesign, type Design } from '../design/design.ts'
import { plain } from '../design/phrase.ts'
import type { ResourceId } from '../design/resource.ts'
import { absoluteBoxes } from '../layout/absolute-boxes.ts'
import { arrange } from '../layout/arrange.ts'
import { drawingOf } from '../layout/drawing.ts'
import { outOfPlace } from '../layout/out-of-place.ts'
import { shop } from '../layout/sample-designs.ts'
import { place, whereToPlace } from './place.ts'
import { whereTo } from './where-to.ts'

function placed(
  design: Design,
  kind: string,
  parent: ResourceId | null,
  box?: { x: number; y: number },
): { design: Design; id: ResourceId } {
  const result = place(design, kind, parent, box)
  if (!result.ok) throw new Error(plain(result.why, design))
  return result
}

/** Places one after another; a parent is an id, or the number of an earlier step. */
function build(
  steps: readonly (readonly [kind: string, parent: number | ResourceId | null])[],
  from: Design = emptyDesign,
) {
  let design = from
  const ids: ResourceId[] = []
  for (const [kind, parent] of steps) {
    const next = placed(design, kind, typeof parent === 'number' ? (ids[parent] ?? null) : parent)
    design = next.design
    ids.push(next.id)
  }
  return { design, ids }
}

describe('placing', () => {
  test('a network is built click by click, and nothing overlaps or leaves its container', () => {
    const { design, ids } = build([
      ['region', null],
      ['vpc', 0],
      ['internet', null],
      ['internet-gateway', 1],
      ['subnet', 1],
      ['subnet', 1],
      ['instance', 4],
      ['instance', 4],
      ['instance', 5],
      ['gateway-endpoint', 1],
      ['instance', 4],
      ['instance', 4],
      ['availability-zone', 1],
      ['subnet', 12],
    ])
    expect(outOfPlace(design)).toEqual([])
    const cidrs = ids
      .map((id) => design.resources[id])
      .filter((resource) => resource?.kind === 'subnet')
      .map((subnet) => subnet?.fields['cidr'])
    expect(new Set(cidrs).size).toBe(3)
  })

  test('a third card joins two that stand as arranged, and the row is centred again', () => {
    const before = arrange(shop())
    const { design, id } = placed(before, 'instance', 'app-a')
    expect(design.layout[id]).toEqual({ x: 249, y: 40, width: 100, height: 82 })
    expect(design.layout['app-1']).toMatchObject({ x: 9, y: 40 })
    expect(design.layout['app-a']).toBe(before.layout['app-a'])
  })

  test('a fourth card opens a second row, and what stood beneath makes room', () => {
    const before = arrange(shop())
    const { design } = placed(before, 'instance', 'public-a')
    expect(design.layout['public-a']?.height).toBe(236)
    expect(design.layout['app-a']?.y).toBeGreaterThanOrEqual(20 + 236 + 20)
    expect(outOfPlace(design)).toEqual([])
    expect(design.layout['app-c']).toBe(before.layout['app-c'])
  })

  test('a card let go beside another stands where it was let go, on its line', () => {
    const { design, id } = placed(arrange(shop()), 'instance', 'data-a', { x: 20, y: 52 })
    expect(design.layout[id]).toMatchObject({ x: 9, y: 40 })
  })

  test('a card let go upon another takes the nearest free place', () => {
    const { design, id } = placed(arrange(shop()), 'instance', 'data-a', { x: 150, y: 40 })
    expect(design.layout[id]?.x).toBe(249)
    expect(outOfPlace(design)).toEqual([])
  })

  test('an internet gateway stays in the middle of the border while its VPC grows', () => {
    const { design, ids } = build([
      ['region', null],
      ['vpc', 0],
      ['internet-gateway', 1],
      ['availability-zone', 1],
      ['availability-zone', 1],
      ['availability-zone', 1],
    ])
    const [gateway, vpc] = [design.layout[ids[2] ?? ''], design.layout[ids[1] ?? '']]
    expect(
      Math.abs((gateway?.x ?? 0) + (gateway?.width ?? 0) / 2 - (vpc?.width ?? 0) / 2),
    ).toBeLessThanOrEqual(1)
    expect(outOfPlace(design)).toEqual([])
  })

  test('the internet comes above what is there', () => {
    const before = arrange({
      ...shop(),
      resources: Object.fromEntries(Object.entries(shop().resources).filter(([id]) => id !== 'internet')),
    })
    const { design, id } = placed(before, 'internet', null)
    expect((design.layout[id]?.y ?? 0) + 44).toBeLessThan(
      Math.min(...[...absoluteBoxes(before).values()].map((box) => box.y)) - 10,
    )
  })

  test('a subnet on an empty canvas comes with its Region, VPC and zone', () => {
    const { design, id } = placed(emptyDesign, 'subnet', null)
    expect(drawingOf(design).all.map((resource) => resource.kind)).toEqual([
      'region',
      'vpc',
      'availability-zone',
      'subnet',
    ])
    expect(design.resources[id]?.kind).toBe('subnet')
    expect(outOfPlace(design)).toEqual([])
  })

  test.each([
    ['route-table', 'routeTable'],
    ['network-acl', 'networkAcl'],
  ])('a %s on a subnet is made in its VPC and becomes the subnet’s', (kind, field) => {
    const { design, id } = placed(arrange(shop()), kind, 'app-a')
    expect(design.resources[id]?.parent).toBe('main')
    expect(design.resources['app-a']?.fields[field]).toBe(id)
    expect(design.layout).toEqual(arrange(shop()).layout)
  })

  test('what is refused says why', () => {
    const result = place(arrange(shop()), 'internet-gateway', 'main')
    expect(result.ok ? '' : plain(result.why, shop())).toBe('main already has an internet gateway.')
  })
})

describe('where a kind may go', () => {
  const design = arrange(shop())
  const free = {
    ...design,
    resources: Object.fromEntries(Object.entries(design.resources).filter(([id]) => id !== 'igw-main')),
  }
  test.each<[string, Design, string, ResourceId | null, object]>([
    ['a subnet into a zone', design, 'subnet', 'zone-a', { ok: true, parent: 'zone-a' }],
    [
      'an instance into the subnet under the pointer',
      design,
      'instance',
      'app-a',
      { ok: true, parent: 'app-a' },
    ],
    [
      'an internet gateway over a subnet goes to the VPC',
      free,
      'internet-gateway',
      'app-a',
      { ok: false, instead: 'main' },
    ],
    [
      'a second internet gateway',
      design,
      'internet-gateway',
      'main',
      { ok: false, why: 'main already has an internet gateway.', instead: null },
    ],
    [
      'an instance on the bare canvas, where several subnets would take it',
      design,
      'instance',
      null,
      { ok: false, instead: null },
    ],
    [
      'a zone on the bare canvas goes to the only VPC',
      design,
      'availability-zone',
      null,
      { ok: false, instead: 'main' },
    ],
    ['the internet inside a VPC', design, 'internet', 'main', { ok: false, instead: null }],
    ['a kind from a later version', design, 'wormhole', 'main', { ok: false, instead: null }],
    [
      'a subnet on an empty canvas, which brings all that it needs',
      emptyDesign,
      'subnet',
      null,
      { ok: true, parent: null },
    ],
    [
      'a route table over a subnet, which will use it',
      design,
      'route-table',
      'app-a',
      {
        ok: true,
        parent: 'app-a',
        says: 'app-a uses it from now on. Its only route is the local one, so far.',
      },
    ],
    ['a route table over a VPC', design, 'route-table', 'main', { ok: true, parent: 'main' }],
    ['a route table over a zone', design, 'route-table', 'zone-a', { ok: false, instead: 'main' }],
    [
      'an internet gateway into a Region, where any number may wait',
      placed(design, 'internet-gateway', 'seoul').design,
      'internet-gateway',
      'seoul',
      { ok: true, parent: 'seoul' },
    ],
    ['an instance on an empty canvas', emptyDesign, 'instance', null, { ok: false, instead: null }],
  ])('%s', (_name, given, kind, over, expected) => {
    expect(whereTo(given, kind, over)).toMatchObject(expected)
  })

  test('where the kind itself refuses, nothing is let go, and the reason is its own', () => {
    expect(whereToPlace(design, 'bastion', 'app-a')).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^A bastion host must be reachable from outside, and app-a has no route/),
      instead: null,
    })
    expect(whereToPlace(design, 'vpc-peering', 'main')).toMatchObject({
      ok: false,
      why: 'A peering connection joins two VPCs, and there is only one yet.',
      instead: null,
    })
    expect(whereToPlace(design, 'bastion', 'public-a')).toEqual(whereTo(design, 'bastion', 'public-a'))
    expect(whereToPlace(design, 'route-table', 'zone-a')).toMatchObject({ ok: false, instead: 'main' })
  })

  test('what is dragged cannot be let go inside itself, and does not count against a limit', () => {
    expect(whereTo(design, 'subnet', 'app-a', 'app-a')).toEqual({ ok: true, parent: 'zone-a' })
    expect(whereTo(design, 'internet-gateway', 'main', 'igw-main')).toEqual({ ok: true, parent: 'main' })
  })
})
