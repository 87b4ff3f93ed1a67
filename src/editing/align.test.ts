import { describe, expect, test } from 'vitest'
import { arrange } from '../layout/arrange.ts'
import { absoluteBoxes } from '../layout/absolute-boxes.ts'
import { outOfPlace } from '../layout/out-of-place.ts'
import { shop } from '../layout/sample-designs.ts'
import type { Box, Design } from '../design/design.ts'
import { align, distribute } from './align.ts'
import { inMarquee } from './in-marquee.ts'
import { isLocked, setLocked } from './lock.ts'
import { moveTo } from './move-to.ts'
import { whyNotRemoved } from './removal-of.ts'
import { remove } from './remove.ts'
import { reparent } from './reparent.ts'

const start = arrange(shop())
const at = (design: Design, id: string): Box => absoluteBoxes(design).get(id) as Box
const moved = (design: Design, id: string, x: number, y: number): Design =>
  moveTo(design, { [id]: { ...(design.layout[id] as Box), x, y } })

describe('lining up a selection', () => {
  const ragged = moved(moved(start, 'web-a', 20, 44), 'bastion', 240, 52)

  test.each([
    ['top', (box: Box) => box.y],
    ['bottom', (box: Box) => box.y + box.height],
    ['middle', (box: Box) => box.y + box.height / 2],
    ['left', (box: Box) => box.x],
    ['right', (box: Box) => box.x + box.width],
    ['centre', (box: Box) => box.x + box.width / 2],
  ] as const)('%s', (to, line) => {
    const design = align(ragged, ['web-a', 'bastion'], to)
    expect(line(at(design, 'web-a'))).toBe(line(at(design, 'bastion')))
    expect(design.resources).toBe(ragged.resources)
  })

  test('across containers they come as near as those let them, and the containers stay as they are', () => {
    const design = align(start, ['web-a', 'web-c'], 'left')
    expect(at(design, 'public-c')).toEqual(at(start, 'public-c'))
    expect(at(design, 'web-c').x).toBe(at(start, 'public-c').x + 9)
    expect(outOfPlace(design, false)).toEqual([])
    const apart = moved(start, 'web-c', 40, 44)
    expect(at(align(apart, ['web-a', 'web-c'], 'top'), 'web-c').y).toBe(at(start, 'web-a').y)
  })

  test('one alone has nothing to line up with', () => {
    expect(align(start, ['web-a'], 'top')).toBe(start)
  })
})

describe('spacing evenly', () => {
  test('the gaps become equal, the ends stay', () => {
    const design = distribute(moved(start, 'nat-a', 118, 40), ['bastion', 'web-a', 'nat-a'], 'x')
    const [a, b, c] = ['web-a', 'nat-a', 'bastion'].map((id) => at(design, id)).toSorted((p, q) => p.x - q.x)
    if (!a || !b || !c) throw new Error('not drawn')
    expect(Math.abs(b.x - a.x - a.width - (c.x - b.x - b.width))).toBeLessThanOrEqual(1)
    expect([at(design, 'web-a'), at(design, 'bastion')]).toEqual([at(start, 'web-a'), at(start, 'bastion')])
  })

  test('two are as even as they can be', () => {
    expect(distribute(start, ['web-a', 'bastion'], 'x')).toBe(start)
  })
})

describe('locking', () => {
  test('what is locked is left alone by lining up, by tidying up its lock is kept, and it can be unlocked', () => {
    const locked = setLocked(moved(start, 'web-a', 20, 44), ['web-a'], true)
    expect(isLocked(locked, 'web-a')).toBe(true)
    expect(align(locked, ['web-a', 'nat-a', 'bastion'], 'top').layout['web-a']).toEqual(
      locked.layout['web-a'],
    )
    expect(isLocked(arrange(locked), 'web-a')).toBe(true)
    expect(setLocked(locked, ['web-a'], false).layout['web-a']).not.toHaveProperty('locked')
    expect(setLocked(locked, ['web-a'], true)).toBe(locked)
  })

  test('it is not moved, not dragged elsewhere and not deleted', () => {
    const locked = setLocked(start, ['app-1'], true)
    const box = { ...(locked.layout['app-1'] as Box), x: 0 }
    expect(moveTo(locked, { 'app-1': box })).toBe(locked)
    expect(reparent(locked, 'app-1', 'data-a', box).ok).toBe(false)
    expect(remove(locked, ['app-1'])).toBe(locked)
    expect(whyNotRemoved(locked, 'app-1')).toBe('app-1 is locked. Unlock it first.')
  })

  test('it goes with the container that holds it', () => {
    const locked = setLocked(start, ['app-1'], true)
    expect(remove(locked, ['app-a']).resources['app-1']).toBeUndefined()
  })
})

describe('a marquee', () => {
  const over = (design: Design, id: string, grow: number): Box => {
    const { x, y, width, height } = at(design, id)
    return { x: x - grow, y: y - grow, width: width + 2 * grow, height: height + 2 * grow }
  }

  test('within a subnet takes the cards it touches, and none of the containers around', () => {
    const touching = { ...at(start, 'app-1'), width: 10, height: 10 }
    expect(inMarquee(start, touching)).toEqual(['app-1'])
  })

  test('around a subnet takes the subnet, which stands for what it holds', () => {
    expect(inMarquee(start, over(start, 'app-a', 1))).toEqual(['app-a'])
  })

  test('leaves out what is locked', () => {
    const locked = setLocked(start, ['app-1'], true)
    expect(inMarquee(locked, over(start, 'app-a', -2)).toSorted()).toEqual(['app-2'])
  })
})
