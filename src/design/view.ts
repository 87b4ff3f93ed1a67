// Questions asked of a design, answered from indexes that are built once. Knows no kind by name.
import type { Design } from './design.ts'
import { referencesIn, type Fields } from './fields.ts'
import { Memory, type Shelf } from './memory.ts'
import type { Resource, ResourceId } from './resource.ts'

/** Every read through a view is noted, so that what was computed from it is known to stand after an edit, or not. */
export interface View {
  readonly design: Design
  get(id: ResourceId | null | undefined): Resource | undefined
  /** All resources, in the order of the file. */
  all(): readonly Resource[]
  /** All resources of a kind, in the order of the file. */
  of(kind: string): readonly Resource[]
  /** Direct children, optionally of one kind. */
  children(id: ResourceId, kind?: string): readonly Resource[]
  /** The nearest ancestor of a kind, not the resource itself. */
  ancestor(id: ResourceId, kind: string): Resource | undefined
  /** Resources that name `id` in one of their fields, optionally of one kind. */
  referring(id: ResourceId, kind?: string): readonly Resource[]
  /** A value computed once, from nothing but what the view says meanwhile; `what` names it. */
  memo<T>(what: string, compute: () => T): T
  /** The same for one resource, whose own record may be read too. */
  memoOf<T>(what: string, resource: Resource, compute: () => T): T
  /** See `Memory`. */
  shelf<T>(sort: string, compute: (name: string) => T): Shelf<T>
  run(effects: () => void): () => void
}

export type FieldsOf = (kind: string) => Fields | undefined

const memories = new WeakMap<View, Memory>()

/**
 * `fieldsOf` gives the field declarations of a kind, by its name. A view made after `before`, with the same `fieldsOf`,
 * takes over what was computed there and still stands; `before` stays right, but has to compute it again.
 */
export function createView(design: Design, fieldsOf: FieldsOf, before?: View): View {
  const byId = new Map(Object.entries(design.resources))
  const all = [...byId.values()]
  const byKind = group(all, (resource) => [resource.kind])
  const children = related('children', () =>
    group(all, (resource) => (resource.parent === null ? [] : [resource.parent])),
  )
  const referrers = related('referring', () => group(all, (resource) => referencesOf(resource, fieldsOf)))
  const memory = before ? takeOver(before, design, fieldsOf) : new Memory()
  const view: View = {
    get design() {
      memory.note(inputs.design)
      return design
    },
    get(id) {
      // Ids come from files and from people; in a map, unlike in an object, `__proto__` is no resource.
      if (typeof id !== 'string') return undefined
      memory.note(id)
      return byId.get(id)
    },
    all() {
      memory.note(inputs.all)
      return all
    },
    of(kind) {
      memory.note(inputs.kind(kind))
      return byKind.get(kind) ?? []
    },
    children(id, kind) {
      const { input, list } = children(id, kind)
      memory.note(input)
      return list
    },
    ancestor(id, kind) {
      memory.note(id)
      // A broken file may hold a cycle of parents: never climb further than there are resources.
      let at = byId.get(id)
      for (let climbed = 0; at && at.parent !== null && climbed < 64; climbed++) {
        memory.note(at.parent)
        at = byId.get(at.parent)
        if (at?.kind === kind) return at
      }
      return undefined
    },
    referring(id, kind) {
      const { input, list } = referrers(id, kind)
      memory.note(input)
      return list
    },
    memo: (what, compute) => memory.memo(what, '', compute),
    memoOf: (what, { id }, compute) => memory.memo(what, id, compute, id),
    shelf: (sort, compute) => memory.shelf(sort, compute),
    run: (effects) => memory.run(effects),
  }
  memories.set(view, memory)
  return view
}

/** The names under which reads are noted. Should an id be one of them, more is computed anew than need be. */
const inputs = {
  design: '\n',
  all: '\nall',
  kind: (kind: string) => `\nkind ${kind}`,
  related: (how: Relation, id: ResourceId, kind?: string) => `\n${how} ${kind ?? ''} ${id}`,
}

type Relation = 'children' | 'referring'

interface Related {
  readonly input: string
  readonly list: readonly Resource[]
}

/** Answers who is related to a resource, optionally of one kind; each is put together once. */
function related(
  how: Relation,
  index: () => Map<ResourceId, Resource[]>,
): (id: ResourceId, kind?: string) => Related {
  let byId: Map<ResourceId, Resource[]> | undefined
  const known = new Map<string | undefined, Map<ResourceId, Related>>()
  return (id, kind) => {
    let ofKind = known.get(kind)
    if (!ofKind) known.set(kind, (ofKind = new Map()))
    let found = ofKind.get(id)
    if (!found) {
      byId ??= index()
      const all = byId.get(id) ?? []
      const list = kind === undefined ? all : all.filter((resource) => resource.kind === kind)
      ofKind.set(id, (found = { input: inputs.related(how, id, kind), list }))
    }
    return found
  }
}

function takeOver(view: View, to: Design, fieldsOf: FieldsOf): Memory {
  const changed = changedInputs(view.design, to, fieldsOf)
  return changed ? memories.get(view)!.handOver(changed) : new Memory()
}

/** Gives a view back what another took over from it. */
export function giveBack(view: View, from: View, fieldsOf: FieldsOf): void {
  const changed = changedInputs(from.design, view.design, fieldsOf)
  if (changed) memories.get(view)!.takeBack(memories.get(from)!, changed)
}

/** Null where everything may be other than it was. */
function changedInputs(from: Design, to: Design, fieldsOf: FieldsOf): ReadonlySet<string> | null {
  const changed = new Set([inputs.design])
  const note = (resource: Resource) => {
    changed.add(inputs.all)
    changed.add(resource.id)
    changed.add(inputs.kind(resource.kind))
    for (const kind of [undefined, resource.kind]) {
      if (resource.parent !== null) changed.add(inputs.related('children', resource.parent, kind))
      for (const id of referencesOf(resource, fieldsOf)) changed.add(inputs.related('referring', id, kind))
    }
  }
  const [before, after] = [Object.keys(from.resources), Object.keys(to.resources)]
  const stayed = before.filter((id) => Object.hasOwn(to.resources, id))
  // The order of the file tells who comes first; another order of the same resources is another design.
  if (!stayed.every((id, i) => id === after[i])) return null
  for (const id of after) {
    const [was, is] = [from.resources[id], to.resources[id]]
    if (was !== is) for (const resource of [was, is]) if (resource) note(resource)
  }
  for (const id of before) if (!Object.hasOwn(to.resources, id)) note(from.resources[id]!)
  return changed
}

const references = new WeakMap<
  Resource,
  { readonly fieldsOf: FieldsOf; readonly ids: ReadonlySet<ResourceId> }
>()

/** What the resource names in its fields. Records never change, so it is read from each of them once. */
function referencesOf(resource: Resource, fieldsOf: FieldsOf): ReadonlySet<ResourceId> {
  const known = references.get(resource)
  if (known?.fieldsOf === fieldsOf) return known.ids
  const fields = fieldsOf(resource.kind) ?? {}
  const ids = new Set<ResourceId>()
  for (const name in fields) {
    for (const id of referencesIn(fields[name]!, resource.fields[name])) ids.add(id)
  }
  references.set(resource, { fieldsOf, ids })
  return ids
}

function group<T>(items: readonly T[], keys: (item: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const list = groups.get(key)
      if (list) list.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
