// The laws of the algebra, on random sets and packets of a small world in which they often meet.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Family, IpValue } from './address.ts'
import {
  type IntervalSet,
  intervals,
  intervalsContain,
  intervalsEmpty,
  intervalsIntersect,
} from './interval-set.ts'
import { type Packet, hasPorts, reverse } from './packet.ts'
import type { PortRange } from './ports.ts'
import {
  type Box,
  type Match,
  type PacketSet,
  type Rewrite,
  boxes,
  contains,
  equal,
  everything,
  forgetMark,
  intersect,
  isEmpty,
  isSubset,
  nothing,
  only,
  packets,
  pick,
  project,
  reversePackets,
  rewritePacket,
  rewritePackets,
  subtract,
  union,
  wellFormed,
} from './packet-set.ts'

const SEED = 80021
const RUNS = 400
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: RUNS }))

const PROTOCOLS = [0, 1, 6, 17, 47, 58, 255]
const PORTS = [0, 1, 443, 2047, 2048, 2049, 32768, 33024, 40000, 65535]
const MARKS = [0, 1, 2]
const ADDRESSES: { readonly [F in Family]: readonly IpValue[] } = {
  4: [0, 1, 167772160, 167772161, 2147483648, 3325256711, 4294967294, 4294967295],
  6: [0n, 1n, 2n ** 64n, 2n ** 64n + 1n, 2n ** 127n, 2n ** 128n - 2n, 2n ** 128n - 1n],
}

const family = fc.constantFrom<Family>(4, 6)

const packet: fc.Arbitrary<Packet> = family.chain((of) =>
  fc.record({
    family: fc.constant(of),
    protocol: fc.constantFrom(...PROTOCOLS),
    source: fc.constantFrom(...ADDRESSES[of]),
    destination: fc.constantFrom(...ADDRESSES[of]),
    sourcePort: fc.constantFrom(...PORTS),
    destinationPort: fc.constantFrom(...PORTS),
    mark: fc.constantFrom(...MARKS),
  }),
)

/** Intervals between values of the world, so that each holds some of them. */
const among = (values: readonly IpValue[]): fc.Arbitrary<IntervalSet> =>
  fc
    .array(fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)), { minLength: 1, maxLength: 3 })
    .map((pairs) => intervals(...pairs.map(([a, b]) => (a <= b ? ([a, b] as const) : ([b, a] as const)))))

const match: fc.Arbitrary<Match> = fc.option(family).chain((of) => {
  const ports = {
    sourcePorts: among(PORTS),
    destinationPorts: among(PORTS),
    protocols: among(PROTOCOLS),
    marks: among(MARKS),
  }
  if (of === null) return fc.record(ports, { requiredKeys: [] })
  const ends = { sources: among(ADDRESSES[of]), destinations: among(ADDRESSES[of]) }
  return fc.record({ family: fc.constant(of), ...ports, ...ends }, { requiredKeys: ['family'] })
})

const set: fc.Arbitrary<PacketSet> = fc
  .array(fc.tuple(fc.constantFrom(union, union, subtract, intersect), match), { maxLength: 4 })
  .map((operations) => operations.reduce((left, [operate, right]) => operate(left, packets(right)), nothing))
  .chain((made) => fc.constantFrom(made, subtract(everything, made)))

const complement = (a: PacketSet) => subtract(everything, a)
const expectEqual = (a: PacketSet, b: PacketSet) => expect(equal(a, b)).toBe(true)

describe('the random world', () => {
  test(`has packets inside and outside its sets, and sets of every relation (seed ${SEED})`, () => {
    const count = (relation: (a: PacketSet, b: PacketSet, p: Packet) => boolean) =>
      fc
        .sample(fc.tuple(set, set, packet), { seed: SEED, numRuns: RUNS })
        .filter(([a, b, p]) => relation(a, b, p)).length
    const few = RUNS / 20
    expect(count((a, _, p) => contains(a, p))).toBeGreaterThan(few)
    expect(count((a, _, p) => !contains(a, p))).toBeGreaterThan(few)
    expect(count((a, b, p) => contains(a, p) && contains(b, p))).toBeGreaterThan(few)
    expect(count((a, b) => isSubset(a, b) && !isEmpty(a) && !equal(a, b))).toBeGreaterThan(few)
    expect(count((a, b) => !isSubset(a, b))).toBeGreaterThan(few)
    expect(count((a) => boxes(a).length > 3)).toBeGreaterThan(few)
  })
})

describe('a set of packets', () => {
  /** The meaning of a match, dimension by dimension. */
  const matches = (m: Match, p: Packet) =>
    (m.family === undefined || m.family === p.family) &&
    (m.protocols === undefined || intervalsContain(m.protocols, p.protocol)) &&
    (m.sources === undefined || intervalsContain(m.sources, p.source)) &&
    (m.destinations === undefined || intervalsContain(m.destinations, p.destination)) &&
    (m.sourcePorts === undefined || intervalsContain(m.sourcePorts, p.sourcePort)) &&
    (m.destinationPorts === undefined || intervalsContain(m.destinationPorts, p.destinationPort)) &&
    (m.marks === undefined || intervalsContain(m.marks, p.mark))

  holds(
    'contains what its match says',
    fc.property(match, packet, (m, p) => {
      expect(contains(packets(m), p)).toBe(matches(m, p))
    }),
  )
  holds(
    'of one packet contains it and no other',
    fc.property(packet, packet, (p, q) => {
      expect(contains(only(p), p)).toBe(true)
      expect(contains(only(p), q)).toBe(JSON.stringify(p, text) === JSON.stringify(q, text))
    }),
  )
  holds(
    'consists of disjoint boxes without empty dimensions',
    fc.property(set, set, (a, b) => {
      for (const made of [
        a,
        union(a, b),
        intersect(a, b),
        subtract(a, b),
        reversePackets(a),
        forgetMark(a),
      ]) {
        const list = boxes(made)
        expect(list.flatMap(dimensionsOf).filter(intervalsEmpty)).toEqual([])
        expect(list.filter((box, i) => list.slice(i + 1).some((other) => meet(box, other)))).toEqual([])
      }
    }),
  )
  test('of addresses needs a family', () => {
    expect(() => packets({ sources: intervals([1, 2]) })).toThrow('no family')
    expect(() => packets({ destinations: intervals() })).toThrow('no family')
  })
  test('of addresses needs them to be of its family', () => {
    expect(() => packets({ family: 6, sources: intervals([1, 2]) })).toThrow('family 6')
    expect(() => packets({ family: 4, destinations: intervals([1n, 2n]) })).toThrow('family 4')
  })
  test('is empty when a dimension allows nothing, or nothing that exists', () => {
    expect(isEmpty(packets({ protocols: intervals() }))).toBe(true)
    expect(isEmpty(packets({ destinationPorts: intervals([65536, 70000]) }))).toBe(true)
  })
  test('with five hundred separate addresses is one box', () => {
    const apart = Array.from({ length: 500 }, (_, i) => [i * 2, i * 2] as const)
    expect(boxes(packets({ family: 4, sources: intervals(...apart) }))).toHaveLength(1)
  })
  test('built address by address is one box too', () => {
    const apart = Array.from({ length: 50 }, (_, i) =>
      packets({ family: 4, sources: intervals([i * 2, i * 2]) }),
    )
    expect(boxes(apart.reduce(union))).toHaveLength(1)
  })
  test('taken apart by many cuts and put together again is whole', () => {
    const cuts = PORTS.map((port, i) =>
      packets({ family: 4, protocols: intervals([6, 6 + i]), sources: intervals([i, port]) }),
    )
    const rest = cuts.reduce(subtract, everything)
    expect(boxes(cuts.reduce(union, rest)).length).toBeLessThanOrEqual(2)
  })
})

describe('membership', () => {
  holds(
    'in a union is membership in either',
    fc.property(set, set, packet, (a, b, p) => {
      expect(contains(union(a, b), p)).toBe(contains(a, p) || contains(b, p))
    }),
  )
  holds(
    'in an intersection is membership in both',
    fc.property(set, set, packet, (a, b, p) => {
      expect(contains(intersect(a, b), p)).toBe(contains(a, p) && contains(b, p))
    }),
  )
  holds(
    'in a difference is membership in the first only',
    fc.property(set, set, packet, (a, b, p) => {
      expect(contains(subtract(a, b), p)).toBe(contains(a, p) && !contains(b, p))
    }),
  )
  holds(
    'in a subset implies membership in the set',
    fc.property(set, set, packet, (a, b, p) => {
      expect(isSubset(a, union(a, b))).toBe(true)
      if (isSubset(a, b) && contains(a, p)) expect(contains(b, p)).toBe(true)
    }),
  )
})

describe('the algebra', () => {
  holds(
    'union and intersection commute',
    fc.property(set, set, (a, b) => {
      expectEqual(union(a, b), union(b, a))
      expectEqual(intersect(a, b), intersect(b, a))
    }),
  )
  holds(
    'union and intersection associate',
    fc.property(set, set, set, (a, b, c) => {
      expectEqual(union(union(a, b), c), union(a, union(b, c)))
      expectEqual(intersect(intersect(a, b), c), intersect(a, intersect(b, c)))
    }),
  )
  holds(
    'each distributes over the other',
    fc.property(set, set, set, (a, b, c) => {
      expectEqual(intersect(a, union(b, c)), union(intersect(a, b), intersect(a, c)))
      expectEqual(union(a, intersect(b, c)), intersect(union(a, b), union(a, c)))
    }),
  )
  holds(
    'De Morgan',
    fc.property(set, set, (a, b) => {
      expectEqual(complement(union(a, b)), intersect(complement(a), complement(b)))
      expectEqual(complement(intersect(a, b)), union(complement(a), complement(b)))
    }),
  )
  holds(
    'a difference is an intersection with the complement',
    fc.property(set, set, (a, b) => {
      expectEqual(subtract(a, b), intersect(a, complement(b)))
    }),
  )
  holds(
    'the complement of the complement is the set',
    fc.property(set, (a) => {
      expectEqual(complement(complement(a)), a)
    }),
  )
  holds(
    'nothing and everything are neutral or absorb',
    fc.property(set, (a) => {
      expectEqual(union(a, nothing), a)
      expectEqual(union(a, everything), everything)
      expectEqual(intersect(a, everything), a)
      expect(isEmpty(intersect(a, nothing)) && isEmpty(subtract(a, a))).toBe(true)
    }),
  )
  holds(
    'a subset is what leaves nothing when subtracted from',
    fc.property(set, set, (a, b) => {
      expect(isSubset(a, b)).toBe(isEmpty(subtract(a, b)))
      expect(equal(a, b)).toBe(isSubset(a, b) && isSubset(b, a))
    }),
  )
  holds(
    'sets that are not equal have a packet to show for it',
    fc.property(set, set, (a, b) => {
      const witness = pick(union(subtract(a, b), subtract(b, a)))
      expect(equal(a, b)).toBe(witness === null)
      if (witness !== null) expect(contains(a, witness)).not.toBe(contains(b, witness))
    }),
  )
})

describe('images', () => {
  const port = fc.constantFrom(...PORTS)
  const range = fc.tuple(port, port).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }))
  const rewriteOf = (of: Family): fc.Arbitrary<Rewrite> =>
    fc.record(
      {
        source: fc.constantFrom(...ADDRESSES[of]),
        destination: fc.constantFrom(...ADDRESSES[of]),
        sourcePorts: range,
        destinationPorts: range,
        mark: fc.constantFrom(...MARKS),
      },
      { requiredKeys: [] },
    )
  const member = fc.tuple(set, packet).map(([a, p]) => [union(a, only(p)), p] as const)
  const rewriting = family.chain((of) =>
    fc
      .tuple(
        set,
        packet.filter((p) => p.family === of),
        rewriteOf(of),
      )
      .map(([a, p, rewrite]) => {
        const ofFamily = intersect(union(a, only(p)), packets({ family: of }))
        return [ofFamily, p, rewrite] as const
      }),
  )

  holds(
    'the rewritten set contains every rewritten member, whatever port it prefers',
    fc.property(rewriting, fc.option(port, { nil: undefined }), ([a, p, rewrite], preferPort) => {
      expect(contains(rewritePackets(a, rewrite), rewritePacket(p, rewrite, preferPort))).toBe(true)
    }),
  )
  holds(
    'one packet is rewritten to a packet for each choice of ports',
    fc.property(rewriting, ([, p, rewrite]) => {
      const one = (value: IpValue) => intervals([value, value])
      const choices = (kept: number, chosen?: PortRange) =>
        chosen && hasPorts(p.protocol) ? intervals([chosen.first, chosen.last]) : one(kept)
      const expected = packets({
        family: p.family,
        protocols: one(p.protocol),
        sources: one(rewrite.source ?? p.source),
        destinations: one(rewrite.destination ?? p.destination),
        sourcePorts: choices(p.sourcePort, rewrite.sourcePorts),
        destinationPorts: choices(p.destinationPort, rewrite.destinationPorts),
        marks: one(rewrite.mark ?? p.mark),
      })
      expectEqual(rewritePackets(only(p), rewrite), expected)
    }),
  )
  holds(
    'a union is rewritten to the union of what is rewritten',
    fc.property(rewriting, set, ([a, p, rewrite], b) => {
      const other = intersect(b, packets({ family: p.family }))
      expectEqual(
        rewritePackets(union(a, other), rewrite),
        union(rewritePackets(a, rewrite), rewritePackets(other, rewrite)),
      )
    }),
  )
  holds(
    'the reversed set contains exactly the reversed members',
    fc.property(member, packet, ([a, p], q) => {
      const reversed = reversePackets(a)
      expect(contains(reversed, reverse(p))).toBe(true)
      expect(contains(reversed, { ...q, mark: 0 })).toBe(contains(forgetMark(a), reverse(q)))
    }),
  )
  holds(
    'reversing twice forgets the marks and nothing else',
    fc.property(set, (a) => {
      expectEqual(
        reversePackets(reversePackets(a)),
        intersect(forgetMark(a), packets({ marks: intervals([0, 0]) })),
      )
    }),
  )
  holds(
    'a forgotten mark may have been any',
    fc.property(set, packet, (a, p) => {
      const withAnyMark =
        MARKS.some((mark) => contains(a, { ...p, mark })) || contains(a, { ...p, mark: 1000 })
      expect(contains(forgetMark(a), p)).toBe(withAnyMark)
    }),
  )
  holds(
    'a projection is the values that some member has',
    fc.property(member, ([a, p]) => {
      const value = {
        protocols: p.protocol,
        sources: p.source,
        destinations: p.destination,
        sourcePorts: p.sourcePort,
        destinationPorts: p.destinationPort,
      }
      for (const dimension of [
        'protocols',
        'sources',
        'destinations',
        'sourcePorts',
        'destinationPorts',
      ] as const) {
        const projected = project(a, dimension, p.family)
        expect(intervalsContain(projected, value[dimension])).toBe(true)
        expect(
          isSubset(
            a,
            union(
              packets({ family: p.family, [dimension]: projected }),
              packets({ family: p.family === 4 ? 6 : 4 }),
            ),
          ),
        ).toBe(true)
      }
    }),
  )
})

describe('pick', () => {
  holds(
    'finds a member of every set that is not empty',
    fc.property(set, (a) => {
      const found = pick(a)
      expect(found === null).toBe(isEmpty(a))
      if (found !== null) expect(contains(a, found)).toBe(true)
    }),
  )
  holds(
    'goes by the set, not by how it is cut',
    fc.property(set, set, (a, b) => {
      expect(pick(union(subtract(a, b), intersect(b, a)))).toEqual(pick(a))
    }),
  )
  holds(
    'grants wishes in their order, well-formed headers first',
    fc.property(set, fc.array(set, { maxLength: 3 }), (a, wishes) => {
      const found = pick(a, wishes)
      let left = a
      for (const wish of [wellFormed, ...wishes]) {
        if (isEmpty(intersect(left, wish))) continue
        left = intersect(left, wish)
        expect(found !== null && contains(wish, found)).toBe(true)
      }
    }),
  )
})

/** Bigints, for JSON. */
function text(_key: string, value: unknown) {
  return typeof value === 'bigint' ? `${value}n` : value
}

function dimensionsOf(box: Box): readonly IntervalSet[] {
  return [box.protocols, box.sources, box.destinations, box.sourcePorts, box.destinationPorts, box.marks]
}

function meet(a: Box, b: Box): boolean {
  if (a.family !== b.family) return false
  const others = dimensionsOf(b)
  return dimensionsOf(a).every((values, i) => !intervalsEmpty(intervalsIntersect(values, others[i]!)))
}
