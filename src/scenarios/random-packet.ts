// Random packets aimed at what a random design holds.
import type { Design } from '../design/design.ts'
import type { NetworkInterface } from '../kinds/records.ts'
import { parseAddress } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import type { RandomPacket } from './random-design.ts'

/** The packet, and where it starts: an interface of the design or outside. */
export function aim(
  design: Design,
  targets: readonly string[],
  one: RandomPacket,
): { packet: Packet; from: string } | null {
  // Only what runs sends of its own accord; rule 1.9 starts at an interface in use.
  const interfaces = Object.values(design.resources).filter(
    (resource) =>
      resource.kind === 'network-interface' &&
      design.resources[(resource as NetworkInterface).fields.attachedTo ?? '']?.fields['state'] === 'running',
  )
  const wanted = parseAddress(targets[one.to % targets.length] ?? '')
  const from = interfaces[one.from % (interfaces.length + 2)]
  const rows = from
    ? [
        ...(from.fields['addresses'] as readonly { address: string }[]).map((row) => row.address),
        ...(from.fields['ipv6'] as readonly string[]),
      ]
    : ['198.51.100.7', '2600::7']
  const source = rows
    .flatMap((text) => parseAddress(text) ?? [])
    .filter((address) => address.family === wanted?.family)
  const first = source[one.sourcePort % Math.max(1, source.length)]
  if (!wanted || !first) return null
  const protocol = one.protocol === 1 && wanted.family === 6 ? 58 : one.protocol
  const echo = { 1: 8 * 256, 58: 128 * 256, 47: 0 }[protocol]
  const ported = echo === undefined
  return {
    from: from?.id ?? 'outside',
    packet: {
      family: wanted.family,
      protocol,
      source: first.value,
      destination: wanted.value,
      sourcePort: ported ? one.sourcePort : 0,
      destinationPort: ported ? one.destinationPort : echo,
      mark: 0,
    },
  }
}
