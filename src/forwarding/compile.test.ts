import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../design/design.ts'
import { ref, type Resource } from '../design/resource.ts'
import { createView } from '../design/view.ts'
import { everything } from '../net/packet-set.ts'
import { compile, offersTo, type Lowerable, type Lowering } from './compile.ts'
import { always, delivered, packet, rule } from './tiny.test-helper.ts'
import { trace } from './trace.ts'

const resource = (id: string, kind = 'box'): Resource => ({ id, kind, name: id, parent: null, fields: {} })

function viewOf(...resources: readonly Resource[]) {
  const records = Object.fromEntries(resources.map((one) => [one.id, one]))
  return createView({ ...emptyDesign, resources: records }, () => ({}))
}

const stage = (id: string) => ({
  at: ref(id),
  role: { does: 'pass' } as const,
  lists: [],
  otherwise: always(delivered(id)),
})

/** A kind whose resources declare `box/<id>` and `box/<id>/inner`, and say when they do. */
function boxes(more: Partial<Lowerable> = {}) {
  const lowered: string[] = []
  const built: string[] = []
  const kind: Lowerable = {
    lower({ id }, lowering) {
      lowered.push(id)
      for (const name of [`box/${id}`, `box/${id}/inner`])
        lowering.stage(name, () => {
          built.push(name)
          return stage(id)
        })
    },
    ...more,
  }
  return { kinds: new Map([['box', kind]]), lowered, built }
}

describe('lowering', () => {
  test('waits until a packet comes', () => {
    const { kinds, lowered, built } = boxes()
    const program = compile(viewOf(resource('a'), resource('b')), kinds)
    expect([lowered, built]).toEqual([[], []])
    program.stage('box/a')
    expect([lowered, built]).toEqual([['a'], ['box/a']])
  })

  test('happens once, and so does building', () => {
    const { kinds, lowered, built } = boxes()
    const program = compile(viewOf(resource('a')), kinds)
    expect(program.stage('box/a')).toBe(program.stage('box/a'))
    expect([...program.ids()]).toEqual(['box/a', 'box/a/inner'])
    expect([lowered, built]).toEqual([['a'], ['box/a']])
  })

  test('finds the resource between the first slash and the second', () => {
    const { kinds, lowered } = boxes()
    const program = compile(viewOf(resource('vpc'), resource('inner')), kinds)
    expect(program.has('box/vpc/inner')).toBe(true)
    expect(lowered).toEqual(['vpc'])
  })

  test('a stage that nobody declares is a programmer’s mistake', () => {
    const { kinds } = boxes()
    const program = compile(viewOf(resource('a')), kinds)
    expect(program.has('box/b')).toBe(false)
    expect(() => program.stage('box/b')).toThrow('stage box/b')
    expect(() => program.stage('nonsense')).toThrow('stage nonsense')
  })

  test('a table of steps is shared by many resources, each with what is its own', () => {
    const steps = { in: (of: string) => stage(of), out: (of: string) => stage(of) }
    const kind = {
      lower: ({ id }: Resource, lowering: Lowering) => lowering.stages(`box/${id}`, steps, id),
    }
    const program = compile(viewOf(resource('a'), resource('b')), new Map([['box', kind]]))
    expect([program.stage('box/a/in').at, program.stage('box/b/out').at]).toEqual([ref('a'), ref('b')])
    const names = ['box/a/out', 'box/a', 'box/a/sideways', 'box/a/constructor']
    expect(names.filter((name) => program.has(name))).toEqual(['box/a/out'])
    expect([...program.ids()]).toEqual(['box/a/in', 'box/a/out', 'box/b/in', 'box/b/out'])
  })

  test('so is one that is declared twice', () => {
    const twice = { lower: (_: Resource, lowering: Lowering) => lowering.stage('box/a', () => stage('a')) }
    const program = compile(viewOf(resource('a'), resource('b')), new Map([['box', twice]]))
    expect(() => [...program.ids()]).toThrow('stage box/a declared twice')
  })

  test('what a design has once is there without a resource', () => {
    const { kinds } = boxes({ lowerOnce: (lowering) => lowering.stage('box/one', () => stage('one')) })
    expect(compile(viewOf(), kinds).has('box/one')).toBe(true)
  })

  test('resources of a kind that nobody knows declare nothing', () => {
    expect([...compile(viewOf(resource('a', 'odd')), new Map()).ids()]).toEqual([])
  })
})

describe('what kinds ask of each other', () => {
  test('lists are built once for all who use them', () => {
    let times = 0
    const kind: Lowerable = {
      lower({ id }, lowering) {
        if (id === 'list')
          lowering.list('rules/list', () => {
            times++
            return [rule('all', everything, delivered('end'))]
          })
        else lowering.stage(`box/${id}`, () => ({ ...stage(id), lists: ['rules/list'] }))
      },
    }
    const program = compile(viewOf(resource('a'), resource('b'), resource('list')), new Map([['box', kind]]))
    expect(program.stage('box/a').lists).toEqual(program.stage('box/b').lists)
    expect(times).toBe(0)
    expect(program.list('rules/list')).toBe(program.list('rules/list'))
    expect(times).toBe(1)
    expect(trace(program, 'box/a', packet('10.0.0.1:1 -> 10.0.0.2:2')).last.receiver).toEqual(ref('end'))
  })

  test('entries and receivers are those of the kind asked, or none', () => {
    const asked: (string | null)[] = []
    const kind: Lowerable = {
      entry: (one, from) => (one.id === 'gone' ? null : `box/${one.id}/from/${from.id}`),
      lower({ id }, lowering) {
        const self = resource(id)
        asked.push(lowering.entry('b', self), lowering.entry('missing', self), lowering.receiver(self, self))
      },
    }
    const program = compile(viewOf(resource('a'), resource('b')), new Map([['box', kind]]))
    program.has('box/a')
    expect(asked).toEqual(['box/b/from/a', null, null])
  })

  test('offers come best first', () => {
    const offering = (preference: number): Lowerable => ({
      offers: () => [{ match: everything, destination: '0.0.0.0/0', preference }],
    })
    const view = viewOf(resource('low', 'low'), resource('high', 'high'))
    const kinds = new Map([
      ['low', offering(1)],
      ['high', offering(9)],
    ])
    expect(offersTo(view, kinds, resource('s')).map((offer) => offer.target.id)).toEqual(['high', 'low'])
  })
})
