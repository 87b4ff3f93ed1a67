// One file being read, and what has been found wrong with it so far.
import type * as z from 'zod'
import type { Kinds } from '../../kinds/kind.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { nearest } from '../../design/guess.ts'
import { isReservedName } from '../json-text.ts'
import { diagnosticsOf } from './issues.ts'

export type Values = Readonly<Record<string, unknown>>

export interface Reading {
  readonly kinds: Kinds
  /** The version of each kind that the file says its records have. */
  readonly versions: Readonly<Record<string, number>>
  readonly diagnostics: Diagnostic[]
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells an error and stands for the value that could not be read. */
export function fail(reading: Reading, where: string, summary: string, fix?: string): null {
  reading.diagnostics.push({ severity: 'error', where, summary, ...(fix === undefined ? {} : { fix }) })
  return null
}

/** The value if the schema takes it; every fault of it is told if not. */
export function checked(reading: Reading, schema: z.ZodType, value: unknown, where: string): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  reading.diagnostics.push(...diagnosticsOf(result.error, where))
  return null
}

/** Reads each value of an object by its id; those that fail are missing from what comes back. */
export function each<T>(
  reading: Reading,
  values: Values,
  where: string,
  read: (value: unknown, where: string, id: string) => T | null,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => {
      const at = `${where}.${id}`
      const item = isReservedName(id)
        ? fail(reading, at, `'${id}' cannot be an id; choose another.`)
        : read(value, at, id)
      return item === null ? [] : [[id, item] as const]
    }),
  )
}

/** Keys that nobody knows are kept; one that looks like a slip of the pen for a key that is missing is told. */
export function hintAtKeys(reading: Reading, values: Values, known: readonly string[], where: string): void {
  const missing = known.filter((name) => values[name] === undefined)
  for (const key of Object.keys(values)) {
    const guess = known.includes(key) ? undefined : nearest(key, missing)
    if (guess === undefined) continue
    const summary = `'${key}' is kept but has no meaning: did you mean '${guess}'?`
    reading.diagnostics.push({ severity: 'warning', where: where === '' ? key : `${where}.${key}`, summary })
  }
}
