// reach() as the sibling of trace(): by hand, and on random programs.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  equal,
  everything,
  intersect,
  isEmpty,
  nothing,
  only,
  packets,
  pick,
  reversePackets,
  subtract,
  union,
  type PacketSet,
} from '../net/packet-set.ts'
import { reverse } from '../net/packet.ts'
import type { Program } from './program.ts'
import { reach, type Reach } from './reach.ts'
import { randomPackets, randomProgram } from './random-program.test-helper.ts'
import { about, always, blocked, delivered, packet, rule, tiny, to, valueOf } from './tiny.test-helper.ts'
import { trace } from './trace.ts'

const SEED = 240117
const RUNS = 150
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: RUNS }), 60_000)

const asked = packet('10.0.0.1:40000 -> 10.0.0.2:443')
const end = { otherwise: always(delivered('end')) }
const told = ({ shares }: Reach) => shares.map(({ end: at }) => at.reason.code)
const total = ({ shares }: Reach): PacketSet => shares.map((share) => share.packets).reduce(union, nothing)

describe('by hand', () => {
  test('a rule takes its part, and the rest goes on', () => {
    const program = tiny({
      start: { rules: [rule('ssh', about({ port: 22 }), blocked('ssh'))], otherwise: always(to('end')) },
      end,
    })
    const all = reach(program, 'start', everything)
    expect(told(all).toSorted()).toEqual(['tiny/delivered', 'tiny/ssh'])
    expect(equal(total(all), everything)).toBe(true)
    expect(isEmpty(intersect(all.shares[0]!.packets, all.shares[1]!.packets))).toBe(true)
  })

  test('what comes to a stage by two ways is counted once', () => {
    const program = tiny({
      start: {
        rules: [rule('left', about({ port: 22 }), to('left')), rule('right', everything, to('right'))],
      },
      left: { onward: 'end' },
      right: { onward: 'end' },
      end,
    })
    const all = reach(program, 'start', everything)
    expect(all.shares.length).toBe(1)
    expect(equal(all.arrived.get('end')!, everything)).toBe(true)
  })

  test('what goes round for ever is in no share, and reach ends', () => {
    const program = tiny({
      a: { rules: [rule('out', about({ port: 22 }), delivered('end'))], otherwise: always(to('b')) },
      b: { onward: 'a' },
    })
    const all = reach(program, 'a', everything)
    expect(equal(total(all), about({ port: 22 }))).toBe(true)
  })

  test('a rewrite is seen by what follows', () => {
    const program = tiny({
      start: { otherwise: always('onward', { rewrite: { source: valueOf('192.0.2.1') } }), onward: 'end' },
      end,
    })
    const [share] = reach(program, 'start', only(asked)).shares
    expect(pick(share!.packets)).toEqual({ ...asked, source: valueOf('192.0.2.1') })
  })

  test('replies use the sessions of the request, and none of their own', () => {
    const program = tiny({
      out: { opens: 'me', onward: 'far' },
      far: { otherwise: always(delivered('far', 'back')) },
      back: {
        opens: 'me',
        returns: { owner: 'me', next: 'onward' },
        otherwise: always(blocked('stranger')),
        onward: 'home',
      },
      home: { otherwise: always(delivered('home')) },
    })
    const request = reach(program, 'out', only(asked))
    const strangers = packets({ family: 4, destinations: [1, 1] })
    const reply = reach(program, 'back', union(reversePackets(only(asked)), strangers), request.sessions)
    const home = reply.shares.find((share) => share.end.receiver?.resource === 'home')
    expect(equal(home!.packets, reversePackets(only(asked)))).toBe(true)
    const rest = reply.shares.find((share) => share !== home)
    expect(equal(rest!.packets, strangers)).toBe(true)
    expect(told(reach(program, 'back', strangers))).toEqual(['tiny/stranger'])
  })

  test('what is taken for granted is told only where a packet met it', () => {
    const assumes = { code: 'tiny/assumed', phrase: ['so it is'] } as const
    const program = tiny({
      start: {
        rules: [rule('ssh', about({ port: 22 }), to('end'), { assumes })],
        otherwise: always(to('end')),
      },
      end,
    })
    expect(reach(program, 'start', only(asked)).assumptions).toEqual([])
    expect(reach(program, 'start', everything).assumptions).toEqual([assumes])
  })
})

describe('on random programs', () => {
  const given = fc.tuple(randomProgram({ rewrites: true, sessions: true }), randomPackets)
  const plain = fc.tuple(randomProgram({ rewrites: false, sessions: false }), randomPackets)

  holds(
    'a packet traced ends in the share that holds it',
    fc.property(given, ([program, list]) => {
      for (const one of list) expectSame(program, 'start', one)
    }),
  )

  holds(
    'the shares of a set hold what is traced of it',
    fc.property(given, ([program, list]) => {
      const all = reach(program, 'start', list.map(only).reduce(union, nothing))
      for (const one of list) {
        const traced = trace(program, 'start', one)
        if (traced.last.reason.code === 'forwarding/loop') continue
        const share = all.shares.find(
          ({ cause, packets: held }) =>
            cause.part === traced.last.cause.part && contains(held, traced.packet),
        )
        expect(share?.end.disposition).toBe(traced.last.disposition)
      }
    }),
  )

  holds(
    'where nothing is rewritten, the shares part what was asked among them, but for what goes round',
    fc.property(plain, ([program, list]) => {
      const set = list.map(only).reduce(union, nothing)
      const all = reach(program, 'start', set)
      all.shares.forEach((one, i) => {
        for (const other of all.shares.slice(i + 1))
          expect(isEmpty(intersect(one.packets, other.packets))).toBe(true)
      })
      expect(isEmpty(subtract(total(all), set))).toBe(true)
      const lost = subtract(set, total(all))
      for (const one of list)
        expect(contains(lost, one)).toBe(trace(program, 'start', one).last.reason.code === 'forwarding/loop')
    }),
  )

  holds(
    'the reply to one packet ends in the share that holds it',
    fc.property(given, ([program, list]) => {
      for (const one of list) {
        const request = trace(program, 'start', one)
        if (request.answers === undefined) continue
        const sets = reach(program, 'start', only(one))
        const reply = trace(program, request.answers, reverse(request.packet), { sessions: request.sessions })
        if (reply.last.reason.code === 'forwarding/loop') continue
        const shares = reach(
          program,
          request.answers,
          reversePackets(only(request.packet)),
          sets.sessions,
        ).shares
        const holding = shares.filter(({ packets: held }) => contains(held, reply.packet))
        expect(holding.map(({ cause }) => cause.part)).toContain(reply.last.cause.part)
      }
    }),
  )
})

function expectSame(program: Program, start: string, one: ReturnType<typeof packet>): void {
  const traced = trace(program, start, one)
  const { shares } = reach(program, start, only(one))
  if (traced.last.reason.code === 'forwarding/loop') {
    expect(shares.some(({ cause }) => cause.part === traced.last.cause.part)).toBe(false)
    return
  }
  const holding = shares.filter(({ packets: held }) => contains(held, traced.packet))
  expect(holding.map(({ stage, cause }) => [stage, cause])).toContainEqual([
    traced.trace.stages.at(-1),
    traced.last.cause,
  ])
}
