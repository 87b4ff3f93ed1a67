import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDesign, place, rename, type Design } from '../library.ts'
import { useStore } from './index.ts'

const state = () => useStore.getState()

function added(design: Design, kind: string, parent: string | null): { design: Design; id: string } {
  const placed = place(design, kind, parent)
  if (!placed.ok) throw new Error(`${kind} was refused`)
  return placed
}

/** A subnet with so many instances. */
function machines(count: number): { design: Design; ids: readonly string[] } {
  const vpc = added(emptyDesign, 'vpc', null)
  const subnet = added(vpc.design, 'subnet', vpc.id)
  const ids: string[] = []
  let { design } = subnet
  while (ids.length < count) {
    const one = added(design, 'instance', subnet.id)
    design = one.design
    ids.push(one.id)
  }
  return { design, ids }
}

beforeEach(() => useStore.setState(useStore.getInitialState(), true))

describe('editing', () => {
  test('an edit can be undone and redone', () => {
    state().edit('Add VPC', (design) => added(design, 'vpc', null).design)
    const after = state().design
    expect(state().canUndo).toBe(true)
    state().undo()
    expect(state().design.resources).toEqual(emptyDesign.resources)
    state().redo()
    expect(state().design).toEqual(after)
  })

  test('a question goes on about what it named, also when that is renamed', () => {
    const { design, ids } = machines(2)
    const [a = '', b = ''] = ids
    const name = design.resources[a]?.name ?? ''
    state().open({ ...design, question: { ...state().question, from: name } })
    expect(state().question).toMatchObject({ from: a, to: 'internet' })
    state().ask({ to: design.resources[b]?.name ?? '' })
    expect(state().question.to).toBe(b)
    state().edit('Rename', (before) => rename(before, b, name))
    state().ask({ from: name })
    expect(state().question.from).toBe(name)
  })

  test('an edit that changes nothing leaves no step behind', () => {
    state().edit('Nothing', (design) => ({ ...design }))
    expect(state().canUndo).toBe(false)
  })

  test('edits of one group are one step', () => {
    const { design, id } = added(emptyDesign, 'vpc', null)
    state().open(design)
    for (const name of ['a', 'ab', 'abc'])
      state().edit('Rename', (before) => rename(before, id, name), 'typing')
    expect(state().history.past).toHaveLength(2)
    state().undo()
    expect(state().design.resources[id]?.name).toBe(design.resources[id]?.name)
  })

  test('opening another design is one step, and undo brings the first back', () => {
    const first = added(emptyDesign, 'vpc', null).design
    state().open(first, 'first')
    state().open(emptyDesign, 'second')
    expect(state().design.name).toBe('second')
    state().undo()
    expect(Object.keys(state().design.resources)).toEqual(Object.keys(first.resources))
    expect(state().design.name).toBe('first')
  })

  test('what is gone is no longer selected', () => {
    const { design, id } = added(emptyDesign, 'vpc', null)
    state().open(design)
    state().select([id])
    state().undo()
    expect(state().selection).toEqual([])
  })
})

describe('asking', () => {
  test('without a source the canvas is asked for one', () => {
    state().startTrace()
    expect(state().picking).toBe('from')
    state().pick('instance-1')
    expect(state()).toMatchObject({
      picking: null,
      tracing: true,
      question: { from: 'instance-1', to: 'internet' },
    })
  })

  test('the only machine there is, or the one that is selected, is the source', () => {
    const { design, ids } = machines(2)
    const [first = '', second = ''] = ids
    state().open(machines(1).design)
    state().startTrace()
    expect(state()).toMatchObject({ picking: null, question: { from: first } })

    state().open(design)
    state().startTrace()
    expect(state()).toMatchObject({ picking: 'from', question: { from: '' } })
    state().endTrace()
    state().select([second])
    state().startTrace()
    expect(state()).toMatchObject({ picking: null, question: { from: second } })
  })

  test('another tool ends the trace, the hand pans across it', () => {
    state().ask({ from: 'instance-1' })
    state().startTrace()
    state().setTool('hand')
    expect(state().tracing).toBe(true)
    state().setTool('select')
    expect(state()).toMatchObject({ tracing: false, tool: 'select' })
  })
})

describe('placing by keyboard', () => {
  test('goes into what is selected, and is selected then', () => {
    const { design, id } = added(emptyDesign, 'vpc', null)
    state().open(design)
    state().select([id])
    state().placeByClick('subnet', true)
    const [subnet] = state().selection
    expect(state().design.resources[subnet ?? '']?.kind).toBe('subnet')
  })

  test('what goes nowhere is said, and nothing changes', () => {
    state().placeByClick('instance', true)
    expect(state().canUndo).toBe(false)
    expect(state().toasts).toHaveLength(1)
  })

  test('what was said of a design goes with it', () => {
    state().placeByClick('instance', true)
    state().open(emptyDesign, 'another')
    expect(state().toasts).toEqual([])
  })
})
