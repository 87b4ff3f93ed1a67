// Makes records in the shapes of records.ts, and the changes that findings offer.
import type { Change } from '../design/change.ts'
import type { Phrase } from '../design/phrase.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import type { Fix } from '../forwarding/answer.ts'

/** A record whose fields are checked against the shape named: `make<Vpc>('vpc', …)`. */
export function make<R extends { readonly fields: unknown }>(
  kind: string,
  id: ResourceId,
  name: string,
  parent: ResourceId | null,
  fields: R['fields'],
): R {
  return { id, kind, name, parent, fields } as unknown as R
}

/** The same record with some of its fields replaced. */
export function withFields<R extends { readonly fields: object }>(
  resource: R,
  fields: Partial<R['fields']>,
): Resource {
  return { ...resource, fields: { ...resource.fields, ...fields } } as unknown as Resource
}

export interface Edits {
  readonly added?: readonly Resource[]
  /** Pairs of a record as it is and as it becomes. */
  readonly updated?: readonly (readonly [from: Resource, to: Resource])[]
}

function changeOf({ added = [], updated = [] }: Edits): Change {
  return {
    resources: {
      added: Object.fromEntries(added.map((resource) => [resource.id, resource])),
      updated: Object.fromEntries(updated.map(([from, to]) => [from.id, [from, to] as const])),
      removed: {},
    },
    layout: { added: {}, updated: {}, removed: {} },
  }
}

export function fixOf(title: Phrase, edits: Edits): Fix {
  return { title, change: changeOf(edits) }
}

/** A fix that replaces fields of one resource. */
export function setting<R extends { readonly fields: object }>(
  title: Phrase,
  resource: R,
  fields: Partial<R['fields']>,
): Fix {
  return fixOf(title, { updated: [[resource as unknown as Resource, withFields(resource, fields)]] })
}

/** AWS takes no list of rules or routes that is longer. */
const longest = 1000

/**
 * Fixes that each hold the whole list anew: none for a list longer than AWS takes, where one for each row would fill the
 * memory.
 */
export const fixesOfRows = (rows: readonly unknown[], fixes: () => readonly Fix[]): readonly Fix[] =>
  rows.length > longest ? [] : fixes()

/** A row id that the rows do not have yet: `r1`, `r2` … */
export function newRowId(rows: readonly { readonly id: string }[]): string {
  const taken = new Set(rows.map((row) => row.id))
  let number = rows.length + 1
  while (taken.has(`r${number}`)) number++
  return `r${number}`
}
