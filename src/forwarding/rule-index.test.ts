// The index finds the rule that trying each in turn would find, for one packet and for sets.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  equal,
  intersect,
  isEmpty,
  nothing,
  packets,
  subtract,
  union,
  type PacketSet,
} from '../net/packet-set.ts'
import type { Packet } from '../net/packet.ts'
import type { Rule } from './program.ts'
import { rulesFor, rulesForSet } from './rule-index.ts'
import { about, delivered, packet, rule } from './tiny.test-helper.ts'

const SEED = 551
const RUNS = 400
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: RUNS }), 30_000)

const hosts = Array.from({ length: 12 }, (_, i) =>
  rule(`host-${i}`, about({ to: `10.0.0.${i}` }), delivered('end')),
)

describe('by hand', () => {
  test.each<[string, readonly Rule[], string[]]>([
    ['a long list of single addresses: the one of the packet', hosts, ['host-7']],
    ['a short list: all of it', hosts.slice(0, 3), ['host-0', 'host-1', 'host-2']],
    [
      'with a wider rule among them: all of it',
      [...hosts, rule('web', about({ port: 443 }), delivered('end'))],
      [...hosts.map((_, i) => `host-${i}`), 'web'],
    ],
    [
      'two rules of one address: all of it, since the first decides',
      [...hosts, rule('again', about({ to: '10.0.0.7' }), delivered('end'))],
      [...hosts.map((_, i) => `host-${i}`), 'again'],
    ],
  ])('%s', (_name, list, expected) => {
    const found = rulesFor(list, packet('10.0.0.1:40000 -> 10.0.0.7:443'))
    expect(found.map(({ cause }) => cause.part)).toEqual(expected)
  })

  test('an address that no rule speaks of meets none', () => {
    expect(rulesFor(hosts, packet('10.0.0.1:1 -> 10.9.9.9:443'))).toEqual([])
  })

  test('a set meets the rules of its addresses', () => {
    const some = packets({ family: 4, destinations: [0x0a000003, 0x0a000005] })
    expect(rulesForSet(hosts, some).map(({ cause }) => cause.part)).toEqual(['host-3', 'host-4', 'host-5'])
  })

  test('an IPv4 address is not the IPv6 address of the same number', () => {
    const list = hosts.map((one, i) =>
      i % 2 === 0
        ? one
        : rule(
            `six-${i}`,
            packets({ family: 6, destinations: [BigInt(0x0a000000 + i), BigInt(0x0a000000 + i)] }),
            delivered('end'),
          ),
    )
    expect(rulesFor(list, packet('10.0.0.1:1 -> 10.0.0.3:443'))).toEqual([])
    const six = { family: 6, source: 1n, destination: BigInt(0x0a000003) } as const
    expect(rulesFor(list, packet('10.0.0.1:1 -> 10.0.0.3:443', six)).map(({ cause }) => cause.part)).toEqual([
      'six-3',
    ])
  })
})

describe('as trying every rule', () => {
  const point = fc.record(
    {
      at: fc.integer({ min: 0, max: 30 }),
      width: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
      port: fc.constantFrom(22, 80, 443),
    },
    { requiredKeys: ['at', 'width'] },
  )
  const list = fc
    .tuple(
      fc.constantFrom('sources' as const, 'destinations' as const),
      fc.uniqueArray(point, { selector: ({ at }) => at, minLength: 4, maxLength: 24 }),
    )
    .map(([side, points]) =>
      points.map(({ at, width, port }, i) =>
        rule(
          String(i),
          packets({
            family: 4,
            [side]: [at, at + width],
            ...(port === undefined ? {} : { destinationPorts: [port, port] }),
          }),
          delivered('end'),
        ),
      ),
    )
  const one = fc.record({
    source: fc.integer({ min: 0, max: 33 }),
    destination: fc.integer({ min: 0, max: 33 }),
    port: fc.constantFrom(22, 80, 443, 9),
  })

  holds(
    'one packet meets the same first rule',
    fc.property(list, fc.array(one, { minLength: 1, maxLength: 8 }), (rules, list2) => {
      for (const { source, destination, port } of list2) {
        const asked: Packet = packet('10.0.0.1:40000 -> 10.0.0.2:1', {
          source,
          destination,
          destinationPort: port,
        })
        const first = (some: readonly Rule[]) => some.find(({ match }) => contains(match, asked))
        expect(first(rulesFor(rules, asked))).toBe(first(rules))
      }
    }),
  )

  holds(
    'a set is parted in the same way',
    fc.property(
      list,
      fc.array(fc.tuple(one, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 4 }),
      (rules, wide) => {
        const set = wide
          .map(([{ source, destination }, width]) =>
            packets({
              family: 4,
              sources: [source, source + width],
              destinations: [destination, destination + width],
            }),
          )
          .reduce(union, nothing)
        const [quick, slow] = [parted(rulesForSet(rules, set), set), parted(rules, set)]
        expect([...quick.keys()].toSorted()).toEqual([...slow.keys()].toSorted())
        for (const [name, part] of quick) expect(equal(part, slow.get(name)!)).toBe(true)
      },
    ),
  )
})

/** Which part of the set each rule takes. */
function parted(rules: readonly Rule[], set: PacketSet): ReadonlyMap<string, PacketSet> {
  const parts = new Map<string, PacketSet>()
  let rest = set
  for (const { match, cause } of rules) {
    const taken = intersect(rest, match)
    if (!isEmpty(taken)) parts.set(cause.part ?? '', taken)
    rest = subtract(rest, match)
  }
  return parts
}
