import { describe, expect, test } from 'vitest'
import { ref } from '../design/resource.ts'
import { contains, equal, everything, only, packets, union } from '../net/packet-set.ts'
import type { Flow, FlowEnd } from './answer.ts'
import { isAnswered, judge, verdictFor } from './judge.ts'
import type { Program } from './program.ts'
import {
  about,
  always,
  blocked,
  delivered,
  packet,
  rule,
  tiny,
  unknown,
  valueOf,
} from './tiny.test-helper.ts'

const one = packet('10.0.0.1:40000 -> 10.0.0.2:443')
const many = packets({
  family: 4,
  protocols: [6, 6],
  sources: [one.source, one.source],
  destinations: [one.destination, one.destination],
  sourcePorts: [32768, 60999],
  destinationPorts: [443, 443],
  marks: [0, 0],
})

const end = (name: string): FlowEnd => ({
  at: ref(name),
  label: name,
  origins: [],
  addresses: [],
  receivers: [name],
  ephemeral: { first: 32768, last: 60999 },
  notes: [],
})

const flow = (asked = many): Flow => ({
  from: end('client'),
  to: end('server'),
  start: 'out',
  cause: ref('client'),
  asked,
  manyPorts: false,
})

/** client → out → there → server, and back: server → back → home → client. */
function way(replaced: Parameters<typeof tiny>[0] = {}): Program {
  return tiny({
    out: { onward: 'there' },
    there: { otherwise: always(delivered('server', 'back')) },
    back: { onward: 'home' },
    home: { otherwise: always(delivered('client')) },
    ...replaced,
  })
}

const low = packets({ sourcePorts: [0, 39999] })
const lowBack = packets({ destinationPorts: [0, 39999] })

describe('the verdict', () => {
  test.each<[string, Program, string]>([
    ['all get there and back', way(), 'reachable'],
    ['none get there', way({ out: { otherwise: always(blocked('wall')) } }), 'blocked'],
    ['none come back', way({ back: { otherwise: always(blocked('wall')) } }), 'one-way'],
    [
      'some get there',
      way({ out: { rules: [rule('low', low, blocked('wall'))], onward: 'there' } }),
      'partial',
    ],
    [
      'some come back',
      way({ back: { rules: [rule('low', lowBack, blocked('wall'))], onward: 'home' } }),
      'partial',
    ],
    ['nobody knows whether they get there', way({ out: { otherwise: always(unknown('fog')) } }), 'unknown'],
    ['nobody knows whether they come back', way({ back: { otherwise: always(unknown('fog')) } }), 'unknown'],
    [
      'what is known gets there, and of the rest nobody knows',
      way({ out: { rules: [rule('low', low, unknown('fog'))], onward: 'there' } }),
      'partial',
    ],
    ['another receives them', way({ there: { otherwise: always(delivered('other', 'back')) } }), 'blocked'],
    ['the reply comes to another', way({ home: { otherwise: always(delivered('other')) } }), 'one-way'],
    ['they go round for ever', way({ there: { onward: 'out' } }), 'blocked'],
    ['nothing can stop the answer', way({ there: { otherwise: always(delivered('server')) } }), 'reachable'],
    [
      'the reply comes from another address than was asked',
      way({
        back: { otherwise: always('onward', { rewrite: { source: valueOf('192.0.2.9') } }), onward: 'home' },
      }),
      'one-way',
    ],
  ])('%s', (_name, program, verdict) => {
    expect(judge(program, flow()).verdict).toBe(verdict)
    expect(verdictFor(program, flow())).toBe(verdict)
  })
})

describe('the rest of a partial answer', () => {
  const lowest = packets({ sourcePorts: [0, 35000] })
  const some = (...rules: Parameters<typeof rule>[]) =>
    way({ out: { rules: rules.map((parts) => rule(...parts)), onward: 'there' } })
  test.each<[string, Program, string | null, readonly string[]]>([
    ['is stopped', some(['low', low, blocked('wall')]), 'stopped', ['tiny/wall']],
    ['is not known', some(['low', low, unknown('fog')]), 'unknown', ['tiny/fog']],
    [
      'is some of each',
      some(['lowest', lowest, blocked('wall')], ['low', low, unknown('fog')]),
      'mixed',
      ['tiny/fog', 'tiny/wall'],
    ],
    [
      'is not known on its way back',
      way({ back: { rules: [rule('low', lowBack, unknown('fog'))], onward: 'home' } }),
      'unknown',
      ['tiny/fog'],
    ],
    ['is nothing', way(), null, []],
    ['is everything', way({ out: { otherwise: always(unknown('fog')) } }), null, ['tiny/fog']],
  ])('%s', (_name, program, rest, codes) => {
    const answer = judge(program, flow())
    expect([answer.rest, answer.blockers.map(({ reason }) => reason.code).toSorted()]).toEqual([rest, codes])
  })
})

test('a translation whose replies get back on some of its ports only is partial', () => {
  const program = way({
    out: {
      otherwise: always('onward', {
        rewrite: { source: valueOf('192.0.2.1'), sourcePorts: { first: 1024, last: 65535 } },
      }),
      opens: 'nat',
      onward: 'there',
    },
    back: {
      rules: [rule('low', packets({ destinationPorts: [1024, 2000] }), blocked('wall'))],
      onward: 'put-back',
    },
    'put-back': {
      returns: { owner: 'nat', next: 'onward' },
      otherwise: always(blocked('stranger')),
      onward: 'home',
    },
  })
  const answer = judge(program, flow())
  expect(answer.verdict).toBe('partial')
  expect(answer.blockers.map(({ direction, reason }) => [direction, reason.code])).toEqual([
    ['reply', 'tiny/wall'],
  ])
})

describe('the shares', () => {
  test('part what was asked', () => {
    const program = way({ back: { rules: [rule('low', lowBack, blocked('wall'))], onward: 'home' } })
    const answer = judge(program, flow())
    expect(equal(union(answer.passes, answer.fails), many)).toBe(true)
    expect(contains(answer.passes, one)).toBe(true)
    expect(contains(answer.fails, { ...one, sourcePort: 39999 })).toBe(true)
  })

  test('agree with one packet there and back', () => {
    const program = way({ out: { rules: [rule('low', low, blocked('wall'))], onward: 'there' } })
    for (const sourcePort of [32768, 39999, 40000, 60999])
      expect(isAnswered(program, flow(), { ...one, sourcePort })).toBe(
        contains(judge(program, flow()).passes, { ...one, sourcePort }),
      )
  })

  test('tell which ports are open where many were asked', () => {
    const program = way({
      out: {
        rules: [rule('web', about({ port: 443 }), 'onward'), rule('ssh', about({ port: 22 }), 'onward')],
        otherwise: always(blocked('wall')),
        onward: 'there',
      },
    })
    const asked = packets({
      family: 4,
      protocols: [6, 6],
      sources: [one.source, one.source],
      destinations: [one.destination, one.destination],
      sourcePorts: [40000, 40000],
      marks: [0, 0],
    })
    const answer = judge(program, { ...flow(asked), manyPorts: true })
    expect(answer.open).toEqual([
      { protocol: 6, ports: { first: 22, last: 22 } },
      { protocol: 6, ports: { first: 443, last: 443 } },
    ])
  })
})

describe('the witness', () => {
  test('of a partial answer is one that fails on its way back', () => {
    const answer = judge(
      way({ back: { rules: [rule('low', lowBack, blocked('wall', 'onward'))], onward: 'home' } }),
      flow(),
    )
    expect(answer.replied).toBe(false)
    expect(answer.request.hops[0].arrived.sourcePort).toBeLessThan(40000)
    expect(answer.blockers.map(({ direction, reason }) => [direction, reason.code])).toEqual([
      ['reply', 'tiny/wall'],
    ])
  })

  test('of a reachable one is seen by the server as it was sent', () => {
    const answer = judge(way(), flow())
    expect(answer.seenAs?.source).toBe(one.source)
    expect(answer.receiver).toEqual(ref('server'))
    expect(answer.reply?.hops.at(-1)?.steps.at(-1)).toMatchObject({ receiver: ref('client') })
  })

  test('of a translated one is seen as the translation', () => {
    const program = way({
      out: {
        otherwise: always('onward', { rewrite: { source: valueOf('192.0.2.1') } }),
        opens: 'nat',
        onward: 'there',
      },
      back: {
        returns: { owner: 'nat', next: 'onward' },
        otherwise: always(blocked('stranger')),
        onward: 'home',
      },
    })
    const answer = judge(program, flow())
    expect(answer.verdict).toBe('reachable')
    expect(answer.seenAs?.source).toBe(valueOf('192.0.2.1'))
  })
})

describe('the blockers', () => {
  test('are all those on the way there and back, request first', () => {
    const program = way({
      out: { otherwise: always(blocked('wall', 'onward')), onward: 'there' },
      back: { otherwise: always(blocked('fence', 'onward')), onward: 'home' },
      home: { otherwise: always(unknown('fog')) },
    })
    const answer = judge(program, flow(only(one)))
    expect(answer.verdict).toBe('blocked')
    expect(answer.blockers.map(({ direction, reason, hop }) => [direction, reason.code, hop])).toEqual([
      ['request', 'tiny/wall', 0],
      ['reply', 'tiny/fence', 2],
      ['reply', 'tiny/fog', 3],
    ])
  })

  test('name who received what was meant for another', () => {
    const answer = judge(way({ there: { otherwise: always(delivered('other', 'back')) } }), flow(only(one)))
    expect(answer.blockers.map(({ reason }) => reason.code)).toEqual(['forwarding/delivered-elsewhere'])
    expect(answer.delivered).toBe(false)
  })

  test('name a reply that its client cannot know', () => {
    const program = way({
      back: { otherwise: always('onward', { rewrite: { source: valueOf('192.0.2.9') } }), onward: 'home' },
    })
    expect(judge(program, flow(only(one))).blockers.map(({ reason }) => reason.code)).toEqual([
      'internet/wrong-way-back',
    ])
  })

  test('are none where all goes well', () => {
    expect(judge(way(), flow()).blockers).toEqual([])
  })
})

test('what is taken for granted anywhere is told', () => {
  const assumes = { code: 'tiny/assumed', phrase: ['so it is'] } as const
  const program = way({ back: { rules: [rule('any', everything, 'onward', { assumes })], onward: 'home' } })
  expect(judge(program, flow()).assumptions).toEqual([assumes])
})
