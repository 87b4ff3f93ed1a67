// A question in packets, found by plain loops: what the naive walker is asked where the engine is asked a question.
import type { Design, Question } from '../design/design.ts'
import type { NetworkInterface } from '../kinds/records.ts'
import { parseAddress, type Address } from '../net/address.ts'
import { ICMP, ICMPV6, hasPorts, parseProtocol, type Packet } from '../net/packet.ts'
import { parseIcmp, parsePorts } from '../net/ports.ts'
import { parsePrefix } from '../net/prefix.ts'

export interface NaivePacket {
  readonly packet: Packet
  readonly from: string | 'outside'
}

/** One packet for each end of the ranges asked; null where the question names what this reading does not know. */
export function packetsOf(
  design: Design,
  { from, to, protocol, port, sourcePort }: Question,
): readonly NaivePacket[] | null {
  const source = endOf(design, from)
  const destination = endOf(design, to)
  if (!source || !destination) return null
  const wanted =
    destination.public !== null && (source.id === 'outside' || from === 'internet')
      ? destination.public
      : destination.address
  const a = source.addresses.find((one) => one.family === wanted.family)
  if (!a) return null
  const number = parseProtocol(
    protocol === 'icmp' && a.family === 6 ? 'icmpv6' : protocol === 'all' ? 'tcp' : protocol,
  )
  if (number === null) return null
  const icmp = number === ICMP || number === ICMPV6
  const ports = icmp
    ? port === null
      ? { first: 2048 }
      : parseIcmp(port)
    : hasPorts(number)
      ? parsePorts(port ?? '443')
      : { first: 0 }
  if (!ports) return null
  const sources = !hasPorts(number) ? { first: 0, last: 0 } : parsePorts(sourcePort ?? '40000')
  if (!sources) return null
  return [...new Set([sources.first, sources.last])].map((sourcePortOf) => ({
    from: source.id,
    packet: {
      family: a.family,
      protocol: number,
      source: a.value,
      destination: wanted.value,
      sourcePort: sourcePortOf,
      destinationPort: ports.first,
      mark: 0,
    },
  }))
}

function endOf(
  design: Design,
  text: string,
): { id: string; address: Address; addresses: readonly Address[]; public: Address | null } | null {
  const all = Object.values(design.resources)
  const interfaces = all.filter((one) => one.kind === 'network-interface') as unknown as NetworkInterface[]
  const given = parseAddress(text)
  if (text === 'internet' || given) {
    const address = given ?? parseAddress('198.51.100.7')
    if (!address) return null
    const owners = interfaces.filter((one) =>
      [...one.fields.addresses.map((row) => row.address), ...one.fields.ipv6].includes(text),
    )
    return {
      id: owners.length === 1 ? (owners[0]?.id ?? 'outside') : 'outside',
      address,
      addresses: [address],
      public: null,
    }
  }
  const named = all.find((one) => one.id === text)
  const mine = interfaces.filter((one) => one.id === text || one.fields.attachedTo === text)
  const primary = mine.find((one) => one.fields.primary) ?? mine[0]
  if (!named || !primary) {
    const list = all.find((one) => one.kind === 'prefix-list' && one.fields['awsService'] === text)
    const first = parsePrefix((list?.fields['cidrs'] as readonly string[] | undefined)?.[0] ?? '', 'zero')
    return first && !mine.length
      ? { id: 'outside', address: { family: 4, value: Number(first.first) + 7 }, addresses: [], public: null }
      : null
  }
  const addresses = [...primary.fields.addresses.map((row) => row.address), ...primary.fields.ipv6].flatMap(
    (one) => parseAddress(one) ?? [],
  )
  const row = primary.fields.addresses[0]
  const elastic = all.find(
    (one) =>
      one.kind === 'elastic-ip' &&
      one.fields['networkInterface'] === primary.id &&
      ['', row?.address].includes(one.fields['privateAddress'] as string),
  )
  const outside = elastic ? (elastic.fields['address'] as string) : (row?.publicAddress ?? '')
  const [address] = addresses
  return address ? { id: primary.id, address, addresses, public: parseAddress(outside) } : null
}
