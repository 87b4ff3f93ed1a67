import { describe, expect, test } from 'vitest'
import type { Box } from '../design/design.ts'
import { snap } from './snap.ts'

const box = (x: number, y: number, width = 100, height = 80): Box => ({ x, y, width, height })

describe('lining up', () => {
  test.each<[what: string, held: Box, others: Box[], x: number, y: number]>([
    ['left edges', box(103, 300), [box(100, 0)], -3, 0],
    ['a right edge with a left one', box(95, 300), [box(200, 0)], 5, 0],
    ['never wall to wall', box(95, 10), [box(200, 0, 130, 300)], 0, 0],
    ['centres of different widths', box(118, 300, 60), [box(100, 0)], 2, 0],
    ['both ways at once', box(4, 203), [box(0, 0), box(300, 200)], -4, -3],
    ['the nearest of two', box(105, 300), [box(100, 0), box(107, 600)], 2, 0],
    ['nothing in reach', box(112, 300), [box(100, 0, 250, 30)], 0, 0],
    ['the middle of a gap', box(197, 300, 100, 10), [box(0, 250), box(400, 250)], 3, 0],
    ['the end of a row of equal gaps', box(264, 3, 100), [box(0, 0), box(130, 0)], -4, -3],
    ['the start of a row of equal gaps', box(-127, 3, 100), [box(0, 0), box(130, 0)], -3, -3],
  ])('%s', (_what, held, others, x, y) => {
    const found = snap(held, others, 8)
    expect([found.x, found.y]).toEqual([x, y])
  })

  test('the guide runs along everything that is in line', () => {
    const { guides } = snap(box(103, 300), [box(100, 0), box(100, 150, 50)], 8)
    expect(guides).toContainEqual({ sort: 'line', x1: 100, x2: 100, y1: 0, y2: 380 })
  })

  test('equal gaps are shown where they are', () => {
    const { guides } = snap(box(264, 0), [box(0, 0), box(130, 0)], 8)
    expect(guides.filter(({ sort }) => sort === 'gap')).toEqual([
      { sort: 'gap', x1: 100, x2: 130, y1: 40, y2: 40 },
      { sort: 'gap', x1: 230, x2: 260, y1: 40, y2: 40 },
    ])
  })

  test('nothing else is there: nothing moves', () => {
    expect(snap(box(1, 2), [], 8)).toEqual({ x: 0, y: 0, guides: [] })
  })
})
