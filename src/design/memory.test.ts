import { expect, test } from 'vitest'
import { Memory } from './memory.ts'

/** Inputs that are read by name, and a count of what was computed. */
function desk(memory = new Memory(), values: Record<string, number> = { a: 1, b: 2 }) {
  const log: string[] = []
  const read = (input: string) => {
    memory.note(input)
    return values[input] ?? 0
  }
  const sum = memory.shelf('sum', (name) => {
    log.push(name)
    return name.split('').reduce((total, input) => total + read(input), 0)
  })
  const parity = () =>
    memory.memo('parity', 'ab', () => {
      log.push('parity')
      return sum('ab') % 2 === 0 ? 'even' : 'odd'
    })
  return { memory, sum, parity, log, read }
}

test('a value is computed once', () => {
  const { sum, log } = desk()
  expect([sum('ab'), sum('ab')]).toEqual([3, 3])
  expect(log).toEqual(['ab'])
})

test('after an edit only what read the change is computed again', () => {
  const { memory, sum } = desk()
  sum('a')
  sum('b')
  const after = desk(memory.handOver(['a']), { a: 5, b: 2 })
  expect([after.sum('a'), after.sum('b')]).toEqual([5, 2])
  expect(after.log).toEqual(['a'])
})

test('a change is not forgotten by what nobody asked for in between', () => {
  const { memory, parity } = desk()
  parity()
  const second = desk(memory.handOver(['a']), { a: 2, b: 2 })
  const third = desk(second.memory.handOver(['c']), { a: 2, b: 2, c: 9 })
  expect(third.parity()).toBe('even')
})

test('what was computed from a value is computed again with it', () => {
  const { memory, parity } = desk()
  expect(parity()).toBe('odd')
  const after = desk(memory.handOver(['a']), { a: 4, b: 2 })
  expect(after.parity()).toBe('even')
  expect(after.log.toSorted()).toEqual(['ab', 'parity'])
})

test('but stands where that comes out the same', () => {
  const { memory, parity } = desk()
  parity()
  const after = desk(memory.handOver(['a', 'b']), { a: 2, b: 1 })
  expect(after.parity()).toBe('odd')
  expect(after.log).toEqual(['ab'])
})

test('a value that comes and goes again is not taken for one that stayed', () => {
  const { memory, parity, sum } = desk()
  parity()
  const second = desk(memory.handOver(['a']), { a: 2, b: 2 })
  expect(second.sum('ab')).toBe(4)
  const third = desk(second.memory.handOver(['a']), { a: 1, b: 2 })
  expect([third.sum('ab'), third.parity()]).toEqual([3, 'odd'])
  expect(sum('ab')).toBe(3)
})

test('who hands over is empty, and computes for itself', () => {
  const { memory, sum, log } = desk()
  sum('a')
  memory.handOver(['a'])
  expect(sum('a')).toBe(1)
  expect(log).toEqual(['a', 'a'])
})

test('what is run for its effects counts as read by whoever says so', () => {
  const memory = new Memory()
  const { read } = desk(memory)
  const effects = memory.run(() => read('a'))
  const value = () =>
    memory.memo('value', '', () => {
      effects()
      return {}
    })
  const first = value()
  expect(value()).toBe(first)
  const untouched = memory.handOver(['b'])
  expect(untouched.memo('value', '', () => ({ new: true }))).toBe(first)
  expect(untouched.handOver(['a']).memo('value', '', () => ({ new: true }))).toEqual({ new: true })
})

test('what was run here and handed over is not taken for checked here', () => {
  const memory = new Memory()
  const { read } = desk(memory)
  const effects = memory.run(() => read('a'))
  const value = (of: Memory) =>
    of.memo('value', '', () => {
      effects()
      return read('b')
    })
  value(memory)
  value(memory.handOver(['c']))
  value(memory)
  expect(memory.handOver(['a']).memo('value', '', () => 'new')).toBe('new')
})

test('a computation that fails is not kept, nor what it read given to others', () => {
  const { memory, read } = desk()
  const fail = () =>
    memory.memo('fails', '', () => {
      read('a')
      throw new Error('no')
    })
  expect(fail).toThrow('no')
  expect(memory.memo('fails', '', () => 1)).toBe(1)
  expect(memory.handOver(['a']).memo('fails', '', () => 2)).toBe(1)
})
