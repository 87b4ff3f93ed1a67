// Random programs in a world so small that packets and rules often meet: five stages, a handful of addresses and ports.
import * as fc from 'fast-check'
import { ref } from '../design/resource.ts'
import { everything, packets, type Rewrite } from '../net/packet-set.ts'
import type { Packet } from '../net/packet.ts'
import type { Next, Outcome, Program, Rule, StageId } from './program.ts'
import { tiny } from './tiny.test-helper.ts'

const names: readonly StageId[] = ['start', 's1', 's2', 's3', 's4']
const addresses = [1, 2, 3, 4]
const ports = [80, 443, 1024, 40000]
const owners = ['x', 'y']

const randomPacket: fc.Arbitrary<Packet> = fc.record({
  family: fc.constant(4 as const),
  protocol: fc.constantFrom(6, 17),
  source: fc.constantFrom(...addresses),
  destination: fc.constantFrom(...addresses),
  sourcePort: fc.constantFrom(...ports),
  destinationPort: fc.constantFrom(...ports),
  mark: fc.constant(0),
})

export const randomPackets = fc.array(randomPacket, { minLength: 1, maxLength: 6 })

const span = (values: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(...values), fc.constantFrom(...values))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

const randomMatch = fc
  .record(
    {
      sources: span(addresses),
      destinations: span(addresses),
      destinationPorts: span(ports),
      protocols: span([6, 17]),
      marks: span([0, 1]),
    },
    { requiredKeys: [] },
  )
  .map((match) => (Object.keys(match).length === 0 ? everything : packets({ family: 4, ...match })))

const rewrite: fc.Arbitrary<Rewrite> = fc.record(
  {
    source: fc.constantFrom(...addresses),
    destination: fc.constantFrom(...addresses),
    sourcePorts: fc.constantFrom({ first: 1024, last: 1024 }, { first: 1024, last: 40000 }),
    mark: fc.constantFrom(0, 1),
  },
  { requiredKeys: [] },
)

const next = (cause: string): fc.Arbitrary<Next> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Next>('onward') },
    { weight: 2, arbitrary: fc.constantFrom(...names).map((to): Next => ({ to })) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...names).map((answers): Next => ({
        end: {
          disposition: 'delivered',
          reason: { code: 'tiny/delivered', phrase: [cause] },
          receiver: ref(cause),
          answers,
        },
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('blocked', 'not-modelled').map((disposition): Next => ({
        end: { disposition, reason: { code: `tiny/${disposition}`, phrase: [cause] } },
      })),
    },
  )

/** No two outcomes of a program have the same cause. */
const outcome = (cause: string, rewrites: boolean): fc.Arbitrary<Outcome> =>
  fc
    .tuple(next(cause), rewrites ? fc.option(rewrite, { freq: 2 }) : fc.constant(null))
    .map(([to, change]) => ({
      next: to,
      cause: ref('rules', cause),
      ...(change === null ? {} : { rewrite: change }),
    }))

const list = (stage: StageId, rewrites: boolean): fc.Arbitrary<readonly Rule[]> =>
  fc
    .tuple(...[0, 1, 2].map((i) => fc.tuple(randomMatch, outcome(`${stage}.${i}`, rewrites))))
    .map((rules) => rules.map(([match, then]) => ({ match, ...then })))

export function randomProgram({
  rewrites,
  sessions,
}: {
  rewrites: boolean
  sessions: boolean
}): fc.Arbitrary<Program> {
  const stage = (id: StageId) =>
    fc.record({
      rules: list(id, rewrites),
      otherwise: outcome(`${id}.otherwise`, rewrites),
      onward: fc.constantFrom(...names),
      opens: sessions ? fc.option(fc.constantFrom(...owners)) : fc.constant(null),
      returns: sessions ? fc.option(fc.constantFrom(...owners)) : fc.constant(null),
    })
  return fc.tuple(...names.map(stage)).map((stages) =>
    tiny(
      Object.fromEntries(
        stages.map(({ opens, returns, ...plain }, i) => [
          names[i]!,
          {
            ...plain,
            ...(opens === null ? {} : { opens }),
            ...(returns === null ? {} : { returns: { owner: returns, next: 'onward' as const } }),
          },
        ]),
      ),
    ),
  )
}
