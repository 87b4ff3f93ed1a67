// The whole design review: what each kind says of each of its resources, and what the checks say across them.
import type { ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Finding, Kinds, Severity } from '../kinds/kind.ts'
import { checks } from './list.ts'

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** For fixes that create something. Every call gives another id or name. */
export interface Ids {
  readonly newId: (kind: string) => ResourceId
  readonly newName: (stem: string) => string
}

/** All findings, worst first, then by the name of the resource they stand at. */
export function review(view: View, kinds: Kinds, { newId, newName }: Ids): readonly Finding[] {
  const findings = [
    ...view
      .all()
      .flatMap((resource) =>
        view.memoOf('checks', resource, () => kinds.get(resource.kind)?.checks?.(resource, view) ?? []),
      ),
    ...checks.flatMap((check) => check.run({ view, kinds, newId, newName })),
  ]
  const nameOf = (finding: Finding) => view.get(finding.at.resource)?.name ?? ''
  return findings
    .map((finding) => ({ finding, name: nameOf(finding) }))
    .toSorted((a, b) => weight[a.finding.severity] - weight[b.finding.severity] || compare(a.name, b.name))
    .map(({ finding }) => finding)
}

// By code unit: what comes first must not depend on the language of the machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
