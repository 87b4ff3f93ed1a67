// Walks every reference of a record, as its kind's fields declare them, and puts others in their place.
import { referencesIn, type Field } from '../design/fields.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'

/** What becomes of one reference: another id, null to clear it, or the same id to leave it. */
export type Decide = (id: ResourceId, field: Field) => ResourceId | null

/** The ids that a record names in its fields; its parent is not among them. */
export function referencesOf(resource: Resource): readonly ResourceId[] {
  return Object.entries(kinds.get(resource.kind)?.fields ?? {}).flatMap(([name, field]) =>
    referencesIn(field, resource.fields[name]),
  )
}

/** The record with its references decided anew; the same record when none changed. */
export function mapReferences(resource: Resource, decide: Decide): Resource {
  let fields = resource.fields
  for (const [name, field] of Object.entries(kinds.get(resource.kind)?.fields ?? {})) {
    const value = fields[name]
    if (value === undefined) continue
    const next = mapValue(field, value, decide)
    if (next !== value) fields = { ...fields, [name]: next }
  }
  return fields === resource.fields ? resource : { ...resource, fields }
}

function mapValue(field: Field, value: FieldValue, decide: Decide): FieldValue {
  switch (field.type) {
    case 'reference': {
      const [id] = referencesIn(field, value)
      return id === undefined ? value : decide(id, field)
    }
    case 'peer': {
      const [id] = referencesIn(field, value)
      return id === undefined ? value : (decide(id, field) ?? '')
    }
    case 'references': {
      const ids = referencesIn(field, value)
      const next = [...new Set(ids.flatMap((id) => decide(id, field) ?? []))]
      return next.length === ids.length && next.every((id, i) => id === ids[i]) ? value : next
    }
    case 'rows': {
      if (!Array.isArray(value)) return value
      const rows = value as readonly Readonly<Record<string, FieldValue>>[]
      const next = rows.map((row) => mapRow(field.columns, row, decide))
      return next.every((row, i) => row === rows[i]) ? value : next
    }
    default:
      return value
  }
}

function mapRow(
  columns: Readonly<Record<string, Field>>,
  row: Readonly<Record<string, FieldValue>>,
  decide: Decide,
) {
  let next = row
  for (const [name, column] of Object.entries(columns)) {
    const value = row[name]
    if (value === undefined) continue
    const mapped = mapValue(column, value, decide)
    if (mapped !== value) next = { ...next, [name]: mapped }
  }
  return next
}
