import { describe, expect, test } from 'vitest'
import { say, type Reason } from '../design/phrase.ts'
import { emptyDesign, type Design } from '../design/design.ts'
import { difference } from '../design/change.ts'
import { ref, type FieldValue, type Resource } from '../design/resource.ts'
import { parseAddress } from '../net/address.ts'
import { nothing, packets } from '../net/packet-set.ts'
import type { Packet } from '../net/packet.ts'
import type { Answer, Blocker } from './answer.ts'
import { explain } from './explain.ts'
import { hopsOf } from './hops-of.ts'
import { openText } from './open-text.ts'
import type { Hop, Step, Trace } from './trace-types.ts'

const design: Design = {
  ...emptyDesign,
  resources: Object.fromEntries(
    [
      resource('app-1', 'instance', {}),
      resource('app-a', 'subnet', {}),
      resource('nat-a', 'nat-gateway', {}),
      resource('s3', 'gateway-endpoint', {}),
      resource('sg-app', 'security-group', {
        outbound: [{ id: 'r1', protocol: 'tcp', ports: '443', peer: '0.0.0.0/0' }],
        inbound: [{ id: 'r1', protocol: 'all', ports: 'all', peer: 'sg-app' }],
      }),
      resource('acl-app', 'network-acl', {
        outbound: [
          { id: 'r1', number: 100, action: 'allow', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' },
        ],
      }),
      resource('rt-app', 'route-table', {
        routes: [{ id: 'r1', destination: '0.0.0.0/0', target: 'nat-a', origin: 'static', state: 'active' }],
      }),
    ].map((one) => [one.id, one]),
  ),
}

const out = packet('10.0.10.11', 40000, '198.51.100.7', 443)
const translated = packet('10.0.0.20', 1024, '198.51.100.7', 443)
const denied: Reason = {
  code: 'network-acl/denied-outbound',
  phrase: say`${ref('acl-app')} outbound rule * denies it`,
}

describe('a step is told as', () => {
  test.each<[string, Step, string, string]>([
    [
      'originate',
      { kind: 'originate', by: ref('app-1') },
      'originates tcp 10.0.10.11:40000 -> 198.51.100.7:443',
      'would originate tcp 10.0.10.11:40000 -> 198.51.100.7:443',
    ],
    [
      'a numbered rule',
      filter('acl-app', 'outbound', 'allow', 'outbound.r1'),
      'acl-app outbound rule 100 allows it',
      'acl-app outbound rule 100 would allow it',
    ],
    [
      'the implied rule',
      filter('acl-app', 'inbound', 'deny', 'inbound.*'),
      'acl-app inbound rule * denies it',
      'acl-app inbound rule * would deny it',
    ],
    [
      "a group's rule",
      filter('sg-app', 'outbound', 'allow', 'outbound.r1'),
      'sg-app allows tcp 443 to 0.0.0.0/0',
      'sg-app would allow tcp 443 to 0.0.0.0/0',
    ],
    [
      'a rule that names a group',
      filter('sg-app', 'inbound', 'allow', 'inbound.r1'),
      'sg-app allows all from sg-app',
      'sg-app would allow all from sg-app',
    ],
    [
      'no rule',
      { ...filter('sg-app', 'inbound', 'deny', ''), rule: 'default' },
      'no inbound rule of sg-app allows it',
      'no inbound rule of sg-app would allow it',
    ],
    [
      'a route',
      route('routes.r1'),
      'rt-app sends 0.0.0.0/0 to nat-a',
      'rt-app would send 0.0.0.0/0 to nat-a',
    ],
    [
      'a local route',
      route('routes.local:10.0.0.0/16'),
      'rt-app keeps 10.0.0.0/16 local',
      'rt-app would keep 10.0.0.0/16 local',
    ],
    [
      "an endpoint's route",
      route('routes.s3'),
      'rt-app sends the addresses of its service to s3',
      'rt-app would send the addresses of its service to s3',
    ],
    [
      'no route',
      { kind: 'route', table: ref('rt-app'), route: 'none', shadowed: [] },
      'rt-app has no route for 198.51.100.7',
      'rt-app would have no route for 198.51.100.7',
    ],
    [
      'a translation',
      { kind: 'translate', by: ref('nat-a'), before: out, after: translated },
      'translates source 10.0.10.11:40000 to 10.0.0.20:1024',
      'would translate source 10.0.10.11:40000 to 10.0.0.20:1024',
    ],
    [
      'a translation of the address alone',
      {
        kind: 'translate',
        by: ref('nat-a'),
        before: out,
        after: packet('203.0.113.7', 40000, '198.51.100.7', 443),
      },
      'translates source 10.0.10.11 to 203.0.113.7',
      'would translate source 10.0.10.11 to 203.0.113.7',
    ],
    [
      'a session',
      { kind: 'session', owner: ref('nat-a'), action: 'matched' },
      'knows the session it answers, so no rule is asked',
      'would know the session it answers, so no rule is asked',
    ],
    ['carrying on', { kind: 'forward', over: ref('app-1') }, 'carries it on', 'would carry it on'],
    [
      'carrying on over another',
      { kind: 'forward', over: ref('nat-a') },
      'carries it on over nat-a',
      'would carry it on over nat-a',
    ],
    [
      'an end that is not known',
      {
        kind: 'end',
        disposition: 'not-modelled',
        reason: { code: 'a/b', phrase: say`${ref('nat-a')} is new` },
        cause: ref('nat-a'),
      },
      'unknown from here on: nat-a is new',
      'unknown from here on: nat-a is new',
    ],
  ])('%s', (_name, step, does, would) => {
    const told = traced(hop('app-1', out, [step]))
    const lineOf = (text: string, line: number) => text.split('\n')[line]?.replace(/^ +(app-1)? +/, '')
    expect(lineOf(explain(answer({ request: told }), design), 1)).toBe(does)
    const beyond = traced(hop('app-1', out, [blockedEnd]))
    const text = explain(answer({ request: { ...beyond, beyond: told } }), design)
    expect(lineOf(text, 2)).toBe(would)
  })
})

const blockedEnd: Step = {
  kind: 'end',
  disposition: 'blocked',
  reason: denied,
  cause: ref('acl-app', 'outbound.*'),
}
const delivered: Step = {
  kind: 'end',
  disposition: 'delivered',
  reason: { code: 'forwarding/delivered', phrase: say`delivered to ${ref('internet')}` },
  receiver: ref('internet'),
  cause: ref('internet'),
}
const blocker: Blocker = {
  direction: 'request',
  reason: denied,
  cause: ref('acl-app', 'outbound.*'),
  at: ref('app-a'),
  hop: 1,
  packet: out,
  disposition: 'blocked',
}

describe('an answer reads like a letter', () => {
  test('there and back', () => {
    const there = traced(
      hop('app-1', out, [
        { kind: 'originate', by: ref('app-1') },
        filter('sg-app', 'outbound', 'allow', 'outbound.r1'),
      ]),
      hop('app-a', out, [filter('acl-app', 'outbound', 'allow', 'outbound.r1'), route('routes.r1')]),
      hop('internet', translated, [delivered]),
    )
    const back = traced(
      hop('app-1', packet('198.51.100.7', 443, '10.0.10.11', 40000), [
        { kind: 'session', owner: ref('app-1'), action: 'matched' },
        {
          ...delivered,
          receiver: ref('app-1'),
          reason: { ...delivered.reason, phrase: say`delivered to ${ref('app-1')}` },
        },
      ]),
    )
    const notes: readonly Reason[] = [{ code: 'a/b', phrase: say`${ref('nat-a')} translates` }]
    expect(
      explain(
        answer({ request: there, reply: back, delivered: true, verdict: 'reachable', assumptions: notes }),
        design,
      ),
    ).toBe(
      `reachable
  app-1     originates tcp 10.0.10.11:40000 -> 198.51.100.7:443
            sg-app allows tcp 443 to 0.0.0.0/0
  app-a     acl-app outbound rule 100 allows it
            rt-app sends 0.0.0.0/0 to nat-a
  internet  receives tcp 10.0.0.20:1024 -> 198.51.100.7:443
reply tcp 198.51.100.7:443 -> 10.0.10.11:40000
  app-1     knows the session it answers, so no rule is asked
            receives tcp 198.51.100.7:443 -> 10.0.10.11:40000
assuming nat-a translates`,
    )
  })

  test('what stops it is said once, with its fix, and what lies beyond is marked', () => {
    const request: Trace = {
      ...traced(hop('app-a', out, [filter('acl-app', 'outbound', 'deny', 'outbound.*'), blockedEnd])),
      beyond: traced(hop('app-a', out, [route('routes.r1')]), hop('internet', out, [delivered])),
    }
    const fixes = [[{ title: say`Add rule 90 to ${ref('acl-app')}`, change: difference(design, design) }]]
    expect(explain(answer({ request, blockers: [blocker] }), design, fixes)).toBe(
      `blocked: network-acl/denied-outbound
  app-a     drops it: acl-app outbound rule * denies it
            fix: Add rule 90 to acl-app
            rt-app would send 0.0.0.0/0 to nat-a
  internet  would receive tcp 10.0.10.11:40000 -> 198.51.100.7:443`,
    )
  })

  test('the reply to what does not arrive is told where something would stop it', () => {
    const request = traced(hop('app-a', out, [blockedEnd]))
    const back = packet('198.51.100.7', 443, '10.0.10.11', 40000)
    const reply = traced(hop('app-a', back, [blockedEnd]))
    const last = (blockers: readonly Blocker[]) =>
      explain(answer({ request, reply, blockers }), design).split('\n').slice(2)
    expect(last([blocker])).toEqual(['the reply would come back'])
    expect(last([blocker, { ...blocker, direction: 'reply' }])).toEqual([
      'reply, had it arrived: tcp 198.51.100.7:443 -> 10.0.10.11:40000',
      '  app-a  would drop it: acl-app outbound rule * denies it',
    ])
  })

  test('a blocker that the way shown does not meet is told below it', () => {
    const request = traced(hop('internet', out, [delivered]))
    const sources = (first: number, last: number) =>
      packets({ family: 4, protocols: [6, 6], sourcePorts: [first, last] })
    const text = explain(
      answer({
        request,
        blockers: [blocker],
        verdict: 'partial',
        delivered: true,
        passes: sources(32768, 49999),
        fails: sources(50000, 60999),
      }),
      design,
    )
    expect(text).toBe(
      `partial: network-acl/denied-outbound
  internet  receives tcp 10.0.10.11:40000 -> 198.51.100.7:443
  app-a     for the rest: acl-app outbound rule * denies it
only with source ports 32768-49999, not with 50000-60999`,
    )
  })

  test('what is not known of the rest is said with the verdict', () => {
    const request = traced(hop('internet', out, [delivered]))
    const fog = { ...blocker, disposition: 'not-modelled' as const }
    const told = (rest: Answer['rest']) =>
      explain(answer({ request, blockers: [fog], verdict: 'partial', delivered: true, rest }), design).split(
        '\n',
      )
    expect(told('unknown')).toEqual([
      'partial, the rest unknown: network-acl/denied-outbound',
      '  internet  receives tcp 10.0.10.11:40000 -> 198.51.100.7:443',
      '  app-a     for the rest, unknown: acl-app outbound rule * denies it',
    ])
    expect(told('mixed')[0]).toBe('partial, some of the rest unknown: network-acl/denied-outbound')
  })
})

test('hops are numbered through, and know which of them stop the packet', () => {
  const request: Trace = {
    ...traced(hop('app-a', out, [blockedEnd])),
    beyond: traced(hop('internet', out, [delivered])),
  }
  const hops = hopsOf(answer({ request, blockers: [blocker] }), design)
  expect(
    hops.map(({ number, beyond, lines }) => [number, beyond, lines.map((line) => line.blocker)]),
  ).toEqual([
    [1, false, [blocker]],
    [2, true, [null]],
  ])
})

describe('ports that get through', () => {
  const all = { first: 0, last: 65535 }
  test.each<[string, Answer['open'], string]>([
    ['none', [], ''],
    [
      'some',
      [
        { protocol: 6, ports: { first: 80, last: 80 } },
        { protocol: 6, ports: { first: 443, last: 445 } },
      ],
      'tcp 80,443-445',
    ],
    ['echo requests', [{ protocol: 1, ports: { first: 2048, last: 2303 } }], 'icmp 8'],
    ['a protocol without ports', [{ protocol: 47, ports: all }], 'gre'],
    [
      'everything',
      Array.from({ length: 256 }, (_, protocol) => ({ protocol, ports: all })),
      'every protocol and port',
    ],
    [
      'too many to name',
      Array.from({ length: 9 }, (_, i) => ({ protocol: 6, ports: { first: i * 10, last: i * 10 } })),
      'tcp 0,10,20,30,40,50 and 3 more',
    ],
  ])('%s', (_name, open, expected) => {
    expect(openText(open)).toBe(expected)
  })
})

function resource(id: string, kind: string, fields: Readonly<Record<string, FieldValue>>): Resource {
  return { id, kind, name: id, parent: null, fields }
}

function packet(source: string, sourcePort: number, destination: string, destinationPort: number): Packet {
  const value = (text: string) => parseAddress(text)!.value
  return {
    family: 4,
    protocol: 6,
    source: value(source),
    sourcePort,
    destination: value(destination),
    destinationPort,
    mark: 0,
  }
}

function filter(
  id: string,
  direction: 'inbound' | 'outbound',
  action: 'allow' | 'deny',
  part: string,
): Extract<Step, { kind: 'filter' }> {
  return { kind: 'filter', filters: [ref(id)], direction, action, rule: ref(id, part) }
}

function route(part: string): Step {
  return { kind: 'route', table: ref('rt-app'), route: ref('rt-app', part), shadowed: [] }
}

function hop(id: string, at: Packet, steps: Hop['steps']): Hop {
  return { at: ref(id), arrived: at, left: at, steps }
}

function traced(...hops: Trace['hops']): Trace {
  return { hops, assumptions: [], bothWays: [], stages: [] }
}

function answer(parts: Pick<Answer, 'request'> & Partial<Answer>): Answer {
  const end = {
    at: ref('x'),
    label: 'x',
    origins: [],
    addresses: [],
    receivers: [],
    ephemeral: { first: 1, last: 2 },
    notes: [],
  }
  return {
    verdict: 'blocked',
    from: end,
    to: end,
    reply: null,
    delivered: false,
    replied: false,
    blockers: [],
    assumptions: [],
    passes: nothing,
    fails: nothing,
    rest: null,
    receiver: null,
    open: [],
    summary: [],
    seenAs: null,
    ...parts,
  }
}
