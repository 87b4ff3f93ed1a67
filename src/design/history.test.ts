import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDesign, type Design } from './design.ts'
import { randomDesigns, resource } from './design.test-helper.ts'
import { emptyHistory, record, redo, undo, type History } from './history.ts'

const SEED = 7011
const design = (...names: readonly string[]): Design => ({
  ...emptyDesign,
  resources: Object.fromEntries(names.map((name) => [name, resource(name)])),
})
const moved = (x: number): Design => ({ ...design('a'), layout: { a: { x, y: 0, width: 1, height: 1 } } })
const labels = (history: History) => history.past.map(({ label }) => label)

describe('recording', () => {
  test('nothing when nothing changed', () => {
    expect(record(emptyHistory, design('a'), design('a'), 'Nothing')).toBe(emptyHistory)
  })

  test('merges what is of one group, and undoes it at once', () => {
    let history = record(emptyHistory, moved(0), moved(1), 'Move', 'drag-1')
    history = record(history, moved(1), moved(5), 'Move', 'drag-1')
    expect(labels(history)).toEqual(['Move'])
    expect(undo(history, moved(5))?.design).toEqual(moved(0))
  })

  test('keeps groups apart, and steps without one', () => {
    let history = record(emptyHistory, moved(0), moved(1), 'Move', 'drag-1')
    history = record(history, moved(1), moved(2), 'Move again', 'drag-2')
    history = record(history, moved(2), moved(3), 'Nudge')
    history = record(history, moved(3), moved(4), 'Nudge')
    expect(labels(history)).toEqual(['Move', 'Move again', 'Nudge', 'Nudge'])
  })

  test('a group that comes back to where it was is no step', () => {
    const away = record(emptyHistory, moved(0), moved(1), 'Move', 'drag-1')
    expect(labels(record(away, moved(1), moved(0), 'Move', 'drag-1'))).toEqual([])
  })

  test('clears what could be redone', () => {
    const history = record(emptyHistory, design(), design('a'), 'Add a')
    const back = undo(history, design('a'))!
    expect(back.history.future.length).toBe(1)
    expect(record(back.history, design(), design('b'), 'Add b').future).toEqual([])
  })

  test('also where it is merged into the step before', () => {
    const first = record(emptyHistory, moved(0), moved(1), 'Move', 'drag-1')
    const back = undo(record(first, moved(1), moved(2), 'Resize'), moved(2))!
    expect(record(back.history, moved(1), moved(3), 'Move', 'drag-1').future).toEqual([])
  })

  test('forgets the oldest of very many', () => {
    let history = emptyHistory
    for (let x = 0; x < 510; x++) history = record(history, moved(x), moved(x + 1), `Step ${x}`)
    expect(history.past.length).toBe(500)
    expect(history.past[0]?.label).toBe('Step 10')
  })
})

describe('undo and redo', () => {
  test('have nothing to do in an empty history', () => {
    expect(undo(emptyHistory, design())).toBeNull()
    expect(redo(emptyHistory, design())).toBeNull()
  })

  test(`go back through every step and forth again (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(randomDesigns, { minLength: 2, maxLength: 6 }), (designs) => {
        let history = emptyHistory
        designs.slice(1).forEach((to, i) => {
          history = record(history, designs[i]!, to, `Step ${i}`)
        })
        const steps = history.past.length
        let at = { history, design: designs.at(-1)! }
        for (let i = 0; i < steps; i++) at = undo(at.history, at.design)!
        expect(at.design).toEqual(designs[0])
        expect(undo(at.history, at.design)).toBeNull()
        for (let i = 0; i < steps; i++) at = redo(at.history, at.design)!
        expect(at.design).toEqual(designs.at(-1))
        expect(at.history).toEqual(history)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})
