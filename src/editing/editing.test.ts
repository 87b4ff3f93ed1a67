// What must hold of every operation, however they are strung together.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { same } from '../design/change.ts'
import type { Box, Design } from '../design/design.ts'
import { emptyHistory, record, undo } from '../design/history.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { createView } from '../design/view.ts'
import { kinds } from '../kinds/index.ts'
import { interfacesOf, subnetCidrs, subnetsOf } from '../kinds/network.ts'
import type { NetworkInterface } from '../kinds/records.ts'
import { absoluteBoxes } from '../layout/absolute-boxes.ts'
import { arrange } from '../layout/arrange.ts'
import { outOfPlace } from '../layout/out-of-place.ts'
import { organisation, shop } from '../layout/sample-designs.ts'
import { prefixesOverlap } from '../net/prefix.ts'
import { align } from './align.ts'
import { connect } from './connect.ts'
import { copyOf } from './copied.ts'
import { duplicate } from './duplicate.ts'
import { setLocked } from './lock.ts'
import { moveTo } from './move-to.ts'
import { paste } from './paste.ts'
import { place } from './place.ts'
import { referencesOf } from './references.ts'
import { removalOf } from './removal-of.ts'
import { remove } from './remove.ts'
import { reparent } from './reparent.ts'
import { replace } from './replace.ts'
import { setField } from './set-field.ts'
import { whereTo } from './where-to.ts'

const viewOf = (design: Design) => createView(design, (kind) => kinds.get(kind)?.fields)

const operations = [
  'place',
  'remove',
  'move',
  'resize',
  'duplicate',
  'reparent',
  'paste',
  'paste into another',
  'align',
  'connect',
  'lock',
] as const

/** One operation: numbers choose among what the design has. */
type Operation = readonly [what: (typeof operations)[number], a: number, b: number, x: number, y: number]

const operation: fc.Arbitrary<Operation> = fc.tuple(
  fc.constantFrom(...operations),
  fc.nat(1000),
  fc.nat(1000),
  fc.integer({ min: -200, max: 600 }),
  fc.integer({ min: -200, max: 600 }),
)

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)]

/** A design with the same ids for other things. */
const elsewhere = arrange({ ...organisation(2, 3), question: null })

function perform(design: Design, [what, a, b, x, y]: Operation): Design {
  const drawn = Object.keys(design.layout)
  const id = pick(drawn, a) ?? ''
  const box = design.layout[id]
  switch (what) {
    case 'place': {
      const kind = pick([...kinds.keys()], a) ?? ''
      const where = whereTo(design, kind, pick(Object.keys(design.resources), b) ?? null)
      const parent = where.ok ? where.parent : where.instead
      if (!where.ok && parent === null) return design
      const placed = place(design, kind, parent, b % 2 === 0 ? { x, y } : {})
      return placed.ok ? placed.design : design
    }
    case 'remove':
      return remove(design, [pick(Object.keys(design.resources), a) ?? ''])
    case 'move':
      return box ? moveTo(design, { [id]: { ...box, x: box.x + x, y: box.y + y } }) : design
    case 'resize':
      return box
        ? moveTo(design, {
            [id]: {
              x: box.x + Math.min(x, 50),
              y: box.y + Math.min(y, 50),
              width: Math.max(40, box.width + x),
              height: Math.max(40, box.height + y),
            },
          })
        : design
    case 'duplicate':
      return Object.keys(design.resources).length > 150
        ? design
        : duplicate(design, [pick(Object.keys(design.resources), a) ?? '']).design
    case 'paste':
    case 'paste into another': {
      const chosen = [id, pick(drawn, x + 200) ?? '']
      const copied =
        what === 'paste'
          ? copyOf(design, chosen)
          : copyOf(elsewhere, [pick(Object.keys(elsewhere.layout), a) ?? ''])
      if (Object.keys(design.resources).length > 150) return design
      return paste(design, copied, pick(Object.keys(design.resources), b), { [id]: { x, y } }).design
    }
    case 'align':
      return align(
        design,
        [id, pick(drawn, b) ?? '', pick(drawn, x + 200) ?? ''],
        y % 2 === 0 ? 'left' : 'top',
      )
    case 'connect': {
      const connection = connect(viewOf(design), id, pick(drawn, b) ?? '')
      return connection.sort === 'change' ? connection.make() : design
    }
    case 'lock':
      return setLocked(design, [id], b % 2 === 0)
    case 'reparent': {
      const kind = design.resources[id]?.kind ?? ''
      const where = whereTo(design, kind, pick(drawn, b) ?? null, id)
      const moved = where.ok && box ? reparent(design, id, where.parent, { ...box, x, y }) : null
      return moved?.ok ? moved.design : design
    }
  }
}

function overlaps(design: Design): readonly string[] {
  const view = viewOf(design)
  return view.of('vpc').flatMap((vpc) => {
    const blocks = subnetsOf(view, vpc).flatMap((subnet) =>
      subnetCidrs(view, subnet).map((prefix) => ({ name: subnet.id, prefix })),
    )
    return blocks.flatMap((one, i) =>
      blocks
        .slice(i + 1)
        .flatMap((two) =>
          prefixesOverlap(one.prefix, two.prefix) ? [`${one.name} overlaps ${two.name}`] : [],
        ),
    )
  })
}

function sharedAddresses(design: Design): readonly string[] {
  const seen = new Map<string, string>()
  return (viewOf(design).of('network-interface') as readonly NetworkInterface[]).flatMap((eni) =>
    eni.fields.addresses.flatMap((row) => {
      const key = `${eni.parent} ${row.address}`
      const other = seen.get(key)
      seen.set(key, eni.id)
      return other === undefined ? [] : [`${eni.id} and ${other} both have ${row.address}`]
    }),
  )
}

/** References to nothing, but for routes and rules, which may outlive what they name; and parents that are not there. */
function dangling(design: Design): readonly string[] {
  return Object.values(design.resources).flatMap((resource) => {
    const rows = Object.entries(kinds.get(resource.kind)?.fields ?? {})
      .filter(([, field]) => field.type === 'rows')
      .map(([name]) => name)
    const rowless: Resource = {
      ...resource,
      fields: Object.fromEntries(Object.entries(resource.fields).filter(([name]) => !rows.includes(name))),
    }
    const named = [...referencesOf(rowless), ...(resource.parent === null ? [] : [resource.parent])]
    return named.filter((id) => !design.resources[id]).map((id) => `${resource.id} names ${id}`)
  })
}

const start = arrange(shop())
const two = arrange({ ...organisation(2, 3), question: null })

describe('whatever is done', () => {
  test.each<[string, Design, number]>([
    ['the shop (seed 4101)', start, 4101],
    ['two VPCs (seed 4102)', two, 4102],
  ])(
    '%s stays whole: boxes inside boxes, blocks apart, nothing dangling, every step undone',
    { timeout: 120_000 },
    (_name, from, seed) => {
      fc.assert(
        fc.property(fc.array(operation, { minLength: 1, maxLength: 8 }), (steps) => {
          let design = from
          let history = emptyHistory
          for (const one of steps) {
            const before = design
            design = perform(before, one)
            history = record(history, before, design, one[0])
            expect(outOfPlace(design, false)).toEqual([])
            expect(overlaps(design)).toEqual([])
            expect(sharedAddresses(design)).toEqual([])
            expect(dangling(design)).toEqual([])
            if (['move', 'resize', 'align', 'lock'].includes(one[0]))
              expect(design.resources).toBe(before.resources)
          }
          let back: Design = design
          for (let step = undo(history, back); step; step = undo(history, back))
            [back, history] = [step.design, step.history]
          expect(same(back, from)).toBe(true)
        }),
        { seed, numRuns: 60 },
      )
    },
  )

  test('placing and copying never lay one thing upon another (seed 4103)', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 6 }), (steps) => {
        let design = start
        for (const one of steps)
          if (one[0] === 'place' || one[0] === 'duplicate') design = perform(design, one)
        expect(outOfPlace(design)).toEqual([])
      }),
      { seed: 4103, numRuns: 60 },
    )
  })
})

describe('removing', () => {
  test('an instance takes its interface along, and a NAT gateway leaves its Elastic IP behind', () => {
    const design = remove(start, ['nat-a'])
    expect(design.resources['eni-nat-a']).toBeUndefined()
    expect(design.resources['eip-nat-a']?.fields['networkInterface']).toBeNull()
    expect(removalOf(start, ['nat-a'])).toEqual(['nat-a', 'eni-nat-a'])
  })

  test('a route whose target is gone stays as a blackhole that still names it', () => {
    expect(remove(start, ['nat-a']).resources['rt-app']?.fields['routes']).toMatchObject([
      { target: 'nat-a', state: 'blackhole' },
    ])
  })

  test('a new NAT gateway does not take over the id that a blackhole names', () => {
    const placed = place(start, 'nat-gateway', 'public-c')
    if (!placed.ok) throw new Error('nat-gateway')
    const routes = [
      { id: 'r', destination: '0.0.0.0/0', target: placed.id, origin: 'static', state: 'active' },
    ]
    const table = placed.design.resources['rt-app'] as Resource
    const routed = replace(placed.design, [{ ...table, fields: { ...table.fields, routes } }])
    const again = place(remove(routed, [placed.id]), 'nat-gateway', 'public-c')
    expect(again.ok && again.id).not.toBe(placed.id)
  })

  test('a rule that names a removed group stays, stale; the instances lose the group', () => {
    const design = remove(start, ['app'])
    expect(design.resources['eni-app-1']?.fields['securityGroups']).toEqual([])
    const stale = remove(
      replace(start, [
        {
          ...(start.resources['app'] as Resource),
          id: 'other',
          name: 'other',
          fields: {
            isDefault: false,
            inbound: [{ id: 'r', protocol: 'tcp', ports: '1', peer: 'app', description: '' }],
            outbound: [],
          },
        },
      ]),
      ['app'],
    )
    expect(stale.resources['other']?.fields['inbound']).toMatchObject([{ peer: 'app' }])
  })

  test('a VPC takes everything in it; its main table goes only with it', () => {
    const design = remove(start, ['main'])
    expect(Object.keys(design.resources)).toEqual(['internet', 'seoul', 'eip-nat-a'])
    expect(remove(start, ['rt-main', 'acl-main', 'default'])).toBe(start)
  })
})

describe('moving', () => {
  test('a card dragged past the border takes the borders around along, and nothing else moves on the canvas', () => {
    const before = absoluteBoxes(start)
    const design = moveTo(start, { 'app-1': { x: -60, y: 40, width: 100, height: 82 } })
    const after = absoluteBoxes(design)
    expect(after.get('app-1')?.x).toBe((before.get('app-a')?.x ?? 0) - 60)
    for (const id of ['app-2', 'public-a', 'zone-c', 'app-4', 'nat-a'])
      expect(after.get(id)).toEqual(before.get(id))
    expect(after.get('app-a')?.x).toBe((after.get('app-1')?.x ?? 0) - 9)
  })

  test('a container that grows around what was dropped, or is resized, pushes what stands beside it', () => {
    const inRow = (design: Design) => ['public-a', 'app-a', 'data-a'].map((id) => design.layout[id]?.y ?? 0)
    const [publicY = 0, appY = 0, dataY = 0] = inRow(start)
    const dropped = moveTo(start, { 'app-1': { x: 9, y: 140, width: 100, height: 82 } })
    const by = (dropped.layout['app-a']?.height ?? 0) - (start.layout['app-a']?.height ?? 0)
    expect(by).toBeGreaterThan(50)
    const data = dropped.layout['data-a']?.y ?? 0
    expect(data).toBe(appY + (dropped.layout['app-a']?.height ?? 0) + 20)
    expect(data).toBeGreaterThan(dataY)
    expect(inRow(dropped).slice(0, 2)).toEqual([publicY, appY])
    const app = start.layout['app-a'] as Box
    const resized = moveTo(start, { 'app-a': { ...app, height: app.height + 80 } })
    expect(resized.layout['data-a']?.y).toBe(app.y + app.height + 80 + 20)
    const upwards = absoluteBoxes(
      moveTo(start, { 'app-a': { ...app, y: app.y - 60, height: app.height + 60 } }),
    )
    const [upper, lower] = [upwards.get('public-a') as Box, upwards.get('app-a') as Box]
    expect(upper.y + upper.height + 20).toBe(lower.y)
    const wide = absoluteBoxes(moveTo(start, { 'app-2': { x: 420, y: 40, width: 100, height: 82 } }))
    const [a, c] = [wide.get('zone-a') as Box, wide.get('zone-c') as Box]
    expect(c.x).toBe(a.x + a.width + 20)
  })

  test('a container takes along what it holds', () => {
    const design = moveTo(start, { 'public-a': { x: 12, y: 30, width: 358, height: 134 } })
    expect(design.layout['nat-a']).toBe(start.layout['nat-a'])
    expect(absoluteBoxes(design).get('nat-a')?.y).toBe((absoluteBoxes(start).get('nat-a')?.y ?? 0) + 10)
  })

  test('a container is not made smaller than what it holds, from either side', () => {
    const small = moveTo(start, { 'app-a': { x: 12, y: 190, width: 50, height: 20 } })
    expect(small.layout['app-a']).toEqual({ x: 12, y: 190, width: 289 + 9, height: 134 })
    const fromLeft = moveTo(start, { 'app-a': { x: 340, y: 190, width: 30, height: 134 } })
    expect(fromLeft.layout['app-a']).toEqual({ x: 72, y: 190, width: 298, height: 134 })
    expect(absoluteBoxes(fromLeft).get('app-1')).toEqual(absoluteBoxes(start).get('app-1'))
  })

  test('a gateway slides along its border only', () => {
    expect(
      moveTo(start, { 'igw-main': { x: 100, y: 300, width: 147, height: 44 } }).layout['igw-main'],
    ).toMatchObject({ x: 100, y: -22 })
  })
})

const fieldOf = (design: Design, id: ResourceId | undefined, field: string) =>
  design.resources[id ?? '']?.fields[field]

describe('duplicating', () => {
  test('a subnet takes the next free block, and its instances stand at the same places in it', () => {
    const { design, ids } = duplicate(start, ['app-a'])
    expect(fieldOf(design, ids[0], 'cidr')).toBe('10.0.2.0/24')
    const view = viewOf(design)
    const addresses = (
      view.children(ids[0] ?? '', 'network-interface') as readonly NetworkInterface[]
    ).flatMap((eni) => eni.fields.addresses.map((row) => row.address))
    expect(addresses).toEqual(['10.0.2.11', '10.0.2.12'])
    expect(view.children(ids[0] ?? '', 'instance').map((copy) => copy.name)).toEqual(['app-5', 'app-6'])
    expect(outOfPlace(design)).toEqual([])
  })

  test('a VPC takes the next /16 with all that is in it, and its routes lead to its own gateways', () => {
    const { design, ids } = duplicate(start, ['main'])
    const vpc = ids[0] ?? ''
    expect(fieldOf(design, vpc, 'cidr')).toBe('10.1.0.0/16')
    const view = viewOf(design)
    expect(
      subnetsOf(view, design.resources[vpc] as Resource)
        .map((subnet) => subnet.fields.cidr)
        .toSorted(),
    ).toEqual(
      [
        '10.1.0.0/24',
        '10.1.1.0/24',
        '10.1.10.0/24',
        '10.1.11.0/24',
        '10.1.20.0/24',
        '10.1.21.0/24',
      ].toSorted(),
    )
    const table = view.children(vpc, 'route-table').find((copy) => copy.name.startsWith('rt-app'))
    const [route] = (table?.fields['routes'] ?? []) as readonly { target: string }[]
    expect(design.resources[route?.target ?? '']?.kind).toBe('nat-gateway')
    expect(route?.target).not.toBe('nat-a')
    expect(view.of('elastic-ip').map((ip) => ip.fields['address'])).toEqual(['203.0.113.10', '203.0.113.11'])
    expect(outOfPlace(design)).toEqual([])
  })

  test('an instance gets an interface and an address of its own in the same subnet', () => {
    const { design, ids } = duplicate(start, ['app-1'])
    const [eni] = viewOf(design).referring(ids[0] ?? '', 'network-interface') as readonly NetworkInterface[]
    expect(eni?.parent).toBe('app-a')
    expect(eni?.fields.addresses[0]?.address).toBe('10.0.10.4')
    expect(eni?.fields.securityGroups).toEqual(['app'])
  })

  test('what a VPC has only once is not copied beside itself', () => {
    expect(duplicate(start, ['igw-main'])).toEqual({ design: start, ids: [] })
  })
})

describe('dragging into another container', () => {
  const moved = (design: Design, id: ResourceId, parent: ResourceId) => {
    const result = reparent(design, id, parent, {
      ...(design.layout[id] ?? { x: 0, y: 0, width: 0, height: 0 }),
      x: 20,
      y: 50,
    })
    if (!result.ok) throw new Error(`reparent ${id}`)
    return result.design
  }

  test('an instance takes an address of the subnet it is in now, and keeps its groups', () => {
    const design = moved(start, 'app-1', 'data-c')
    const eni = design.resources['eni-app-1'] as unknown as NetworkInterface
    expect([eni.parent, eni.fields.addresses[0]?.address, eni.fields.securityGroups]).toEqual([
      'data-c',
      '10.0.21.4',
      ['app'],
    ])
    expect(outOfPlace(design)).toEqual([])
  })

  test('a subnet in another VPC takes a free block there, default table and default group', () => {
    const { design, ids } = duplicate(start, ['main'])
    const zone = viewOf(design).children(ids[0] ?? '', 'availability-zone')[0]?.id ?? ''
    const after = moved(design, 'app-a', zone)
    expect(after.resources['app-a']?.fields).toMatchObject({ cidr: '10.1.2.0/24', routeTable: null })
    const eni = after.resources['eni-app-1'] as unknown as NetworkInterface
    expect(eni.fields.addresses[0]?.address).toBe('10.1.2.11')
    const group = after.resources[eni.fields.securityGroups[0] ?? '']
    expect([group?.parent, group?.fields['isDefault']]).toEqual([ids[0], true])
    expect(outOfPlace(after)).toEqual([])
  })

  test('a subnet in another zone of its VPC keeps everything', () => {
    const design = moved(start, 'app-a', 'zone-c')
    expect(design.resources['app-a']).toEqual({ ...start.resources['app-a'], parent: 'zone-c' })
    expect(design.resources['eni-app-1']).toBe(start.resources['eni-app-1'])
  })

  test('nothing is dragged into itself or where it does not belong', () => {
    expect(reparent(start, 'main', 'zone-a', { x: 0, y: 0, width: 1, height: 1 }).ok).toBe(false)
    expect(reparent(start, 'app-1', 'zone-a', { x: 0, y: 0, width: 1, height: 1 }).ok).toBe(false)
  })
})

describe('changing a block', () => {
  const addressOf = (design: Design, id: ResourceId) =>
    (design.resources[id] as unknown as NetworkInterface).fields.addresses[0]?.address

  test('the addresses of a subnet follow it', () => {
    const design = setField(start, 'app-a', 'cidr', '10.0.40.0/24')
    expect([addressOf(design, 'eni-app-1'), addressOf(design, 'eni-app-2')]).toEqual([
      '10.0.40.11',
      '10.0.40.12',
    ])
    expect(design.resources['eni-app-3']).toBe(start.resources['eni-app-3'])
  })

  test('those that have no room at the same place in a smaller block take the next free', () => {
    const design = setField(start, 'public-a', 'cidr', '10.0.40.0/28')
    expect([
      addressOf(design, 'eni-nat-a'),
      addressOf(design, 'eni-web-a'),
      addressOf(design, 'eni-bastion'),
    ]).toEqual(['10.0.40.5', '10.0.40.4', '10.0.40.6'])
  })

  test('a VPC takes its subnets along, and what is in them', () => {
    const design = setField(start, 'main', 'cidr', '172.16.0.0/16')
    expect(fieldOf(design, 'data-c', 'cidr')).toBe('172.16.21.0/24')
    expect(addressOf(design, 'eni-db-c')).toBe('172.16.21.15')
    expect(overlaps(design)).toEqual([])
  })

  test('what is half typed moves nothing', () => {
    expect(setField(start, 'main', 'cidr', '172.16.').resources['data-c']).toBe(start.resources['data-c'])
    expect(setField(start, 'main', 'cidr', '172.16.0.0/24').resources['data-c']).toBe(
      start.resources['data-c'],
    )
  })
})

describe('changing an interface endpoint', () => {
  const view = (design: Design) => viewOf(design)
  const endpointIn = (design: Design) => {
    const vpc = view(design).of('vpc')[0]!.id
    const placed = place(design, 'interface-endpoint', vpc)
    if (!placed.ok) throw new Error('not placed')
    return placed
  }
  const interfaces = (design: Design, id: ResourceId) =>
    interfacesOf(view(design), design.resources[id]!).map(({ parent, fields }) => ({ parent, ...fields }))
  const given = () => {
    const placed = endpointIn(shop())
    const { fields } = placed.design.resources[placed.id]!
    const subnets = fields['subnets'] as readonly ResourceId[]
    const vpc = view(placed.design).of('vpc')[0]!
    const other = subnetsOf(view(placed.design), vpc).find((one) => !subnets.includes(one.id))!.id
    return { ...placed, subnets, other }
  }

  test('its groups are those of its interfaces', () => {
    const { design, id } = given()
    const group = view(design).of('security-group')[0]!.id
    const after = setField(design, id, 'securityGroups', [group])
    expect(interfaces(after, id).length).toBeGreaterThan(0)
    for (const one of interfaces(after, id)) expect(one.securityGroups).toEqual([group])
  })

  test('a further subnet gets an interface, with an address of it', () => {
    const { design, id, subnets, other } = given()
    const after = setField(design, id, 'subnets', [...subnets, other])
    const made = interfaces(after, id).find((one) => one.parent === other)
    expect(interfaces(after, id).length).toBe(subnets.length + 1)
    expect(made?.securityGroups).toEqual(design.resources[id]!.fields['securityGroups'])
    expect(made?.addresses[0]?.address).toMatch(/^10\./)
    expect(made?.primary).toBe(false)
  })

  test('a subnet taken out takes its interface along, and another is then the first', () => {
    const { design, id, subnets, other } = given()
    const after = setField(design, id, 'subnets', [other])
    expect(interfaces(after, id).map(({ parent, primary }) => [parent, primary])).toEqual([[other, true]])
    expect(Object.keys(after.resources).length).toBe(
      Object.keys(design.resources).length + 1 - subnets.length,
    )
  })

  test('a subnet without room is not taken', () => {
    const { design, id, subnets, other } = given()
    const full = replace(design, [
      { ...design.resources[other]!, fields: { ...design.resources[other]!.fields, cidr: '', ipv6Cidr: '' } },
    ])
    expect(setField(full, id, 'subnets', [...subnets, other])).toBe(full)
  })

  test('other fields leave its interfaces as they are', () => {
    const { design, id } = given()
    const [own] = interfacesOf(view(design), design.resources[id]!)
    const differing = setField(design, own!.id, 'securityGroups', [])
    const after = setField(differing, id, 'privateDns', false)
    expect(after.resources[own!.id]).toBe(differing.resources[own!.id])
  })
})
