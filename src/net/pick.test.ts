import { describe, expect, test } from 'vitest'
import { intervals } from './interval-set.ts'
import {
  type PacketSet,
  equal,
  everything,
  formatPacket,
  intersect,
  nothing,
  packets,
  pick,
  project,
  subtract,
  union,
  wellFormed,
} from './packet-set.ts'
import { parsePrefix } from './prefix.ts'

const block = (text: string) => {
  const prefix = parsePrefix(text)
  if (prefix === null) throw new Error(`the test's own ${text}`)
  return intervals([prefix.first, prefix.last])
}
const protocol = (...numbers: readonly number[]) =>
  packets({ protocols: intervals(...numbers.map((n) => [n, n] as const)) })
const from = (text: string) => packets({ family: 4, sources: block(text) })
const to = (text: string) => packets({ family: 4, destinations: block(text) })
const toPort = (first: number, last = first) => packets({ destinationPorts: intervals([first, last]) })

describe('pick', () => {
  test.each<[string, PacketSet, readonly PacketSet[], string | null]>([
    ['finds nothing in nothing', nothing, [], null],
    ['finds nothing in nothing, whatever is preferred', nothing, [everything], null],
    [
      'takes web traffic between documentation addresses from everything',
      everything,
      [],
      'tcp 198.51.100.7:40000 -> 203.0.113.10:443',
    ],
    [
      'takes documentation addresses in IPv6',
      packets({ family: 6 }),
      [],
      'tcp [2001:db8::7]:40000 -> [2001:db8::a]:443',
    ],
    [
      'takes UDP where TCP cannot be',
      subtract(everything, protocol(6)),
      [],
      'udp 198.51.100.7:40000 -> 203.0.113.10:443',
    ],
    ['takes a ping among ICMP', protocol(1), [], 'icmp 8/0 198.51.100.7 -> 203.0.113.10'],
    ['takes an ICMPv6 ping among ICMPv6', protocol(58), [], 'icmpv6 128/0 2001:db8::7 -> 2001:db8::a'],
    ['gives no ports to GRE', protocol(47), [], 'gre 198.51.100.7 -> 203.0.113.10'],
    [
      'takes the lowest address of a block',
      from('10.0.1.0/24'),
      [],
      'tcp 10.0.1.0:40000 -> 203.0.113.10:443',
    ],
    [
      'takes the lowest port where no usual one is',
      toPort(8000, 9000),
      [],
      'tcp 198.51.100.7:40000 -> 203.0.113.10:8000',
    ],
    ['takes a usual port where one is', toPort(0, 100), [], 'tcp 198.51.100.7:40000 -> 203.0.113.10:80'],
    ['grants a wish', everything, [from('10.0.1.5/32')], 'tcp 10.0.1.5:40000 -> 203.0.113.10:443'],
    [
      'grants two wishes',
      everything,
      [from('10.0.1.5/32'), toPort(22)],
      'tcp 10.0.1.5:40000 -> 203.0.113.10:22',
    ],
    [
      'grants the first of two that exclude each other',
      everything,
      [toPort(22), toPort(25)],
      'tcp 198.51.100.7:40000 -> 203.0.113.10:22',
    ],
    [
      'passes over a wish that cannot be had',
      to('10.0.0.0/8'),
      [to('192.168.0.0/16'), toPort(22)],
      'tcp 198.51.100.7:40000 -> 10.0.0.0:22',
    ],
    [
      'takes a header that cannot exist only when there is no other',
      intersect(protocol(47), toPort(1)),
      [],
      'gre 198.51.100.7:0 -> 203.0.113.10:1',
    ],
  ])('%s', (_, set, preferred, expected) => {
    const found = pick(set, preferred)
    expect(found && formatPacket(found)).toBe(expected)
  })
})

describe('well-formed packets', () => {
  test.each<[string, PacketSet, boolean]>([
    ['have any ports in TCP', protocol(6), true],
    ['have any ports in SCTP', protocol(132), true],
    ['have no ports in GRE', intersect(protocol(47), toPort(0, 1)), false],
    ['have no source port in ICMP', protocol(1), false],
    [
      'have any ICMP type in IPv4',
      packets({ family: 4, protocols: intervals([1, 1]), sourcePorts: intervals([0, 0]) }),
      true,
    ],
    [
      'have no ICMPv6 in IPv4',
      packets({ family: 4, protocols: intervals([58, 58]), sourcePorts: intervals([0, 0]) }),
      false,
    ],
    [
      'have no ICMP in IPv6',
      packets({ family: 6, protocols: intervals([1, 1]), sourcePorts: intervals([0, 0]) }),
      false,
    ],
  ])('%s', (_, set, expected) => {
    expect(equal(intersect(set, wellFormed), set)).toBe(expected)
  })
})

describe('project', () => {
  test('joins the values of all boxes', () => {
    const set = union(
      intersect(from('10.0.0.0/25'), toPort(80)),
      intersect(from('10.0.0.128/25'), toPort(443)),
    )
    expect(project(set, 'sources')).toEqual(block('10.0.0.0/24'))
    expect(project(set, 'destinationPorts')).toEqual([80, 80, 443, 443])
  })

  test('looks at one family when told to', () => {
    const set = union(
      packets({ family: 4, protocols: intervals([6, 6]) }),
      packets({ family: 6, protocols: intervals([17, 17]) }),
    )
    expect(project(set, 'protocols', 6)).toEqual([17, 17])
    expect(project(set, 'protocols')).toEqual([6, 6, 17, 17])
    expect(project(set, 'sources', 6)).toEqual([0n, 2n ** 128n - 1n])
  })

  test('mixes no addresses of two families', () => {
    expect(() => project(everything, 'sources')).toThrow('both families')
    expect(project(nothing, 'sources')).toEqual([])
  })
})
