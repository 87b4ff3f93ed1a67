import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ICMP,
  ICMPV6,
  type Packet,
  TCP,
  UDP,
  hasPorts,
  parseProtocol,
  protocolName,
  reverse,
  samePacket,
} from './packet.ts'

const SEED = 70001
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 1000 }))

const tcp: Packet = {
  family: 4,
  protocol: TCP,
  source: 1,
  destination: 2,
  sourcePort: 40000,
  destinationPort: 443,
  mark: 7,
}
const icmp = (protocol: number, type: number, code: number): Packet => ({
  ...tcp,
  protocol,
  sourcePort: 0,
  destinationPort: type * 256 + code,
})
const swapped = { source: 2, destination: 1, mark: 0 }

describe('the reply', () => {
  test.each<[string, Packet, Packet]>([
    [
      'to TCP swaps addresses and ports and has no mark',
      tcp,
      { ...tcp, ...swapped, sourcePort: 443, destinationPort: 40000 },
    ],
    [
      'to GRE swaps addresses',
      { ...tcp, protocol: 47, sourcePort: 0, destinationPort: 0 },
      { ...tcp, ...swapped, protocol: 47, sourcePort: 0, destinationPort: 0 },
    ],
    ['to an echo request is an echo reply', icmp(ICMP, 8, 0), { ...icmp(ICMP, 0, 0), ...swapped }],
    ['to an echo reply is an echo request', icmp(ICMP, 0, 0), { ...icmp(ICMP, 8, 0), ...swapped }],
    [
      'to an ICMPv6 echo request is an ICMPv6 echo reply',
      icmp(ICMPV6, 128, 0),
      { ...icmp(ICMPV6, 129, 0), ...swapped },
    ],
    [
      'to an ICMPv6 echo reply is an ICMPv6 echo request',
      icmp(ICMPV6, 129, 0),
      { ...icmp(ICMPV6, 128, 0), ...swapped },
    ],
    ['to other ICMP keeps type and code', icmp(ICMP, 3, 4), { ...icmp(ICMP, 3, 4), ...swapped }],
    ['to type 8 with another code keeps it', icmp(ICMP, 8, 1), { ...icmp(ICMP, 8, 1), ...swapped }],
    ['to ICMPv6 of type 8 keeps it', icmp(ICMPV6, 8, 0), { ...icmp(ICMPV6, 8, 0), ...swapped }],
  ])('%s', (_, packet, expected) => {
    expect(reverse(packet)).toEqual(expected)
  })

  holds(
    'to the reply is the packet again, but for its mark',
    fc.property(
      fc.record({
        family: fc.constant(4 as const),
        protocol: fc.constantFrom(TCP, UDP, ICMP, ICMPV6, 47),
        source: fc.nat(9),
        destination: fc.nat(9),
        sourcePort: fc.constantFrom(0, 443),
        destinationPort: fc.constantFrom(0, 1, 443, 2048, 2049, 128 * 256, 129 * 256),
        mark: fc.nat(2),
      }),
      (packet) => {
        expect(reverse(reverse(packet))).toEqual({ ...packet, mark: 0 })
      },
    ),
  )
})

describe('packets are the same', () => {
  test.each<[string, Partial<Packet>, boolean]>([
    ['when only their marks differ', { mark: 0 }, true],
    ['unless their families differ', { family: 6 }, false],
    ['unless their protocols differ', { protocol: UDP }, false],
    ['unless their sources differ', { source: 9 }, false],
    ['unless their destinations differ', { destination: 9 }, false],
    ['unless their source ports differ', { sourcePort: 9 }, false],
    ['unless their destination ports differ', { destinationPort: 9 }, false],
  ])('%s', (_, change, expected) => {
    expect(samePacket(tcp, { ...tcp, ...change })).toBe(expected)
  })
})

describe('protocols', () => {
  test.each<[string, number | null]>([
    ['tcp', 6],
    ['UDP', 17],
    ['icmp', 1],
    ['icmpv6', 58],
    ['ipv6-icmp', 58],
    ['gre', 47],
    ['esp', 50],
    ['0', 0],
    ['255', 255],
    ['256', null],
    ['06', null],
    ['-1', null],
    ['all', null],
    ['any', null],
    ['', null],
    ['tcp ', null],
    ['constructor', null],
  ])('%j is read as %j', (text, expected) => {
    expect(parseProtocol(text)).toBe(expected)
  })

  test.each<[number, string]>([
    [6, 'tcp'],
    [58, 'icmpv6'],
    [47, 'gre'],
    [200, '200'],
  ])('%i is called %s', (protocol, expected) => {
    expect(protocolName(protocol)).toBe(expected)
  })

  test('are all read back from their names', () => {
    const all = Array.from({ length: 256 }, (_, protocol) => protocol)
    expect(all.map((protocol) => parseProtocol(protocolName(protocol)))).toEqual(all)
  })

  test('have ports when their headers begin with them', () => {
    const all = Array.from({ length: 256 }, (_, protocol) => protocol)
    expect(all.filter(hasPorts).map(protocolName)).toEqual(['tcp', 'udp', 'dccp', 'sctp', 'udplite'])
  })
})
