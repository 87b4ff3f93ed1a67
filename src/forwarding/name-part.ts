// What people call one part of a resource: a rule by its number, a route by its destination, a group's rule by what it says.
import { plain, type Phrase } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import type { FieldValue, Ref } from '../design/resource.ts'

/** The field that a part lies in and the row it names; the row is null where the whole field is meant. */
export function splitPart(part: string): { readonly field: string; readonly row: string | null } {
  const dot = part.indexOf('.')
  return dot < 0 ? { field: part, row: null } : { field: part.slice(0, dot), row: part.slice(dot + 1) }
}

/** The row that a part names; undefined for rows that are implied (`inbound.*`, `routes.local`) or gone. */
export function rowOf(ref: Ref, design: Design): Readonly<Record<string, FieldValue>> | undefined {
  if (ref.part === undefined) return undefined
  const { field, row } = splitPart(ref.part)
  const rows = design.resources[ref.resource]?.fields[field]
  if (row === null || !Array.isArray(rows)) return undefined
  return rows.find((candidate) => isRow(candidate) && candidate['id'] === row)
}

/** `rule 100`, `rule *`, `0.0.0.0/0`, `local`, `tcp 443 from web`, `no rule`; nothing for a ref without a part. */
export function namePart(ref: Ref, design: Design): string {
  if (ref.part === undefined) return ''
  const { field, row: id } = splitPart(ref.part)
  if (id === null) return 'no rule'
  if (id === '*') return 'rule *'
  if (id === 'local') return 'local'
  if (id.startsWith('local:')) return id.slice('local:'.length)
  const row = rowOf(ref, design)
  // An implied row stands for another resource: the route that a gateway endpoint adds to a table.
  if (!row) return nameOf(id, design)
  if (typeof row['number'] === 'number') return `rule ${row['number']}`
  if (typeof row['destination'] === 'string') return nameOf(row['destination'], design)
  return nameRule(row, field, design)
}

/** `tcp 443 from web`: protocol and ports, and the peer where there is one. */
function nameRule(row: Readonly<Record<string, FieldValue>>, field: string, design: Design): string {
  const { protocol, ports, peer, id } = row
  if (typeof protocol !== 'string') return typeof id === 'string' ? id : field
  const service = typeof ports === 'string' && ports !== 'all' ? `${protocol} ${ports}` : protocol
  if (typeof peer !== 'string') return service
  return `${service} ${field === 'outbound' ? 'to' : 'from'} ${nameOf(peer, design)}`
}

/** The name of the resource, where the text is a resource's id. */
function nameOf(text: string, design: Design): string {
  const phrase: Phrase = design.resources[text] ? [{ resource: text }] : [text]
  return plain(phrase, design)
}

function isRow(value: FieldValue): value is Readonly<Record<string, FieldValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
