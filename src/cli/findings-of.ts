// Every finding of a network, worst first.
import type { Network } from '../kinds/ask.ts'
import type { Finding, Severity } from '../kinds/kind.ts'

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

export function findingsOf({ design, view, kinds }: Network): readonly Finding[] {
  const found = Object.values(design.resources).flatMap(
    (resource) => kinds.get(resource.kind)?.checks?.(resource, view) ?? [],
  )
  return found.toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
}
