import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, difference, fits, invert, isNoChange, same } from './change.ts'
import { emptyDesign, type Design } from './design.ts'
import { randomDesigns, resource } from './design.test-helper.ts'

const SEED = 7007
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 300 }))

const withResources = (...list: readonly ReturnType<typeof resource>[]): Design => ({
  ...emptyDesign,
  resources: Object.fromEntries(list.map((one) => [one.id, one])),
})

describe('a change fits', () => {
  const [a, b] = [resource('a'), resource('b')]
  const renamed = { ...a, name: 'renamed' }
  const change = difference(withResources(a, b), withResources(renamed, resource('c')))

  test.each([
    ['the design it was made for', withResources(a, b), true],
    ['one that is other where the change does not look', withResources(a, b, resource('d')), true],
    ['not one where a record it updates is another', withResources({ ...a, parent: 'x' }, b), false],
    ['not one where a record it removes is gone', withResources(a), false],
    ['not one where a record it adds is there', withResources(a, b, resource('c')), false],
  ])('%s', (_, design, expected) => expect(fits(design, change)).toBe(expected))

  test('not one where a box it moves has moved', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 }
    const drawn = (x: number): Design => ({ ...withResources(a), layout: { a: { ...box, x } } })
    const move = difference(drawn(0), drawn(1))
    expect([fits(drawn(0), move), fits(drawn(5), move)]).toEqual([true, false])
  })
})

describe('the difference', () => {
  const a = resource('a')
  const from = withResources(a, resource('b'))
  const to = withResources({ ...a, name: 'renamed' }, resource('c'))

  test('says what was added, updated and removed', () => {
    expect(difference(from, to).resources).toEqual({
      added: { c: resource('c') },
      updated: { a: [a, { ...a, name: 'renamed' }] },
      removed: { b: resource('b') },
    })
  })

  test('of two records that say the same is none', () => {
    expect(isNoChange(difference(withResources(resource('a')), withResources(resource('a'))))).toBe(true)
  })

  test('holds the name and the question too', () => {
    const question = { from: 'a', to: 'internet', protocol: 'tcp', port: '443', sourcePort: null }
    const change = difference(emptyDesign, { ...emptyDesign, name: 'Shop', question })
    expect(change).toMatchObject({ name: ['Untitled', 'Shop'], question: [null, question] })
    expect(isNoChange(change)).toBe(false)
  })
})

describe('applying', () => {
  test('keeps the identity of what the change does not name', () => {
    const design = withResources(resource('a'), resource('b'))
    const other = difference(design, withResources(resource('a'), { ...resource('b'), name: 'x' }))
    const after = apply(design, other)
    expect(after.resources['a']).toBe(design.resources['a'])
    expect(after.layout).toBe(design.layout)
  })

  test('keeps what else stood in the file', () => {
    const design = { ...emptyDesign, extra: { author: 'me' } }
    expect(apply(design, difference(emptyDesign, withResources(resource('a')))).extra).toEqual({
      author: 'me',
    })
  })
})

describe('laws', () => {
  holds(
    'applied, the difference leads from one design to the other',
    fc.property(randomDesigns, randomDesigns, (from, to) => {
      expect(apply(from, difference(from, to))).toEqual(to)
    }),
  )

  holds(
    'undo of do gives the design again',
    fc.property(randomDesigns, randomDesigns, (from, to) => {
      const change = difference(from, to)
      expect(apply(apply(from, change), invert(change))).toEqual(from)
    }),
  )

  holds(
    'inverting twice gives the change again',
    fc.property(randomDesigns, randomDesigns, (from, to) => {
      const change = difference(from, to)
      expect(invert(invert(change))).toEqual(change)
    }),
  )

  holds(
    'sameness is that of the data',
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(same(a, structuredClone(a))).toBe(true)
      expect(same(a, b)).toBe(same(b, a))
      if (same(a, b)) expect(a).toEqual(b)
    }),
  )
})

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [1, '1', false],
  [null, undefined, false],
  [[], {}, false],
  [[1, 2], [2, 1], false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: undefined }, {}, false],
  [{ a: 1 }, { b: 1 }, false],
])('%j and %j: %s', (a, b, expected) => expect(same(a, b)).toBe(expected))
