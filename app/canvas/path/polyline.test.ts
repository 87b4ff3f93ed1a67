import { describe, expect, test } from 'vitest'
import { distanceAlong, endOf, lengthOf, part, rounded } from './polyline.ts'

const hook = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: -20 },
]

describe('a line of runs', () => {
  test('is as long as its runs', () => expect(lengthOf(hook)).toBe(30))

  test('a point on it has a distance, a point beside it has none', () => {
    expect(distanceAlong(hook, { x: 10, y: -5 })).toBe(15)
    expect(distanceAlong(hook, { x: 30, y: 5 })).toBeNull()
  })

  test('a part of it keeps the corner between', () => {
    expect(part(hook, 5, 15)).toEqual([
      { x: 5, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: -5 },
    ])
  })

  test('the two parts at a cut are as long as the whole', () => {
    for (const cut of [0, 3, 10, 17, 30])
      expect(lengthOf(part(hook, 0, cut)) + lengthOf(part(hook, cut, 30))).toBeCloseTo(30)
  })

  test('knows where it ends and which way it goes there', () => {
    expect(endOf(hook)).toEqual({ tip: { x: 10, y: -20 }, angle: -90 })
    expect(endOf([])).toBeNull()
  })

  test('corners are rounded by 6 px, or by half of a shorter run', () => {
    expect(rounded(hook)).toBe('M0 0L5 0Q10 0 10 -5L10 -20')
  })
})
