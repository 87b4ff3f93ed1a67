// Questions asked of a design, answered from indexes that are built once. Knows no kind by name.
import type { Design } from './design.ts'
import { referencesIn, type Fields } from './fields.ts'
import type { Resource, ResourceId } from './resource.ts'

export interface View {
  readonly design: Design
  get(id: ResourceId | null | undefined): Resource | undefined
  /** All resources of a kind, in the order of the file. */
  of(kind: string): readonly Resource[]
  /** Direct children, optionally of one kind. */
  children(id: ResourceId, kind?: string): readonly Resource[]
  /** The nearest ancestor of a kind, not the resource itself. */
  ancestor(id: ResourceId, kind: string): Resource | undefined
  /** Resources that name `id` in one of their fields, optionally of one kind. */
  referring(id: ResourceId, kind?: string): readonly Resource[]
  /** A value computed once for this view; `key` names what is computed. */
  memo<T>(key: string, compute: () => T): T
}

/** `fieldsOf` gives the field declarations of a kind, by its name. */
export function createView(design: Design, fieldsOf: (kind: string) => Fields | undefined): View {
  const all = Object.values(design.resources)
  const byKind = group(all, (resource) => [resource.kind])
  const byParent = group(all, (resource) => (resource.parent === null ? [] : [resource.parent]))
  let byReference: Map<string, Resource[]> | undefined
  const memos = new Map<string, unknown>()
  const none: readonly Resource[] = []
  const ofKind = (list: readonly Resource[] | undefined, kind: string | undefined) =>
    kind === undefined ? (list ?? none) : (list ?? none).filter((resource) => resource.kind === kind)

  return {
    design,
    // Ids come from files and from people: `__proto__` is no resource.
    get: (id) =>
      typeof id === 'string' && Object.hasOwn(design.resources, id) ? design.resources[id] : undefined,
    of: (kind) => byKind.get(kind) ?? none,
    children: (id, kind) => ofKind(byParent.get(id), kind),
    ancestor(id, kind) {
      // A broken file may hold a cycle of parents: never climb further than there are resources.
      let at = design.resources[id]
      for (let climbed = 0; at && at.parent !== null && climbed < 64; climbed++) {
        at = design.resources[at.parent]
        if (at?.kind === kind) return at
      }
      return undefined
    },
    referring(id, kind) {
      byReference ??= group(all, (resource) => {
        const fields = fieldsOf(resource.kind) ?? {}
        return new Set(
          Object.entries(fields).flatMap(([name, field]) => referencesIn(field, resource.fields[name])),
        )
      })
      return ofKind(byReference.get(id), kind)
    },
    memo<T>(key: string, compute: () => T): T {
      if (!memos.has(key)) memos.set(key, compute())
      return memos.get(key) as T
    },
  }
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
