import { describe, expect, test } from 'vitest'
import { ref } from '../design/resource.ts'
import { everything } from '../net/packet-set.ts'
import { reverse } from '../net/packet.ts'
import {
  about,
  always,
  blocked,
  delivered,
  packet,
  rule,
  tiny,
  to,
  unknown,
  valueOf,
} from './tiny.test-helper.ts'
import { trace } from './trace.ts'
import type { Trace } from './trace-types.ts'

const asked = packet('10.0.0.1:40000 -> 10.0.0.2:443')
const end = { otherwise: always(delivered('end')) }

const stepsOf = (told: Trace) =>
  told.hops.flatMap(({ at, steps }) => steps.map((step) => `${at.resource} ${step.kind}`))

describe('within a stage', () => {
  test('the first rule that matches decides, though a later one is narrower', () => {
    const program = tiny({
      start: {
        rules: [
          rule('other', about({ to: '10.0.0.9' }), blocked('other')),
          rule('port', about({ port: 443 }), blocked('port')),
          rule('exact', about({ to: '10.0.0.2', port: 443 }), delivered('end')),
        ],
        otherwise: always(delivered('end')),
      },
    })
    expect(trace(program, 'start', asked).last).toMatchObject({
      disposition: 'blocked',
      reason: { code: 'tiny/port' },
      cause: ref('rules', 'port'),
    })
  })

  test('an earlier list comes before a later one', () => {
    const first = [rule('first', everything, blocked('first'))]
    const second = [rule('second', everything, blocked('second'))]
    expect(trace(tiny({ start: { lists: [first, second] } }), 'start', asked).last.reason.code).toBe(
      'tiny/first',
    )
    expect(trace(tiny({ start: { lists: [[], second, first] } }), 'start', asked).last.reason.code).toBe(
      'tiny/second',
    )
  })

  test('what no rule matches goes the other way', () => {
    const program = tiny({
      start: { rules: [rule('ssh', about({ port: 22 }), blocked('ssh'))], otherwise: always(to('end')) },
      end,
    })
    expect(trace(program, 'start', asked).last.disposition).toBe('delivered')
  })

  test('a filter tells which rule let it pass, and which default did not', () => {
    const role = { does: 'filter', filters: [ref('wall')], direction: 'inbound' } as const
    const program = tiny({
      start: {
        role,
        rules: [rule('web', about({ port: 443 }), 'onward')],
        otherwise: always(blocked('default')),
        onward: 'end',
      },
      end,
    })
    expect(trace(program, 'start', asked).trace.hops[0].steps[0]).toMatchObject({
      action: 'allow',
      rule: ref('rules', 'web'),
    })
    expect(trace(program, 'start', { ...asked, destinationPort: 22 }).trace.hops[0].steps[0]).toMatchObject({
      action: 'deny',
      rule: 'default',
    })
  })

  test('a route tells which others would have matched', () => {
    const program = tiny({
      start: {
        role: { does: 'route', table: ref('table') },
        rules: [
          rule('host', about({ to: '10.0.0.2' }), to('end')),
          rule('elsewhere', about({ to: '10.0.0.9' }), to('end')),
          rule('default', everything, to('end')),
        ],
      },
      end,
    })
    expect(trace(program, 'start', asked).trace.hops[0].steps[0]).toMatchObject({
      route: ref('rules', 'host'),
      shadowed: [ref('rules', 'default')],
    })
  })
})

describe('from stage to stage', () => {
  test('a list that stages share leads onward from each of them', () => {
    const shared = [rule('all', everything, 'onward')]
    const program = tiny({
      a: { lists: [shared], onward: 'b' },
      b: { lists: [shared], onward: 'c' },
      c: end,
    })
    expect(trace(program, 'a', asked).trace.stages).toEqual(['a', 'b', 'c'])
    expect(trace(program, 'b', asked).trace.stages).toEqual(['b', 'c'])
  })

  test('onward of a stage that has none is a programmer’s mistake', () => {
    expect(() => trace(tiny({ start: {} }), 'start', asked)).toThrow('onward of stage start')
  })

  test('a rewrite is seen by what follows, and told as a translation', () => {
    const program = tiny({
      start: {
        role: { does: 'translate' },
        rules: [rule('map', everything, 'onward', { rewrite: { destination: valueOf('10.0.0.7') } })],
        onward: 'check',
      },
      check: { rules: [rule('old', about({ to: '10.0.0.2' }), blocked('old'))], onward: 'end' },
      end,
    })
    const traced = trace(program, 'start', asked)
    expect(traced.packet.destination).toBe(valueOf('10.0.0.7'))
    expect(stepsOf(traced.trace)).toEqual(['start translate', 'end end'])
  })

  test('a translation that changes nothing is told as carrying on', () => {
    const program = tiny({ start: { role: { does: 'translate' }, onward: 'end' }, end })
    expect(stepsOf(trace(program, 'start', asked).trace)).toEqual(['start forward', 'end end'])
  })

  test('a port is chosen from the range, the preferred one where it may be', () => {
    const program = tiny({
      start: {
        rules: [rule('map', everything, 'onward', { rewrite: { sourcePorts: { first: 1024, last: 2048 } } })],
        onward: 'end',
      },
      end,
    })
    expect(trace(program, 'start', asked).packet.sourcePort).toBe(1024)
    expect(trace(program, 'start', asked, { preferPort: 2000 }).packet.sourcePort).toBe(2000)
    expect(trace(program, 'start', asked, { preferPort: 9 }).packet.sourcePort).toBe(1024)
  })

  test('stages at the same resource are one hop, and those that only pass leave none', () => {
    const forward = { role: { does: 'forward' } as const }
    const program = tiny({
      a: { ...forward, at: ref('box'), onward: 'b' },
      b: { ...forward, at: ref('box'), onward: 'c' },
      c: { at: ref('silent'), onward: 'd' },
      d: { ...end, at: ref('last') },
    })
    expect(trace(program, 'a', asked).trace.hops.map(({ at, steps }) => [at.resource, steps.length])).toEqual(
      [
        ['box', 2],
        ['last', 1],
      ],
    )
  })

  test('where it starts from is the first step', () => {
    expect(stepsOf(trace(tiny({ start: end }), 'start', asked, { origin: ref('me') }).trace)).toEqual([
      'start originate',
      'start end',
    ])
  })

  test('what is taken for granted is told once', () => {
    const assumes = { code: 'tiny/assumed', phrase: ['so it is'] } as const
    const outcome = always('onward', { assumes })
    const program = tiny({
      a: { otherwise: outcome, onward: 'b' },
      b: { otherwise: outcome, onward: 'end' },
      end,
    })
    expect(trace(program, 'a', asked).trace.assumptions).toEqual([assumes])
  })
})

describe('loops end', () => {
  test('where the packet comes back to a stage unchanged', () => {
    const program = tiny({ a: { onward: 'b' }, b: { onward: 'a' } })
    const { last, trace: told } = trace(program, 'a', asked)
    expect(last.reason.code).toBe('forwarding/loop')
    expect(told.stages).toEqual(['a', 'b', 'a'])
  })

  test('and not where it comes back as another packet', () => {
    const program = tiny({
      a: {
        rules: [rule('done', about({ to: '10.0.0.7' }), delivered('end'))],
        otherwise: always('onward', { rewrite: { destination: valueOf('10.0.0.7') } }),
        onward: 'a',
      },
    })
    expect(trace(program, 'a', asked).last.disposition).toBe('delivered')
  })

  test('or with another mark', () => {
    const program = tiny({ a: { otherwise: always('onward', { rewrite: { mark: 3 } }), onward: 'a' } })
    expect(trace(program, 'a', asked).trace.stages).toEqual(['a', 'a', 'a'])
  })

  test('also beyond a blocker', () => {
    const program = tiny({
      a: { otherwise: always(blocked('wall', 'onward')), onward: 'b' },
      b: { otherwise: always(blocked('fence', 'onward')), onward: 'a' },
    })
    const traced = trace(program, 'a', asked, { carryOn: true })
    expect(traced.last.reason.code).toBe('forwarding/loop')
  })
})

describe('carrying on', () => {
  const program = tiny({
    a: { otherwise: always(blocked('wall', 'onward')), onward: 'b' },
    b: { otherwise: always(blocked('fence', 'd')), onward: 'c' },
    c: end,
    d: { otherwise: always(delivered('meant')) },
  })

  test('without it the first blocker is the end', () => {
    const { trace: told, last } = trace(program, 'a', asked)
    expect(told.beyond).toBeUndefined()
    expect(last.reason.code).toBe('tiny/wall')
  })

  test('tells what lies beyond every blocker, each on the way it stopped', () => {
    const { trace: told, last } = trace(program, 'a', asked, { carryOn: true })
    expect([told.stages, told.beyond?.stages, told.beyond?.beyond?.stages]).toEqual([['a'], ['b'], ['d']])
    expect(last).toMatchObject({ disposition: 'delivered', receiver: ref('meant') })
  })

  test('stops where nothing says where it was meant to go', () => {
    const blind = tiny({
      a: { otherwise: always(blocked('wall', 'b')) },
      b: { otherwise: always(unknown('fog')) },
    })
    const { trace: told, last } = trace(blind, 'a', asked, { carryOn: true })
    expect(told.beyond?.beyond).toBeUndefined()
    expect(last.disposition).toBe('not-modelled')
  })
})

describe('replies', () => {
  const program = tiny({
    out: {
      rules: [
        rule('map', everything, 'onward', {
          rewrite: { source: valueOf('192.0.2.1'), sourcePorts: { first: 1024, last: 65535 } },
        }),
      ],
      opens: 'translator',
      onward: 'far',
    },
    far: { otherwise: always(delivered('far', 'back')) },
    back: {
      returns: { owner: 'translator', next: 'onward', mark: 3 },
      otherwise: always(blocked('stranger')),
      onward: 'home',
    },
    home: { otherwise: always(delivered('home')) },
  })
  const request = trace(program, 'out', asked)

  test('skip the rules, and get back what was rewritten', () => {
    const reply = trace(program, 'back', reverse(request.packet), { sessions: request.sessions })
    expect(reply.last.receiver).toEqual(ref('home'))
    expect(reply.packet).toEqual({ ...reverse(asked), mark: 3 })
  })

  test('of another flow are strangers', () => {
    const other = { ...reverse(request.packet), destinationPort: 9 }
    expect(trace(program, 'back', other, { sessions: request.sessions }).last.reason.code).toBe(
      'tiny/stranger',
    )
    expect(trace(program, 'back', reverse(request.packet)).last.reason.code).toBe('tiny/stranger')
  })

  test('do not answer what they open themselves', () => {
    const circle = tiny({
      a: { opens: 'me', onward: 'b' },
      b: { returns: { owner: 'me', next: 'onward' }, otherwise: always(blocked('stranger')), onward: 'c' },
      c: end,
    })
    const same = packet('10.0.0.1:5 -> 10.0.0.1:5')
    expect(trace(circle, 'a', same).last.reason.code).toBe('tiny/stranger')
  })
})
