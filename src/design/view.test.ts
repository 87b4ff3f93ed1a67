import { describe, expect, test } from 'vitest'
import { emptyDesign } from './design.ts'
import { resource } from './design.test-helper.ts'
import type { Fields } from './fields.ts'
import type { Resource } from './resource.ts'
import { createView } from './view.ts'

const fields: Fields = {
  friend: { type: 'reference', label: 'Friend', kinds: ['box'] },
  others: { type: 'references', label: 'Others', kinds: ['box'] },
}

const viewOf = (...list: readonly Resource[]) =>
  createView({ ...emptyDesign, resources: Object.fromEntries(list.map((one) => [one.id, one])) }, (kind) =>
    kind === 'box' ? fields : undefined,
  )
const ids = (list: readonly Resource[]) => list.map(({ id }) => id)

describe('a view', () => {
  const view = viewOf(
    resource('town', { kind: 'town' }),
    resource('house', { kind: 'house', parent: 'town' }),
    resource('b', { parent: 'house', fields: { friend: 'a', others: ['a', 'c'] } }),
    resource('a', { parent: 'house', fields: { friend: 'gone' } }),
    resource('c', { parent: 'town' }),
    resource('odd', { kind: 'odd', parent: 'house', fields: { friend: 'a' } }),
  )

  test('finds by id, and only what is a resource', () => {
    expect(view.get('a')?.id).toBe('a')
    for (const id of ['gone', '__proto__', 'constructor', '', null, undefined])
      expect(view.get(id)).toBeUndefined()
  })

  test('lists a kind in the order of the file', () => {
    expect(ids(view.of('box'))).toEqual(['b', 'a', 'c'])
    expect(view.of('none')).toEqual([])
  })

  test('lists children, of one kind or of all', () => {
    expect(ids(view.children('house'))).toEqual(['b', 'a', 'odd'])
    expect(ids(view.children('house', 'odd'))).toEqual(['odd'])
    expect(view.children('a')).toEqual([])
  })

  test('climbs to the nearest of a kind, itself aside', () => {
    expect(view.ancestor('a', 'town')?.id).toBe('town')
    expect(view.ancestor('house', 'house')).toBeUndefined()
    expect(view.ancestor('gone', 'town')).toBeUndefined()
  })

  test('lists who refers to a resource, each once, by declared fields only', () => {
    expect(ids(view.referring('a'))).toEqual(['b'])
    expect(ids(view.referring('gone'))).toEqual(['a'])
    expect(view.referring('a', 'town')).toEqual([])
  })

  test('computes a memo once, also one that is undefined', () => {
    let times = 0
    const compute = () => void times++
    view.memo('nothing', compute)
    view.memo('nothing', compute)
    expect(times).toBe(1)
  })
})

describe('a broken file', () => {
  test('a cycle of parents does not hang', () => {
    const view = viewOf(
      resource('a', { parent: 'b' }),
      resource('b', { parent: 'a' }),
      resource('self', { parent: 'self' }),
    )
    expect(view.ancestor('a', 'town')).toBeUndefined()
    expect(view.ancestor('self', 'town')).toBeUndefined()
    expect(ids(view.children('self'))).toEqual(['self'])
  })

  test('a parent that is not there ends the climb', () => {
    expect(viewOf(resource('a', { parent: 'gone' })).ancestor('a', 'town')).toBeUndefined()
  })

  test.each(['__proto__', 'constructor', 'toString'])('a resource named %s is one like any other', (id) => {
    const list = [resource(id, { kind: 'town' }), resource('a', { parent: id, fields: { friend: id } })]
    const view = viewOf(...list)
    expect(ids(view.children(id))).toEqual(['a'])
    expect(ids(view.referring(id))).toEqual(['a'])
  })
})
