import { describe, expect, test } from 'vitest'
import { emptyDesign, type Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type { NetworkInterface } from '../kinds/records.ts'
import { arrange } from '../layout/arrange.ts'
import { outOfPlace } from '../layout/out-of-place.ts'
import { shop } from '../layout/sample-designs.ts'
import { copyOf } from './copied.ts'
import { viewOf } from './free-blocks.ts'
import { paste } from './paste.ts'
import { place } from './place.ts'
import { referencesOf } from './references.ts'
import { remove } from './remove.ts'

const start = arrange(shop())

/** Another design with the same ids and names for other things: a Region, a VPC "other" and a subnet in it. */
function elsewhere(): { design: Design; subnet: ResourceId; vpc: ResourceId } {
  const placed = place(emptyDesign, 'subnet', null)
  if (!placed.ok) throw new Error('place')
  const vpc = viewOf(placed.design).of('vpc')[0]?.id ?? ''
  return { design: placed.design, subnet: placed.id, vpc }
}

/** References, and parents, that lead nowhere. */
const dangling = (design: Design) =>
  Object.values(design.resources).flatMap((resource) =>
    [...referencesOf(resource), ...(resource.parent === null ? [] : [resource.parent])].filter(
      (id) => !design.resources[id],
    ),
  )

const interfaceOf = (design: Design, owner: ResourceId | undefined) =>
  viewOf(design).referring(owner ?? '', 'network-interface')[0] as NetworkInterface | undefined

describe('pasting into the design that it was copied from', () => {
  test('an instance goes into the container meant, with an address of its own and its groups', () => {
    const { design, ids, why } = paste(start, copyOf(start, ['app-1']), 'data-c')
    const eni = interfaceOf(design, ids[0])
    expect([eni?.parent, eni?.fields.addresses[0]?.address, eni?.fields.securityGroups]).toEqual([
      'data-c',
      '10.0.21.4',
      ['app'],
    ])
    expect([design.resources[ids[0] ?? '']?.name, why]).toEqual(['app-5', null])
    expect(outOfPlace(design)).toEqual([])
  })

  test('nothing meant: it stands beside its original', () => {
    const { design, ids } = paste(start, copyOf(start, ['app-1']), null)
    expect(design.resources[ids[0] ?? '']?.parent).toBe('app-a')
  })

  test('several at once stay attached to each other, also in different containers', () => {
    const { design, ids } = paste(start, copyOf(start, ['public-a', 'app-1']))
    expect(ids.map((id) => design.resources[id]?.parent)).toEqual(['zone-a', 'app-a'])
    const nat = viewOf(design).children(ids[0] ?? '', 'nat-gateway')[0]
    const elastic = viewOf(design).referring(interfaceOf(design, nat?.id)?.id ?? '', 'elastic-ip')
    expect(elastic.map((ip) => ip.fields['address'])).toEqual(['203.0.113.11'])
  })

  test('cut and pasted, it keeps its name and its address', () => {
    const copied = copyOf(start, ['app-1'])
    const { design, ids } = paste(remove(start, ['app-1']), copied, 'app-a')
    expect(design.resources[ids[0] ?? '']?.name).toBe('app-1')
    expect(interfaceOf(design, ids[0])?.fields.addresses[0]?.address).toBe('10.0.10.11')
  })

  test('what does not go there is left out, and says why', () => {
    expect(paste(start, copyOf(start, ['igw-main']), 'main')).toEqual({
      design: start,
      ids: [],
      why: 'main already has an internet gateway.',
    })
    expect(paste(emptyDesign, copyOf(start, ['app-1']), null).why).toMatch(/^An instance stands in a subnet/)
  })
})

describe('pasting into another design', () => {
  test('an instance takes an address there, and the default group where its own is not', () => {
    const { design: there, subnet, vpc } = elsewhere()
    const { design, ids } = paste(there, copyOf(start, ['app-1']), subnet)
    const eni = interfaceOf(design, ids[0])
    expect(eni?.parent).toBe(subnet)
    const groups = (eni?.fields.securityGroups ?? []).map((id) => design.resources[id])
    expect(groups.map((group) => [group?.parent, group?.fields['isDefault']])).toEqual([[vpc, true]])
    expect(dangling(design)).toEqual([])
  })

  test('a subnet keeps its block where that is free, and leaves tables behind', () => {
    const { design: there, vpc } = elsewhere()
    const { design, ids } = paste(there, copyOf(start, ['app-a']), vpc)
    expect(design.resources[ids[0] ?? '']?.fields).toMatchObject({ cidr: '10.0.10.0/24', routeTable: null })
    expect(dangling(design)).toEqual([])
    expect(outOfPlace(design)).toEqual([])
  })

  test('a whole VPC comes with tables, gateways and groups, and leads to nothing that is not there', () => {
    const copied = copyOf(start, ['main'])
    const region = place(emptyDesign, 'region', null)
    if (!region.ok) throw new Error('place')
    const { design, ids } = paste(region.design, copied, region.id)
    const view = viewOf(design)
    const vpc = ids[0] ?? ''
    expect(design.resources[vpc]).toMatchObject({ name: 'main', fields: { cidr: '10.0.0.0/16' } })
    expect(view.children(vpc, 'internet-gateway')).toHaveLength(1)
    expect(view.children(vpc, 'route-table').filter((table) => table.fields['main'] === true)).toHaveLength(1)
    expect(view.of('instance')).toHaveLength(8)
    expect(view.of('elastic-ip').map((ip) => ip.parent)).toEqual([region.id])
    expect(dangling(design)).toEqual([])
    expect(outOfPlace(design)).toEqual([])
  })

  test('a second one beside the first takes another block', () => {
    const { design, ids } = paste(start, copyOf(start, ['main']), 'seoul')
    expect(design.resources[ids[0] ?? '']?.fields['cidr']).toBe('10.1.0.0/16')
  })

  test('in another Region its zones are those of that Region', () => {
    const region = place(emptyDesign, 'region', null)
    if (!region.ok) throw new Error('place')
    const there: Design = {
      ...region.design,
      resources: {
        ...region.design.resources,
        [region.id]: {
          ...region.design.resources[region.id]!,
          fields: { code: 'us-east-1', blockPublicAccess: false },
        },
      },
    }
    const { design } = paste(there, copyOf(start, ['main']), region.id)
    expect(
      viewOf(design)
        .of('availability-zone')
        .map(({ name, fields }) => [name, fields['zone']]),
    ).toEqual([
      ['us-east-1a', 'us-east-1a'],
      ['us-east-1c', 'us-east-1c'],
    ])
  })
})
