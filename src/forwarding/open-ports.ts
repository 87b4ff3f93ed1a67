import { boxes, intersect, packets, project, type PacketSet } from '../net/packet-set.ts'
import type { Answer } from './answer.ts'

/** Destination ports of the packets, in ranges; protocols in the order of their numbers. */
export function openPorts(passes: PacketSet): Answer['open'] {
  const open: { protocol: number; ports: { first: number; last: number } }[] = []
  const protocols = new Set(boxes(passes).flatMap((box) => listed(box.protocols)))
  for (const protocol of [...protocols].toSorted((a, b) => a - b)) {
    const ports = project(intersect(passes, packets({ protocols: [protocol, protocol] })), 'destinationPorts')
    for (let i = 0; i < ports.length; i += 2)
      open.push({ protocol, ports: { first: Number(ports[i]), last: Number(ports[i + 1]) } })
  }
  return open
}

function listed(set: readonly (number | bigint)[]): number[] {
  const out: number[] = []
  for (let i = 0; i < set.length; i += 2)
    for (let value = Number(set[i]); value <= Number(set[i + 1]); value++) out.push(value)
  return out
}
