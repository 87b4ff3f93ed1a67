import { columnsOf } from '../design/fields.ts'
import { isResourceId } from '../design/resource.ts'
import type { Kinds } from '../kinds/kind.ts'
import { isReservedName } from './json-text.ts'

/** Why a text cannot be the id of a resource, or null when it can. */
export function idProblem(id: string, kinds: Kinds): string | null {
  if (!isResourceId(id)) return 'An id is a text without spaces or slashes.'
  if (isReservedName(id)) return `'${id}' cannot be an id: every object has something of that name.`
  return wordsOf(kinds).has(id)
    ? `'${id}' cannot be an id: where a field names a resource, it is a word with a meaning of its own.`
    : null
}

const words = new WeakMap<Kinds, ReadonlySet<string>>()

/** Words that stand where an id could, such as `local` for the target of a route. */
function wordsOf(kinds: Kinds): ReadonlySet<string> {
  const known =
    words.get(kinds) ??
    new Set(
      [...kinds.values()].flatMap(({ fields }) =>
        columnsOf(fields).flatMap((field) => (field.type === 'peer' ? (field.words ?? []) : [])),
      ),
    )
  words.set(kinds, known)
  return known
}
