// Checks of the records against each other: parents that exist and end somewhere, references that lead somewhere.
import type { Field } from '../../design/fields.ts'
import type { FieldValue, Resource } from '../../design/resource.ts'
import type { Kinds } from '../../kinds/kind.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { didYouMean } from '../../design/guess.ts'
import { isReservedName } from '../json-text.ts'

interface Relations {
  readonly records: Readonly<Record<string, Resource>>
  readonly kinds: Kinds
  /** Every id of the file, those of records that could not be read included. */
  readonly ids: ReadonlySet<string>
  readonly circling: ReadonlySet<string>
  readonly tooDeep: ReadonlySet<string>
}

/** A view climbs no further, and what draws the containers of containers must not run out of stack. */
const deepest = 64

export function relationProblems(
  records: Readonly<Record<string, Resource>>,
  kinds: Kinds,
  ids: Iterable<string>,
): Diagnostic[] {
  const relations: Relations = {
    records,
    kinds,
    ids: new Set(ids),
    circling: inCircles(records),
    tooDeep: tooDeep(records),
  }
  return Object.values(records).flatMap((resource) => {
    const fields = Object.entries(kinds.get(resource.kind)?.fields ?? {})
    const where = `resources.${resource.id}`
    return [
      ...parentProblems(relations, resource, `${where}.parent`),
      ...fields.flatMap(([name, field]) =>
        referenceProblems(relations, field, resource.fields[name], `${where}.fields.${name}`),
      ),
    ]
  })
}

function parentProblems(relations: Relations, resource: Resource, where: string): Diagnostic[] {
  const { records, kinds, ids, circling } = relations
  const { id, kind, parent } = resource
  if (parent !== null && !ids.has(parent)) {
    const summary = `No resource has the id '${parent}'${didYouMean(parent, guessable(relations))}.`
    return [{ severity: 'error', where, summary, fix: 'Name the container of the resource, or null.' }]
  }
  if (circling.has(id))
    return [{ severity: 'error', where, summary: `'${id}' contains itself, through its parent '${parent}'.` }]
  if (relations.tooDeep.has(id))
    return [{ severity: 'error', where, summary: `'${id}' stands in more than ${deepest} containers.` }]
  const inside = parent === null ? 'canvas' : records[parent]?.kind
  const placement = kinds.get(kind)?.placement
  if (inside === undefined || !placement || placement.in.includes(inside)) return []
  const container = inside === 'canvas' ? 'straight on the canvas' : `into '${parent}', of kind '${inside}'`
  const summary = `A resource of kind '${kind}' does not belong ${container}.`
  return [{ severity: 'warning', where, summary, detail: placement.why }]
}

/** The resources whose parents lead back to themselves. */
function inCircles(records: Relations['records']): ReadonlySet<string> {
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

/** The first on each way down that stand too deep; those that they hold need not be told. */
function tooDeep(records: Relations['records']): ReadonlySet<string> {
  const held = new Map<string, string[]>()
  for (const { id, parent } of Object.values(records)) {
    const container = parent !== null && Object.hasOwn(records, parent) ? parent : ''
    const list = held.get(container)
    if (list) list.push(id)
    else held.set(container, [id])
  }
  let level = held.get('') ?? []
  for (let depth = 0; depth <= deepest && level.length > 0; depth++)
    level = level.flatMap((id) => held.get(id) ?? [])
  return new Set(level)
}

/** A reference that leads nowhere is kept: what it means (a blackhole, an unknown group) is for the analysis to say. */
function referenceProblems(
  relations: Relations,
  field: Field,
  value: FieldValue | undefined,
  where: string,
): Diagnostic[] {
  if (value === undefined || value === null || value === '') return []
  switch (field.type) {
    case 'reference':
      return leads(relations, value as string, field.kinds, where)
    case 'references':
      return (value as readonly string[]).flatMap((id, index) =>
        leads(relations, id, field.kinds, `${where}.${index}`),
      )
    case 'peer': {
      const text = value as string
      if (text.includes('/') || field.words?.includes(text)) return []
      return leads(relations, text, field.kinds, where, field.words)
    }
    case 'rows':
      return (value as readonly Resource['fields'][]).flatMap((row, index) =>
        Object.entries(field.columns).flatMap(([name, column]) =>
          referenceProblems(relations, column, row[name], `${where}.${index}.${name}`),
        ),
      )
    default:
      return []
  }
}

function leads(
  relations: Relations,
  id: string,
  kinds: readonly string[],
  where: string,
  words: readonly string[] = [],
): Diagnostic[] {
  if (isReservedName(id))
    return [{ severity: 'error', where, summary: `'${id}' cannot be the id of a resource.` }]
  if (!relations.ids.has(id)) {
    const known = guessable(relations).filter((other) => kinds.includes(relations.records[other]?.kind ?? ''))
    return [
      {
        severity: 'warning',
        where,
        summary: `No resource has the id '${id}'${didYouMean(id, [...words, ...known])}.`,
      },
    ]
  }
  const kind = relations.records[id]?.kind
  if (kind === undefined || kinds.includes(kind)) return []
  const expected = kinds.map((name) => `'${name}'`).join(' or ')
  return [
    { severity: 'warning', where, summary: `'${id}' is of kind '${kind}'; ${expected} is expected here.` },
  ]
}

/** Among the many ids of a large file a nearest one would be an accident. */
const guessable = ({ ids }: Relations): readonly string[] => (ids.size > 500 ? [] : [...ids])
