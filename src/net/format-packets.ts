// Packets and sets of them in one readable line a header or a box.
import { type Family, type IpValue, formatIpValue } from './address.ts'
import { type Box, WHOLE } from './box.ts'
import { type IntervalSet, intervalsSubset } from './interval-set.ts'
import { type PacketSet, boxes } from './packet-algebra.ts'
import type { Packet } from './packet.ts'
import { formatIcmp } from './ports.ts'
import { hasPorts, isIcmp, protocolName } from './protocol.ts'

/** A list longer than this is cut short and its rest counted. */
const SHOWN = 6

/** "tcp 10.0.1.5:40000 -> 198.51.100.7:443", "icmp 8/0 10.0.1.5 -> 198.51.100.7"; a mark is shown when it is not 0. */
export function formatPacket(packet: Packet): string {
  const { family, protocol } = packet
  const ports =
    hasPorts(protocol) || (!isIcmp(protocol) && (packet.sourcePort !== 0 || packet.destinationPort !== 0))
  const name = isIcmp(protocol)
    ? `${protocolName(protocol)} ${formatIcmp({ first: packet.destinationPort, last: packet.destinationPort })}`
    : protocolName(protocol)
  const source = end(family, formatIpValue(packet.source), ports ? String(packet.sourcePort) : null)
  const destination = end(
    family,
    formatIpValue(packet.destination),
    ports ? String(packet.destinationPort) : null,
  )
  return `${name} ${source} -> ${destination}${packet.mark === 0 ? '' : ` mark ${packet.mark}`}`
}

/** One line a box: "tcp 10.0.1.0/24:any -> 0.0.0.0/0:443". A long list is cut short; marks are shown unless any will do. */
export function formatPackets(set: PacketSet): string[] {
  return boxes(set).map(formatBox)
}

function formatBox(box: Box): string {
  const whole = WHOLE[box.family]
  const icmp =
    box.protocols.length === 2 && box.protocols[0] === box.protocols[1] && isIcmp(Number(box.protocols[0]))
  const ports = !icmp && !isPortless(box)
  const protocols = intervalsSubset(whole.protocols, box.protocols)
    ? 'all'
    : list(box.protocols, (value) => protocolName(Number(value)), formatNumbers)
  const name = icmp ? `${protocols} ${list(box.destinationPorts, String, formatTypes)}` : protocols
  const source = end(
    box.family,
    list(box.sources, formatIpValue, formatAddresses),
    ports ? formatPortList(box.sourcePorts) : null,
  )
  const destination = end(
    box.family,
    list(box.destinations, formatIpValue, formatAddresses),
    ports ? formatPortList(box.destinationPorts) : null,
  )
  const marks = intervalsSubset(whole.marks, box.marks) ? '' : ` mark ${list(box.marks, String)}`
  return `${name} ${source} -> ${destination}${marks}`
}

/** Protocols without ports, and ports that say no more than that. */
function isPortless(box: Box): boolean {
  for (let i = 0; i < box.protocols.length; i += 2) {
    for (let protocol = Number(box.protocols[i]); protocol <= Number(box.protocols[i + 1]); protocol++)
      if (hasPorts(protocol)) return false
  }
  const { sourcePorts, destinationPorts } = WHOLE[box.family]
  const plain = (given: IntervalSet, any: IntervalSet) =>
    intervalsSubset(any, given) || (given.length === 2 && given[1] === 0)
  return plain(box.sourcePorts, sourcePorts) && plain(box.destinationPorts, destinationPorts)
}

/** IPv6 stands in brackets before a port, as in a URL. */
function end(family: Family, addresses: string, ports: string | null): string {
  if (ports === null) return addresses
  return family === 6 ? `[${addresses}]:${ports}` : `${addresses}:${ports}`
}

type FormatInterval = (first: IpValue, last: IpValue) => string

function list(
  set: IntervalSet,
  one: (value: IpValue) => string,
  several: FormatInterval = (first, last) => `${one(first)}-${one(last)}`,
): string {
  const parts: string[] = []
  for (let i = 0; i < set.length; i += 2) {
    const first = set[i]!
    const last = set[i + 1]!
    parts.push(several === formatTypes || first !== last ? several(first, last) : one(first))
  }
  return parts.length > SHOWN
    ? `${parts.slice(0, SHOWN).join(',')},… (${parts.length - SHOWN} more)`
    : parts.join(',')
}

const formatNumbers: FormatInterval = (first, last) => `${first}-${last}`

const formatTypes: FormatInterval = (first, last) => formatIcmp({ first: Number(first), last: Number(last) })

/** A prefix when the interval is one. */
const formatAddresses: FormatInterval = (first, last) => {
  const size = BigInt(last) - BigInt(first) + 1n
  const power = size.toString(2).length - 1
  const aligned = size === 1n << BigInt(power) && BigInt(first) % size === 0n
  const bits = typeof first === 'bigint' ? 128 : 32
  return aligned
    ? `${formatIpValue(first)}/${bits - power}`
    : `${formatIpValue(first)}-${formatIpValue(last)}`
}

function formatPortList(set: IntervalSet): string {
  return list(set, String, (first, last) => (first === 0 && last === 65535 ? 'any' : `${first}-${last}`))
}
