// The resources that a question may name, by their names.
import { nearest } from '../design/guess.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Kinds } from './kind.ts'

export const isEnd = (resource: Resource, kinds: Kinds): boolean =>
  kinds.get(resource.kind)?.end !== undefined

/** Those of just this name; where there are none, those that differ in capitals only. */
export function endsNamed(view: View, kinds: Kinds, name: string): readonly Resource[] {
  const found = endsByName(view, kinds).get(spelt(name).toLowerCase()) ?? []
  const exact = found.filter((resource) => spelt(resource.name) === spelt(name))
  const all = exact.length > 0 ? exact : found
  // Tags are often given to an instance and its interfaces alike: the instance is meant.
  return all.filter((resource) => {
    const { attachedTo } = resource.fields
    return resource.kind !== 'network-interface' || !all.some((other) => other.id === attachedTo)
  })
}

/** Composed or not, a letter with its accent is one letter. */
const spelt = (name: string): string => name.normalize('NFC')

function endsByName(view: View, kinds: Kinds): ReadonlyMap<string, readonly Resource[]> {
  return view.memo('ends by name', () => {
    const byName = new Map<string, Resource[]>()
    for (const resource of view.all()) {
      if (!isEnd(resource, kinds)) continue
      const key = spelt(resource.name).toLowerCase()
      const list = byName.get(key)
      if (list) list.push(resource)
      else byName.set(key, [resource])
    }
    return byName
  })
}

/** Names that hold what was typed, after the one that is a slip of the hand away; at most five. */
export function namesLike(text: string, view: View, kinds: Kinds): readonly string[] {
  const letters = text.toLowerCase()
  const names = view
    .all()
    .filter((resource) => isEnd(resource, kinds))
    .map((resource) => resource.name)
  const holding = names.filter(
    (name) => name.toLowerCase().includes(letters) || letters.includes(name.toLowerCase()),
  )
  const near = nearest(text, [...names, 'internet'])
  return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, 5)
}
