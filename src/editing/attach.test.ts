import { describe, expect, test } from 'vitest'
import { arrange } from '../layout/arrange.ts'
import { outOfPlace } from '../layout/out-of-place.ts'
import { shop } from '../layout/sample-designs.ts'
import type { RouteTable } from '../kinds/records.ts'
import { attachable } from './attach.ts'
import { viewOf } from './free-blocks.ts'
import { remove } from './remove.ts'

const start = arrange(shop())

describe('what a subnet could be led to', () => {
  test('a NAT gateway in the public subnet of the zone, and a route to it', () => {
    const found = attachable(viewOf(start), 'data-c').find(({ kind }) => kind === 'nat-gateway')
    expect(found?.parent.id).toBe('public-c')
    const table = found?.design.resources['rt-main'] as unknown as RouteTable
    expect(table.fields.routes).toMatchObject([{ destination: '0.0.0.0/0', target: found?.id }])
    expect(found && outOfPlace(found.design)).toEqual([])
  })

  test('not what the VPC has already', () => {
    const kindsOf = (design = start) => attachable(viewOf(design), 'data-c').map(({ kind }) => kind)
    expect(kindsOf()).not.toContain('internet-gateway')
    expect(kindsOf(remove(start, ['igw-main']))).toContain('internet-gateway')
  })

  test('nothing from where no packets leave a subnet', () => {
    expect(attachable(viewOf(start), 'seoul')).toEqual([])
  })
})
