// Reads a design file. Either the whole file is good and becomes a design, or every fault in it is told.
import { initialValue, type Fields } from '../../design/fields.ts'
import type { Box, Design, Question } from '../../design/design.ts'
import type { FieldValue, Resource } from '../../design/resource.ts'
import type { Kind, Kinds } from '../../kinds/kind.ts'
import { isError, type Diagnostic, type Read } from '../diagnostic.ts'
import { didYouMean, nearest } from '../guess.ts'
import { isReservedName, parseJson } from '../json-text.ts'
import { fieldsSchema } from './field-schema.ts'
import { boxSchema, fileVersion, questionSchema, recordSchema, versionsSchema } from './file-schema.ts'
import { diagnosticsOf } from './issues.ts'
import { migrate, versionProblems } from './migrate.ts'
import { relationProblems } from './relations.ts'

type Values = Readonly<Record<string, unknown>>

const topLevel = ['$schema', 'pathlight', 'name', 'kinds', 'resources', 'layout', 'question']

/** With errors the design is null; warnings and notes leave it usable. `layOut` places what a file does not. */
export function readDesignWith(kinds: Kinds, layOut: (design: Design) => Design): (text: string) => Read {
  return (text) => {
    const parsed = parseJson(text, '')
    if (!parsed.ok) return { design: null, diagnostics: [parsed.problem] }
    const reading = new Reading(kinds)
    const design = reading.design(parsed.value)
    const placed =
      design && isObject(parsed.value) && parsed.value.layout === undefined ? layOut(design) : design
    return { design: placed, diagnostics: reading.diagnostics }
  }
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One file being read; it gathers the diagnostics. */
class Reading {
  readonly diagnostics: Diagnostic[] = []
  private readonly schemas = new Map<string, ReturnType<typeof fieldsSchema>>()
  private readonly kinds: Kinds
  private versions: Readonly<Record<string, number>> = {}

  constructor(kinds: Kinds) {
    this.kinds = kinds
  }

  design(file: unknown): Design | null {
    if (!isObject(file)) return this.fail('top level', 'A design file is an object.')
    if (file.pathlight === undefined)
      return this.fail('pathlight', "This is no design file: it has no 'pathlight' version.")
    if (typeof file.pathlight === 'number' && file.pathlight > fileVersion)
      return this.fail(
        'pathlight',
        `The file has version ${file.pathlight}; this program knows versions up to ${fileVersion}.`,
        'Open it with a newer Pathlight.',
      )
    if (file.pathlight !== fileVersion)
      this.fail('pathlight', `The version of the file must be ${fileVersion}.`)

    this.versions = this.checked(versionsSchema, file.kinds ?? {}, 'kinds') ?? {}
    this.diagnostics.push(...versionProblems(this.versions, this.kinds))
    if (file.name !== undefined && typeof file.name !== 'string')
      this.fail('name', 'The name must be a text.')
    const question =
      file.question === undefined || file.question === null
        ? null
        : this.checked<Question>(questionSchema, file.question, 'question')
    const layout = this.layout(file.layout)
    const resources = this.resources(file.resources)
    this.hintAtKeys(file, topLevel, '')
    if (this.diagnostics.some(isError)) return null
    this.diagnostics.push(...relationProblems(resources, this.kinds))
    if (this.diagnostics.some(isError)) return null

    const others = Object.entries(file).filter(([key]) => !topLevel.includes(key))
    return {
      name: typeof file.name === 'string' ? file.name : 'Untitled',
      resources,
      layout,
      question: question && {
        ...question,
        port: question.port ?? null,
        sourcePort: question.sourcePort ?? null,
      },
      ...(others.length === 0
        ? {}
        : { extra: Object.fromEntries(others) as Readonly<Record<string, FieldValue>> }),
    }
  }

  private layout(value: unknown): Readonly<Record<string, Box>> {
    if (value === undefined) return {}
    if (!isObject(value))
      return this.fail('layout', 'The layout must be an object of boxes by resource id.') ?? {}
    return this.each(value, 'layout', (box, where) => this.checked<Box>(boxSchema, box, where))
  }

  private resources(value: unknown): Readonly<Record<string, Resource>> {
    if (!isObject(value))
      return this.fail('resources', "The file must have 'resources', an object of records by id.") ?? {}
    return this.each(value, 'resources', (record, where, id) => this.resource(record, where, id))
  }

  private resource(value: unknown, where: string, id: string): Resource | null {
    const record = this.checked<Resource<Values>>(recordSchema, value, where)
    if (!record) return null
    if (record.id !== id)
      return this.fail(
        `${where}.id`,
        `The record stands under '${id}' but calls itself '${record.id}'.`,
        'Make the two the same.',
      )
    if (id === '' || /[/\s]/.test(id)) return this.fail(where, 'An id is a text without spaces or slashes.')
    const kind = this.kinds.get(record.kind)
    if (!kind)
      return this.fail(
        `${where}.kind`,
        `Unknown kind '${record.kind}'${didYouMean(record.kind, this.kinds.keys())}.`,
      )
    const fields = this.fields(kind, record.fields ?? {}, `${where}.fields`)
    return fields && { ...record, fields }
  }

  private fields(kind: Kind, given: Values, where: string): Resource['fields'] | null {
    let values = given
    try {
      values = migrate(kind, this.versions[kind.name] ?? 1, given)
    } catch {
      return this.fail(
        where,
        `These fields are not those of version ${this.versions[kind.name] ?? 1} of '${kind.name}'.`,
      )
    }
    const schema = this.schemas.get(kind.name) ?? fieldsSchema(kind.fields)
    this.schemas.set(kind.name, schema)
    this.hintAtKeys(values, Object.keys(kind.fields), where)
    const checked = this.checked<Resource['fields']>(schema, values, where)
    return checked && withDefaults(kind.fields, checked)
  }

  /** Keys that nobody knows are kept; one that looks like a slip of the pen for a key that is missing is told. */
  private hintAtKeys(values: Values, known: readonly string[], where: string): void {
    const missing = known.filter((name) => values[name] === undefined)
    for (const key of Object.keys(values)) {
      const guess = known.includes(key) ? undefined : nearest(key, missing)
      if (guess === undefined) continue
      this.diagnostics.push({
        severity: 'warning',
        where: where === '' ? key : `${where}.${key}`,
        summary: `'${key}' is kept but has no meaning: did you mean '${guess}'?`,
      })
    }
  }

  private each<T>(
    values: Values,
    where: string,
    read: (value: unknown, where: string, id: string) => T | null,
  ): Readonly<Record<string, T>> {
    return Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => {
        const at = `${where}.${id}`
        const item = isReservedName(id)
          ? this.fail(at, `'${id}' cannot be an id; choose another.`)
          : read(value, at, id)
        return item === null ? [] : [[id, item] as const]
      }),
    )
  }

  private checked<T>(
    schema: { safeParse: ReturnType<typeof fieldsSchema>['safeParse'] },
    value: unknown,
    where: string,
  ): T | null {
    const result = schema.safeParse(value)
    if (result.success) return result.data as T
    this.diagnostics.push(...diagnosticsOf(result.error, where))
    return null
  }

  private fail(where: string, summary: string, fix?: string): null {
    this.diagnostics.push({ severity: 'error', where, summary, ...(fix === undefined ? {} : { fix }) })
    return null
  }
}

function withDefaults(
  fields: Fields,
  values: Readonly<Record<string, FieldValue>>,
): Readonly<Record<string, FieldValue>> {
  const out: Record<string, FieldValue> = { ...values }
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined) out[name] = initialValue(field)
    else if (field.type === 'rows' && Array.isArray(value))
      out[name] = value.map((row) => withDefaults(field.columns, row as Readonly<Record<string, FieldValue>>))
  }
  return out
}
