// The rows of the snapshots: questions that real packets answered.
import { readFileSync } from 'node:fs'
import type { Design } from '../design/design.ts'
import type { NetworkInterface } from '../kinds/records.ts'
import { parseAddress } from '../net/address.ts'
import { ICMP, TCP, UDP, type Packet } from '../net/packet.ts'

export interface Row {
  readonly id: string
  readonly from: { readonly kind: 'instance' | 'internet'; readonly id?: string; readonly ip?: string }
  readonly to: { readonly kind: 'instance' | 'ip'; readonly id?: string; readonly ip: string }
  readonly protocol: 'tcp' | 'udp' | 'icmp'
  readonly srcPort: number
  readonly dstPort?: number
  readonly forward: boolean
  readonly roundTrip: boolean
  readonly seenSource?: string
  readonly tags?: readonly string[]
}

export const folders = [
  'one-vpc',
  'fuzzed-rules',
  'one-vpc-endpoint',
  'three-vpcs-peered',
  'transit-gateway',
] as const

export function rowsOf(folder: string): readonly Row[] {
  const text = readFileSync(`${import.meta.dirname}/snapshots/${folder}/verdicts.jsonl`, 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

/** The packet a row asks about, and the interface it starts from. */
export function packetOf(design: Design, row: Row): { packet: Packet; from: string } {
  const own =
    row.from.kind === 'internet'
      ? null
      : (Object.values(design.resources).find(
          (one) => one.kind === 'network-interface' && one.fields['attachedTo'] === row.from.id,
        ) as NetworkInterface | undefined)
  const source = parseAddress(own ? (own.fields.addresses[0]?.address ?? '') : (row.from.ip ?? ''))
  const destination = parseAddress(row.to.ip)
  if (!source || !destination) throw new Error(`row ${row.id}`)
  const icmp = row.protocol === 'icmp'
  const protocol = { tcp: TCP, udp: UDP, icmp: ICMP }[row.protocol]
  return {
    from: own?.id ?? 'outside',
    packet: {
      family: 4,
      protocol,
      source: source.value,
      destination: destination.value,
      sourcePort: icmp ? 0 : row.srcPort,
      destinationPort: icmp ? 8 * 256 : (row.dstPort ?? 0),
      mark: 0,
    },
  }
}

/** What an analyzer says of a row, in the row's own words. */
export interface Said {
  readonly forward: boolean | 'unknown'
  readonly roundTrip: boolean | 'unknown'
  readonly seenSource: string | null
}

/**
 * Why an answer differs from the row, or nothing. Two differences are right: what a transit gateway does is not
 * modelled, so packets that meet it are unknown; and the laboratory's stand-in for S3 saw a link-local address of its
 * own set-up where S3 sees the private one (rule 14.12).
 */
export function differs(row: Row, said: Said, meetsUnmodelled: boolean): string | null {
  if (said.forward === 'unknown' || said.roundTrip === 'unknown') {
    if (!meetsUnmodelled) return `${row.id}: unknown, though nothing unmodelled is met`
    return said.forward === true && !row.forward
      ? `${row.id}: the request passes, the row says it does not`
      : null
  }
  if (said.forward !== row.forward) return `${row.id}: forward ${said.forward}, the row says ${row.forward}`
  if (said.roundTrip !== row.roundTrip)
    return `${row.id}: round trip ${said.roundTrip}, the row says ${row.roundTrip}`
  const laboratory = row.seenSource?.startsWith('169.254.') === true
  if (row.forward && !laboratory && said.seenSource !== row.seenSource)
    return `${row.id}: seen from ${said.seenSource}, the row says ${row.seenSource}`
  return null
}
