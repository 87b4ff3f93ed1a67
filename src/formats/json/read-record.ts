// Reads one record: its kind, its fields brought to the version known now, and defaults for what was left out.
import type * as z from 'zod'
import { initialValue, type Fields } from '../../design/fields.ts'
import type { FieldValue, Resource } from '../../design/resource.ts'
import type { Kind } from '../../kinds/kind.ts'
import { didYouMean } from '../../design/guess.ts'
import { idProblem } from '../id-problem.ts'
import { fieldsSchema } from './field-schema.ts'
import { recordSchema } from './file-schema.ts'
import { migrate } from './migrate.ts'
import { checked, fail, hintAtKeys, type Reading, type Values } from './reading.ts'

export function readRecord(reading: Reading, value: unknown, where: string, id: string): Resource | null {
  const record = checked(reading, recordSchema, value, where) as Resource<Values> | null
  if (!record) return null
  if (record.id !== id) {
    const summary = `The record stands under '${id}' but calls itself '${record.id}'.`
    return fail(reading, `${where}.id`, summary, 'Make the two the same.')
  }
  const problem = idProblem(id, reading.kinds)
  if (problem !== null) return fail(reading, where, problem)
  const kind = reading.kinds.get(record.kind)
  if (!kind) {
    const guess = didYouMean(record.kind, reading.kinds.keys())
    // Whoever wrote its version into the file knew it.
    const fix = Object.hasOwn(reading.versions, record.kind) ? 'Open it with a newer Pathlight.' : undefined
    return fail(reading, `${where}.kind`, `Unknown kind '${record.kind}'${guess}.`, fix)
  }
  const fields = readFields(reading, kind, record.fields ?? {}, `${where}.fields`)
  return fields && { ...record, fields }
}

function readFields(reading: Reading, kind: Kind, given: Values, where: string): Resource['fields'] | null {
  const version = reading.versions[kind.name] ?? 1
  let values = given
  try {
    values = migrate(kind, version, given)
  } catch {
    return fail(reading, where, `These fields are not those of version ${version} of '${kind.name}'.`)
  }
  hintAtKeys(reading, values, Object.keys(kind.fields), where)
  const fields = checked(reading, schemaOf(kind), values, where) as Resource['fields'] | null
  return fields && withDefaults(kind.fields, fields)
}

/** A schema is the same for every record of a kind and not free to make. */
const schemas = new WeakMap<Kind, z.ZodType>()

function schemaOf(kind: Kind): z.ZodType {
  const schema = schemas.get(kind) ?? fieldsSchema(kind.fields)
  schemas.set(kind, schema)
  return schema
}

function withDefaults(fields: Fields, values: Resource['fields']): Resource['fields'] {
  const out: Record<string, FieldValue> = { ...values }
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined) out[name] = initialValue(field)
    else if (field.type === 'rows')
      out[name] = (value as readonly Resource['fields'][]).map((row) => withDefaults(field.columns, row))
  }
  return out
}
