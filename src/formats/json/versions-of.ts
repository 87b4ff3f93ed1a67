// The version of each kind whose records a design holds: what is kept beside them, so that they can be migrated later.
import type { Design } from '../../design/design.ts'
import type { Kinds } from '../../kinds/kind.ts'

export function versionsOf({ resources }: Design, kinds: Kinds): Readonly<Record<string, number>> {
  const used = [...new Set(Object.values(resources).map((resource) => resource.kind))].sort()
  return Object.fromEntries(used.map((kind) => [kind, kinds.get(kind)?.version ?? 1]))
}
