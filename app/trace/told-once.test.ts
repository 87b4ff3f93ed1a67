import { expect, test } from 'vitest'
import type { Mending } from '../analysis/mending.ts'
import type { Answer, Blocker, Fix } from '../library.ts'
import { toldOnce } from './told-once.ts'

const blocker = (code: Blocker['reason']['code'], at: string, part?: string) =>
  ({
    reason: { code, phrase: [] },
    cause: { resource: at, ...(part === undefined ? {} : { part }) },
    at: { resource: at },
  }) as unknown as Blocker

const answer = (...blockers: readonly Blocker[]) => ({ blockers }) as unknown as Answer

const mending = (...ids: readonly string[]): Mending => ({
  all: null,
  fixes: ids.map((id) => [
    {
      fix: { title: [], change: { added: {}, updated: {}, removed: { [id]: {} } } } as unknown as Fix,
      opens: null,
    },
  ]),
})

test('a machine that is off stops both ways, and is told once', () => {
  const off = blocker('instance/not-running', 'app-1')
  expect(toldOnce(answer(off, off), null)).toEqual([0])
  expect(toldOnce(answer(off, off), mending('start', 'start'))).toEqual([0])
})

test('a rule that stops both ways is told twice, where each needs a fix of its own', () => {
  const rule = blocker('network-acl/denied-inbound', 'subnet-1', 'inbound.*')
  expect(toldOnce(answer(rule, rule), mending('port 443', 'ports of clients'))).toEqual([0, 1])
})

test('two machines are two things', () => {
  const [one, other] = ['a', 'b'].map((id) => blocker('instance/not-running', id))
  expect(toldOnce(answer(one!, other!), null)).toEqual([0, 1])
})
