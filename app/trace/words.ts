// How hops, rules and packets are put into words in the trace panel.
import {
  formatIpValue,
  hasPorts,
  kinds,
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
