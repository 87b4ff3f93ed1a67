// The design while it is being put together from a snapshot.
import { initialFields } from '../../design/fields.ts'
import { idProblem } from '../id-problem.ts'
import type { FieldValue, Resource, ResourceId } from '../../design/resource.ts'
import type { Kinds } from '../../kinds/kind.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Snapshot } from './snapshot.ts'

export interface Draft {
  readonly snapshot: Snapshot
  has(id: ResourceId, kind?: string): boolean
  get(id: ResourceId): Resource | undefined
  of(kind: string): readonly Resource[]
  /** Adds a record, with the kind's defaults for what `fields` leaves out. An id that is taken stays with its first owner. */
  add(kind: string, id: ResourceId, name: string | undefined, parent: ResourceId | null, fields: object): void
  set(id: ResourceId, fields: object): void
  say(
    severity: Diagnostic['severity'],
    where: string,
    summary: string,
    more?: { readonly detail?: string; readonly fix?: string },
  ): void
  /** Everything so far. */
  resources(): Readonly<Record<ResourceId, Resource>>
  diagnostics(): readonly Diagnostic[]
}

export function createDraft(snapshot: Snapshot, kinds: Kinds): Draft {
  const resources = new Map<ResourceId, Resource>()
  const diagnostics: Diagnostic[] = [...snapshot.diagnostics]
  const draft: Draft = {
    snapshot,
    has: (id, kind) => resources.has(id) && (kind === undefined || resources.get(id)?.kind === kind),
    get: (id) => resources.get(id),
    of: (kind) => [...resources.values()].filter((resource) => resource.kind === kind),
    add(kind, id, name, parent, fields) {
      const before = resources.get(id)
      if (before)
        return draft.say(
          'warning',
          id,
          `Two resources have this id, a '${before.kind}' and a '${kind}'; the first is kept.`,
        )
      const problem = idProblem(id, kinds)
      if (problem !== null) return draft.say('error', id, `${problem} The ${kind} is left out.`)
      if (parent !== null && !resources.has(parent))
        return draft.say(
          'warning',
          id,
          `'${id}' belongs to '${parent}', which is not in the snapshot; it is left out.`,
        )
      const all = { ...initialFields(kinds.get(kind)?.fields ?? {}), ...fields } as Readonly<
        Record<string, FieldValue>
      >
      resources.set(id, { id, kind, name: name ?? id, parent, fields: all })
    },
    set(id, fields) {
      const resource = resources.get(id)
      if (resource) resources.set(id, { ...resource, fields: { ...resource.fields, ...fields } })
    },
    say(severity, where, summary, more = {}) {
      diagnostics.push({ severity, where, summary, ...more })
    },
    resources: () => Object.fromEntries(resources),
    diagnostics: () => diagnostics,
  }
  return draft
}
