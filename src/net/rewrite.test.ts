import { describe, expect, test } from 'vitest'
import { type Packet, TCP } from './packet.ts'
import { everything, rewritePacket, rewritePackets } from './packet-set.ts'
import type { Rewrite } from './rewrite.ts'

const packet: Packet = {
  family: 4,
  protocol: TCP,
  source: 1,
  destination: 2,
  sourcePort: 40000,
  destinationPort: 443,
  mark: 0,
}

describe('rewritePacket', () => {
  test.each<[string, Rewrite, number | undefined, Partial<Packet>]>([
    ['changes nothing when told nothing', {}, undefined, {}],
    ['changes the source', { source: 9 }, undefined, { source: 9 }],
    ['changes the destination to 0.0.0.0 too', { destination: 0 }, undefined, { destination: 0 }],
    ['sets the mark', { mark: 3 }, undefined, { mark: 3 }],
    ['keeps a port inside the range', { sourcePorts: { first: 1024, last: 65535 } }, undefined, {}],
    [
      'takes the first of the range for a port outside',
      { sourcePorts: { first: 1024, last: 2048 } },
      undefined,
      { sourcePort: 1024 },
    ],
    ['takes the preferred port', { sourcePorts: { first: 1024, last: 65535 } }, 5000, { sourcePort: 5000 }],
    ['ignores a preferred port outside the range', { sourcePorts: { first: 1024, last: 65535 } }, 80, {}],
    ['ignores a preferred port without a range', { source: 9 }, 5000, { source: 9 }],
    [
      'changes the destination port',
      { destinationPorts: { first: 8080, last: 8080 } },
      undefined,
      { destinationPort: 8080 },
    ],
  ])('%s', (_, rewrite, preferPort, change) => {
    expect(rewritePacket(packet, rewrite, preferPort)).toEqual({ ...packet, ...change })
  })

  test('leaves ICMP types alone when it rewrites ports', () => {
    const echo: Packet = { ...packet, protocol: 1, sourcePort: 0, destinationPort: 2048 }
    const range = { first: 1024, last: 65535 }
    expect(rewritePacket(echo, { source: 9, sourcePorts: range, destinationPorts: range }, 5000)).toEqual({
      ...echo,
      source: 9,
    })
  })

  test('keeps the family', () => {
    expect(() => rewritePacket(packet, { source: 9n })).toThrow('other family')
    expect(() => rewritePackets(everything, { destination: 9 })).toThrow('other family')
  })
})
