// Brings the fields of a record from the version they were written in to the one that is known now.
import type { Kind, Kinds } from '../../kinds/kind.ts'
import type { Diagnostic } from '../diagnostic.ts'

type Values = Readonly<Record<string, unknown>>

/** One diagnostic for each kind whose records a newer program wrote. */
export function versionProblems(versions: Readonly<Record<string, number>>, kinds: Kinds): Diagnostic[] {
  return Object.entries(versions).flatMap(([name, version]) => {
    const known = kinds.get(name)?.version
    if (known === undefined || version <= known) return []
    return [
      {
        severity: 'error' as const,
        where: `kinds.${name}`,
        summary: `The file holds version ${version} of '${name}'; this program knows versions up to ${known}.`,
        fix: 'Open it with a newer Pathlight.',
      },
    ]
  })
}

/** Throws what a migration throws when the fields are not what a file of that version holds. */
export function migrate(kind: Kind, from: number, fields: Values): Values {
  return kind.migrations.slice(from - 1, kind.version - 1).reduce((values, { run }) => run(values), fields)
}
