// How hops, rules and packets are put into words in the trace panel.
import {
  formatIpValue,
  hasPorts,
  kinds,
  plain,
  type Blocker,
  type Design,
  type FieldValue,
  type Hop,
  type Packet,
  type Ref,
} from '../library.ts'

export type RowValues = Readonly<Record<string, FieldValue>> & { readonly id: string }

/** The field and row that a reference to a part names: `inbound.r3` is row r3 of inbound. */
export function partOf(ref: Ref): { readonly field: string; readonly row: string | null } | null {
  if (ref.part === undefined) return null
  const dot = ref.part.indexOf('.')
  return dot < 0
    ? { field: ref.part, row: null }
    : { field: ref.part.slice(0, dot), row: ref.part.slice(dot + 1) }
}

export function rowsOf(design: Design, resource: string, field: string): readonly RowValues[] {
  const value = design.resources[resource]?.fields[field]
  return Array.isArray(value) ? (value as readonly RowValues[]) : []
}

/** What a blocker's title says after the name of what decided, by the reason's code. */
const titles: Readonly<Record<string, string>> = {
  'egress-only-internet-gateway/inbound': 'lets in answers only',
  'egress-only-internet-gateway/ipv6-only': 'carries IPv6 of its own VPC only',
  'gateway-endpoint/destination': 'leads to its service only',
  'gateway-endpoint/protocol': 'carries TCP and ping only',
  'gateway-endpoint/source': 'serves its own VPC only',
  'instance/not-running': 'is not running',
  'interface-endpoint/cannot-originate': 'never opens a connection',
  'interface-endpoint/not-available': 'is not available',
  'interface-endpoint/not-from-outside': 'cannot be reached from the internet',
  'interface-endpoint/protocol': 'answers TCP and UDP only',
  'internet-gateway/appliance-without-public-address': 'leads to what has no public address',
  'internet-gateway/diverted': 'brings answers back another way',
  'internet-gateway/no-public-address': 'has no public address',
  'internet-gateway/private-destination': 'drops packets to private addresses',
  'internet-gateway/private-source': 'drops packets from private addresses',
  'internet-gateway/unknown-address': 'has no public address',
  'internet/not-public': 'has no such address',
  'internet/private-destination': 'has no private addresses',
  'nat-gateway/cannot-originate': 'opens no connections by itself',
  'nat-gateway/no-session': 'opened no session for it',
  'nat-gateway/not-available': 'is not available',
  'nat-gateway/protocol': 'carries TCP, UDP and ICMP only',
  'nat-gateway/same-subnet': 'cannot serve its own subnet',
  'network-acl/denied-inbound': 'denies it inbound',
  'network-acl/denied-outbound': 'denies it outbound',
  'network-interface/link-local': 'has nothing at that address',
  'network-interface/no-such-address': 'has no such address',
  'network-interface/not-attached': 'is attached to nothing',
  'network-interface/outside-vpc': 'stands in no subnet',
  'network-interface/source-dest-check': 'takes only its own packets',
  'route-table/blackhole': 'has a route to nowhere',
  'route-table/link-local': 'never routes that address',
  'route-table/no-route': 'has no route',
  'route-table/no-target': 'has no way there',
  'security-group/denied-inbound': 'denies it inbound',
  'security-group/denied-outbound': 'denies it outbound',
  'security-group/no-rules-inbound': 'lets nothing in',
  'security-group/no-rules-outbound': 'lets nothing out',
  'security-group/reference-not-preserved': 'names a group, which does not hold here',
  'vpc-peering/address-outside-vpc': 'carries between its two VPCs only',
  'vpc/no-internet-gateway': 'has no internet gateway',
}

/** `route-table/no-route` after the table's name: "has no route". */
function titleWords(code: string): string {
  return titles[code] ?? 'stops it'
}

/** A blocker in a few words that begin with who it is about: "rt-app-a has no route", "web has no public address". */
export function blockerTitle({ cause, reason, packet, disposition }: Blocker, design: Design): string {
  const name = design.resources[cause.resource]?.name ?? cause.resource
  if (disposition === 'not-modelled') return `${name} is not modelled`
  const kind = design.resources[cause.resource]?.kind
  const holder = holderOf(packet.destination, design)
  switch (reason.code) {
    case 'internet-gateway/no-public-address':
      return `${holderOf(packet.source, design) ?? formatIpValue(packet.source)} ${titleWords(reason.code)}`
    case 'internet-gateway/unknown-address':
      if (kind === 'elastic-ip') return `${name} belongs to nothing`
      return holder === undefined
        ? `${name} knows no such public address`
        : `${holder} ${titleWords(reason.code)}`
    case 'route-table/blackhole':
      return `${name} ${kind === 'route-table' ? titleWords(reason.code) : 'is not running'}`
    default:
      return titles[reason.code] === undefined
        ? shortened(plain(reason.phrase, design))
        : `${name} ${titleWords(reason.code)}`
  }
}

/** Who has a private address: what its interface belongs to. */
function holderOf(address: Packet['source'], design: Design): string | undefined {
  const text = formatIpValue(address)
  for (const resource of Object.values(design.resources)) {
    if (resource.kind !== 'network-interface') continue
    if (!rowsOf(design, resource.id, 'addresses').some((row) => row['address'] === text)) continue
    const owner = resource.fields['attachedTo']
    return (typeof owner === 'string' ? design.resources[owner] : undefined)?.name ?? resource.name
  }
  return undefined
}

/** A sentence up to its first pause. */
function shortened(sentence: string): string {
  const [head = ''] = sentence.split(/[,:;]\s/, 1)
  return head.charAt(0).toUpperCase() + head.slice(1)
}

/** A kind's title inside a sentence: "internet gateway", but "NAT gateway". */
function inSentence(title: string): string {
  return /^[A-Z]{2}|^EC2|^[A-Z][A-Z0-9]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}

function endpoint(address: Packet['source'], port: number, protocol: number): string {
  const text = formatIpValue(address)
  if (!hasPorts(protocol)) return text
  return text.includes(':') ? `[${text}]:${port}` : `${text}:${port}`
}

/** What a translation changed: each header part that differs, before and after. */
export function changedParts(
  before: Packet,
  after: Packet,
): readonly { readonly what: 'src' | 'dst'; readonly from: string; readonly to: string }[] {
  const parts = []
  for (const [what, address, port] of [
    ['src', 'source', 'sourcePort'],
    ['dst', 'destination', 'destinationPort'],
  ] as const) {
    const moved = before[port] !== after[port]
    if (before[address] === after[address] && !moved) continue
    const text = (packet: Packet) =>
      moved ? endpoint(packet[address], packet[port], packet.protocol) : formatIpValue(packet[address])
    parts.push({ what, from: text(before), to: text(after) })
  }
  return parts
}

/** The quiet word beside a hop's name: its kind, or what the packet does at a border. */
export function hopWord(design: Design, hop: Hop): string {
  const last = hop.steps.at(-1)
  if (last?.kind === 'end' && last.disposition === 'delivered') return 'delivered'
  const kind = kinds.get(design.resources[hop.at.resource]?.kind ?? '')
  if (!kind) return ''
  const title = inSentence(kind.title)
  if (kind.placement.shape !== 'container') return title
  const filter = hop.steps.find((step) => step.kind === 'filter')
  const leaves =
    filter?.kind === 'filter'
      ? filter.direction === 'outbound'
      : hop.steps.some((step) => step.kind === 'route')
  return `${leaves ? 'leaves' : 'enters'} the ${title}`
}
