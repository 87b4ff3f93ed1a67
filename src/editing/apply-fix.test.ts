import { expect, test } from 'vitest'
import { review } from '../checks/index.ts'
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { analyse } from '../kinds/analyse.ts'
import { kinds } from '../kinds/index.ts'
import { absoluteBoxes } from '../layout/absolute-boxes.ts'
import { arrange } from '../layout/arrange.ts'
import { outOfPlace } from '../layout/out-of-place.ts'
import { shop } from '../layout/sample-designs.ts'
import { applyFix } from './apply-fix.ts'
import { newIds } from './new-ids.ts'
import { remove } from './remove.ts'
import { reparent } from './reparent.ts'

/** The design with the first fix of a finding made. */
function mended(design: Design, check: string, at: ResourceId): Design {
  const found = review(analyse(design).view, kinds, newIds(design))
  const fix = found.find((one) => one.check === check && one.at.resource === at)?.fixes[0]
  if (!fix) throw new Error(`no fix of ${check}`)
  return applyFix(design, fix)
}

const drawn = arrange(shop())

test('a gateway that a fix attaches is drawn on the border of its VPC', () => {
  const moved = reparent(drawn, 'igw-main', 'seoul')
  if (!moved.ok) throw new Error('not moved')
  expect(outOfPlace(moved.design)).toEqual([])
  const design = mended(moved.design, 'internet-gateway/detached', 'igw-main')
  expect(design.resources['igw-main']?.parent).toBe('main')
  expect(design.layout['igw-main']).toEqual(drawn.layout['igw-main'])
  expect(outOfPlace(design)).toEqual([])
})

test('a gateway that waits in a Region stands beside the internet above it, not upon it', () => {
  const moved = reparent(drawn, 'igw-main', 'seoul')
  if (!moved.ok) throw new Error('not moved')
  const boxes = absoluteBoxes(moved.design)
  const [gateway, internet] = [boxes.get('igw-main')!, boxes.get('internet')!]
  const beside = gateway.x + gateway.width <= internet.x || internet.x + internet.width <= gateway.x
  const beneath = gateway.y >= internet.y + internet.height
  expect(beside || beneath).toBe(true)
})

test('a gateway that a fix adds is drawn, too', () => {
  const design = mended(remove(drawn, ['igw-main']), 'design/missing-internet-gateway', 'main')
  const [added] = Object.values(design.resources).filter(({ kind }) => kind === 'internet-gateway')
  expect(design.layout[added?.id ?? '']?.y).toBe(drawn.layout['igw-main']?.y)
  expect(outOfPlace(design)).toEqual([])
})
