// What translation does to headers, one packet or a whole set at a time. The family never changes.
import type { IpValue } from './address.ts'
import { type Box, WHOLE, withDimension } from './box.ts'
import {
  type IntervalSet,
  intervals,
  intervalsContain,
  intervalsEqual,
  intervalsIntersect,
  intervalsSubtract,
  intervalsUnion,
  noIntervals,
} from './interval-set.ts'
import { type PacketSet, boxes, disjointBoxes, overlappingBoxes } from './packet-algebra.ts'
import type { Packet } from './packet.ts'
import type { PortRange } from './ports.ts'
import { ICMP, ICMPV6, PORT_PROTOCOLS, echoTypes, hasPorts } from './protocol.ts'

/** Ports are given as a range to choose from, and are left alone in packets whose protocol has none. */
export interface Rewrite {
  readonly source?: IpValue
  readonly destination?: IpValue
  readonly sourcePorts?: PortRange
  readonly destinationPorts?: PortRange
  readonly mark?: number
}

const WITH_PORTS = intervals(...PORT_PROTOCOLS.map((protocol) => [protocol, protocol] as const))
const NO_MARK = intervals([0, 0])

/**
 * A port already inside its range is kept unless preferPort, also inside the range, is given; otherwise the first of
 * the range is taken. Throws Error when an address is not of the packet's family.
 */
export function rewritePacket(packet: Packet, rewrite: Rewrite, preferPort?: number): Packet {
  const translates = hasPorts(packet.protocol)
  return {
    ...packet,
    source: sameFamily(rewrite.source, packet.source) ?? packet.source,
    destination: sameFamily(rewrite.destination, packet.destination) ?? packet.destination,
    sourcePort: translates
      ? choosePort(packet.sourcePort, rewrite.sourcePorts, preferPort)
      : packet.sourcePort,
    destinationPort: translates
      ? choosePort(packet.destinationPort, rewrite.destinationPorts, preferPort)
      : packet.destinationPort,
    mark: rewrite.mark ?? packet.mark,
  }
}

function choosePort(port: number, range: PortRange | undefined, preferPort: number | undefined): number {
  if (range === undefined) return port
  const inside = (candidate: number) => range.first <= candidate && candidate <= range.last
  if (preferPort !== undefined && inside(preferPort)) return preferPort
  return inside(port) ? port : range.first
}

/** Every packet the rewrite may make of a member, whatever ports it chooses. Throws as rewritePacket does. */
export function rewritePackets(set: PacketSet, rewrite: Rewrite): PacketSet {
  if (rewrite.sourcePorts === undefined && rewrite.destinationPorts === undefined) {
    return overlappingBoxes(boxes(set).map((box) => rewriteEnds(box, rewrite)))
  }
  const images: Box[] = []
  for (const box of boxes(set)) {
    const ended = rewriteEnds(box, rewrite)
    const [withPorts, without] = splitProtocols(ended, WITH_PORTS)
    if (without !== null) images.push(without)
    if (withPorts !== null) images.push(rewritePorts(withPorts, rewrite))
  }
  return overlappingBoxes(images)
}

function rewriteEnds(box: Box, rewrite: Rewrite): Box {
  let image = box
  const source = sameFamily(rewrite.source, box.sources[0]!)
  const destination = sameFamily(rewrite.destination, box.destinations[0]!)
  if (source !== undefined) image = withDimension(image, 'sources', [source, source])
  if (destination !== undefined) image = withDimension(image, 'destinations', [destination, destination])
  if (rewrite.mark !== undefined) image = withDimension(image, 'marks', [rewrite.mark, rewrite.mark])
  return image
}

function rewritePorts(box: Box, { sourcePorts, destinationPorts }: Rewrite): Box {
  let image = box
  if (sourcePorts !== undefined)
    image = withDimension(image, 'sourcePorts', [sourcePorts.first, sourcePorts.last])
  if (destinationPorts !== undefined)
    image = withDimension(image, 'destinationPorts', [destinationPorts.first, destinationPorts.last])
  return image
}

function sameFamily(value: IpValue | undefined, old: IpValue): IpValue | undefined {
  if (value !== undefined && typeof value !== typeof old)
    throw new Error(`rewrite to an address of the other family: ${value}`)
  return value
}

/** The replies' headers: what reverse() makes of every member. */
export function reversePackets(set: PacketSet): PacketSet {
  const images = boxes(set).flatMap(reverseBox)
  return marksAlike(set) ? disjointBoxes(images) : overlappingBoxes(images)
}

/** True when all boxes carry the same marks: their images then stay disjoint when the marks are forgotten. */
function marksAlike(set: PacketSet): boolean {
  return boxes(set).every((box, _, [first]) => first !== undefined && intervalsEqual(box.marks, first.marks))
}

function reverseBox(box: Box): readonly Box[] {
  const swapped = { ...box, sources: box.destinations, destinations: box.sources, marks: NO_MARK }
  const [icmp, notIcmp] = splitProtocols(swapped, intervals([ICMP, ICMP]))
  const [icmpv6, other] =
    notIcmp === null ? [null, null] : splitProtocols(notIcmp, intervals([ICMPV6, ICMPV6]))
  const images: Box[] = []
  if (icmp !== null)
    images.push(withDimension(icmp, 'destinationPorts', swapEcho(box.destinationPorts, ICMP)))
  if (icmpv6 !== null)
    images.push(withDimension(icmpv6, 'destinationPorts', swapEcho(box.destinationPorts, ICMPV6)))
  if (other !== null)
    images.push({ ...other, sourcePorts: box.destinationPorts, destinationPorts: box.sourcePorts })
  return images
}

/** Types and codes with echo request and echo reply exchanged. */
function swapEcho(types: IntervalSet, protocol: number): IntervalSet {
  const echo = echoTypes(protocol)
  if (echo === undefined) return types
  const request = intervals([echo.request, echo.request])
  const reply = intervals([echo.reply, echo.reply])
  const others = intervalsSubtract(types, intervalsUnion(request, reply))
  const replies = intervalsContain(types, echo.request) ? reply : noIntervals
  const requests = intervalsContain(types, echo.reply) ? request : noIntervals
  return intervalsUnion(others, intervalsUnion(replies, requests))
}

/** The set with every mark that its members could have carried. */
export function forgetMark(set: PacketSet): PacketSet {
  const images = boxes(set).map((box) => withDimension(box, 'marks', WHOLE[box.family].marks))
  return marksAlike(set) ? disjointBoxes(images) : overlappingBoxes(images)
}

/** The part of a box with the given protocols, and the part without. */
function splitProtocols(box: Box, protocols: IntervalSet): readonly [Box | null, Box | null] {
  const inside = intervalsIntersect(box.protocols, protocols)
  const outside = intervalsSubtract(box.protocols, protocols)
  return [
    inside.length === 0 ? null : withDimension(box, 'protocols', inside),
    outside.length === 0 ? null : withDimension(box, 'protocols', outside),
  ]
}
