// Checks of the records against each other: parents that exist and end somewhere, references that lead somewhere.
import type { Field } from '../../design/fields.ts'
import type { FieldValue, Resource } from '../../design/resource.ts'
import type { Kinds } from '../../kinds/kind.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { didYouMean } from '../guess.ts'

type Records = Readonly<Record<string, Resource>>

export function relationProblems(records: Records, kinds: Kinds): Diagnostic[] {
  const ids = Object.keys(records)
  const circling = inCircles(records)
  return Object.values(records).flatMap((resource) => {
    const fields = Object.entries(kinds.get(resource.kind)?.fields ?? {})
    return [
      ...parentProblems(resource, records, kinds, ids, circling),
      ...fields.flatMap(([name, field]) =>
        referenceProblems(
          field,
          resource.fields[name],
          `resources.${resource.id}.fields.${name}`,
          records,
          ids,
        ),
      ),
    ]
  })
}

function parentProblems(
  resource: Resource,
  records: Records,
  kinds: Kinds,
  ids: readonly string[],
  circling: ReadonlySet<string>,
): Diagnostic[] {
  const where = `resources.${resource.id}.parent`
  const { parent } = resource
  const placement = kinds.get(resource.kind)?.placement
  if (!placement) return []
  if (parent !== null && !Object.hasOwn(records, parent))
    return [
      {
        severity: 'error',
        where,
        summary: `No resource has the id '${parent}'${didYouMean(parent, ids)}.`,
        fix: 'Name the container of the resource, or null.',
      },
    ]
  if (circling.has(resource.id))
    return [
      {
        severity: 'error',
        where,
        summary: `'${resource.id}' contains itself, through its parent '${parent}'.`,
      },
    ]
  const inside = parent === null ? 'canvas' : records[parent]!.kind
  if (placement.in.includes(inside)) return []
  const container = inside === 'canvas' ? 'the canvas' : `'${parent}', of kind '${inside}'`
  return [
    {
      severity: 'warning',
      where,
      summary: `A resource of kind '${resource.kind}' does not belong into ${container}.`,
      detail: placement.why,
    },
  ]
}

/** The resources whose parents lead back to themselves. */
function inCircles(records: Records): ReadonlySet<string> {
  const state = new Map<string, 'open' | 'done'>()
  const circling = new Set<string>()
  for (const start of Object.keys(records)) {
    const path: string[] = []
    let at: string | null = start
    while (at !== null && Object.hasOwn(records, at) && !state.has(at)) {
      state.set(at, 'open')
      path.push(at)
      at = records[at]!.parent
    }
    if (at !== null && state.get(at) === 'open')
      for (const id of path.slice(path.indexOf(at))) circling.add(id)
    for (const id of path) state.set(id, 'done')
  }
  return circling
}

/** A reference that leads nowhere is kept: what it means (a blackhole, an unknown group) is for the analysis to say. */
function referenceProblems(
  field: Field,
  value: FieldValue | undefined,
  where: string,
  records: Records,
  ids: readonly string[],
): Diagnostic[] {
  if (value === undefined || value === null) return []
  switch (field.type) {
    case 'reference':
      return typeof value === 'string' && value !== '' ? leads(value, field.kinds, where, records, ids) : []
    case 'references':
      return (value as readonly string[]).flatMap((id, index) =>
        leads(id, field.kinds, `${where}.${index}`, records, ids),
      )
    case 'peer': {
      const text = value as string
      return text === '' || text.includes('/') || field.words?.includes(text)
        ? []
        : leads(text, field.kinds, where, records, ids, field.words)
    }
    case 'rows':
      return (value as readonly Readonly<Record<string, FieldValue>>[]).flatMap((row, index) =>
        Object.entries(field.columns).flatMap(([name, column]) =>
          referenceProblems(column, row[name], `${where}.${index}.${name}`, records, ids),
        ),
      )
    default:
      return []
  }
}

function leads(
  id: string,
  kinds: readonly string[],
  where: string,
  records: Records,
  ids: readonly string[],
  words: readonly string[] = [],
): Diagnostic[] {
  if (!Object.hasOwn(records, id)) {
    // A misspelt id of a large file is looked for among the ids of the right kinds only.
    const known =
      ids.length > 2000 ? [] : [...words, ...ids.filter((other) => kinds.includes(records[other]!.kind))]
    return [
      { severity: 'warning', where, summary: `No resource has the id '${id}'${didYouMean(id, known)}.` },
    ]
  }
  const { kind } = records[id]!
  if (kinds.length === 0 || kinds.includes(kind)) return []
  return [
    {
      severity: 'warning',
      where,
      summary: `'${id}' is of kind '${kind}'; ${kinds.map((name) => `'${name}'`).join(' or ')} is expected here.`,
    },
  ]
}
