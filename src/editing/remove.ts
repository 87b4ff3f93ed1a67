import type { Design } from '../design/design.ts'
import { referencesIn, type Field } from '../design/fields.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { mapReferences, referencesOf } from './references.ts'
import { removalOf } from './removal-of.ts'

/**
 * The design without these resources and what goes with them. References to them are cleared, with two
 * exceptions that AWS makes as well: a route whose target is gone stays as a blackhole, and a rule that names a
 * security group that is gone stays as a stale rule. Both keep the id, so that people can be told what it was.
 */
export function remove(design: Design, ids: readonly ResourceId[]): Design {
  const gone = new Set(removalOf(design, ids))
  if (gone.size === 0) return design
  const stays = ([id]: readonly [string, unknown]) => !gone.has(id)
  const resources = Object.entries(design.resources)
    .filter(stays)
    .map(([id, resource]) => [id, without(resource, gone)] as const)
  return {
    ...design,
    resources: Object.fromEntries(resources),
    layout: Object.fromEntries(Object.entries(design.layout).filter(stays)),
  }
}

function without(resource: Resource, gone: ReadonlySet<ResourceId>): Resource {
  if (!referencesOf(resource).some((id) => gone.has(id))) return resource
  const cleared = mapReferences(resource, (id, field) => (gone.has(id) && field.type !== 'peer' ? null : id))
  const fields: Record<string, FieldValue> = { ...cleared.fields }
  for (const [name, field] of Object.entries(kinds.get(resource.kind)?.fields ?? {})) {
    const value = fields[name]
    if (field.type === 'rows' && Array.isArray(value))
      fields[name] = value.map((row: Row) => blackholed(field.columns, row, gone))
  }
  return { ...cleared, fields }
}

type Row = Readonly<Record<string, FieldValue>>

function blackholed(columns: Readonly<Record<string, Field>>, row: Row, gone: ReadonlySet<ResourceId>): Row {
  const { state } = columns
  if (state?.type !== 'choice' || !state.options.some((option) => option.value === 'blackhole')) return row
  // A column that takes no CIDR names what a packet is handed to.
  const lost = Object.entries(columns).some(
    ([name, column]) =>
      column.type === 'peer' && !column.cidr && referencesIn(column, row[name]).some((id) => gone.has(id)),
  )
  return lost ? { ...row, state: 'blackhole' } : row
}
