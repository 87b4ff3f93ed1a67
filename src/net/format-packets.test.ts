import { describe, expect, test } from 'vitest'
import { type IntervalSet, intervals } from './interval-set.ts'
import { ICMP, ICMPV6, type Packet, TCP, UDP } from './packet.ts'
import { type PacketSet, everything, formatPacket, formatPackets, nothing, packets } from './packet-set.ts'

const one = (...values: readonly number[]): IntervalSet =>
  intervals(...values.map((value) => [value, value] as const))
const packet: Packet = {
  family: 4,
  protocol: TCP,
  source: 0x0a000105,
  destination: 0xc6336407,
  sourcePort: 40000,
  destinationPort: 443,
  mark: 0,
}

test.each<[string, Partial<Packet>, string]>([
  ['with its ports', {}, 'tcp 10.0.1.5:40000 -> 198.51.100.7:443'],
  [
    'with brackets around IPv6 before a port',
    { family: 6, source: 1n, destination: 2n },
    'tcp [::1]:40000 -> [::2]:443',
  ],
  [
    'with type and code in ICMP',
    { protocol: ICMP, sourcePort: 0, destinationPort: 2048 },
    'icmp 8/0 10.0.1.5 -> 198.51.100.7',
  ],
  [
    'without ports where there are none',
    { protocol: 47, sourcePort: 0, destinationPort: 0 },
    'gre 10.0.1.5 -> 198.51.100.7',
  ],
  [
    'with the number of a protocol without a name',
    { protocol: 200, sourcePort: 0, destinationPort: 0 },
    '200 10.0.1.5 -> 198.51.100.7',
  ],
  ['with a mark that is set', { mark: 3 }, 'tcp 10.0.1.5:40000 -> 198.51.100.7:443 mark 3'],
])('a packet is written %s', (_, change, expected) => {
  expect(formatPacket({ ...packet, ...change })).toBe(expected)
})

const v4 = (match: object): PacketSet => packets({ family: 4, ...match })

describe('a set is written', () => {
  test.each<[string, PacketSet, readonly string[]]>([
    ['as no lines when empty', nothing, []],
    [
      'as two lines when whole',
      everything,
      ['all 0.0.0.0/0:any -> 0.0.0.0/0:any', 'all [::/0]:any -> [::/0]:any'],
    ],
    [
      'with prefixes where they fit',
      v4({ protocols: one(TCP), sources: intervals([0x0a000100, 0x0a0001ff]), destinationPorts: one(443) }),
      ['tcp 10.0.1.0/24:any -> 0.0.0.0/0:443'],
    ],
    [
      'with ranges where no prefix fits',
      v4({ protocols: one(UDP), sources: intervals([1, 2]), destinations: intervals([1, 4]) }),
      ['udp 0.0.0.1-0.0.0.2:any -> 0.0.0.1-0.0.0.4:any'],
    ],
    [
      'with lists',
      v4({ protocols: one(TCP, UDP), destinationPorts: intervals([80, 80], [1024, 65535]) }),
      ['tcp,udp 0.0.0.0/0:any -> 0.0.0.0/0:80,1024-65535'],
    ],
    [
      'with numbers in ranges of protocols',
      v4({ protocols: intervals([2, 6]) }),
      ['2-6 0.0.0.0/0:any -> 0.0.0.0/0:any'],
    ],
    [
      'with the types of ICMP',
      v4({ protocols: one(ICMP), destinationPorts: intervals([2048, 2303]) }),
      ['icmp 8 0.0.0.0/0 -> 0.0.0.0/0'],
    ],
    [
      'with a type and code of ICMPv6',
      packets({ family: 6, protocols: one(ICMPV6), destinationPorts: one(32768) }),
      ['icmpv6 128/0 ::/0 -> ::/0'],
    ],
    [
      'without ports where there are none',
      v4({ protocols: one(47, 50) }),
      ['gre,esp 0.0.0.0/0 -> 0.0.0.0/0'],
    ],
    [
      'with marks when they matter',
      v4({ protocols: one(TCP), marks: one(0) }),
      ['tcp 0.0.0.0/0:any -> 0.0.0.0/0:any mark 0'],
    ],
    [
      'with long lists cut short',
      v4({ protocols: one(TCP), destinationPorts: one(1, 3, 5, 7, 9, 11, 13, 15) }),
      ['tcp 0.0.0.0/0:any -> 0.0.0.0/0:1,3,5,7,9,11,… (2 more)'],
    ],
  ])('%s', (_, set, expected) => {
    expect(formatPackets(set)).toEqual(expected)
  })
})
