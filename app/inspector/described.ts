// A row in plain words, as its kind tells it.
import { kinds, ref, type Phrase, type ResourceId, type View } from '../library.ts'

export function described(view: View, id: ResourceId, part: string): Phrase | null {
  const resource = view.get(id)
  return resource
    ? view.memoOf(
        `described ${part}`,
        resource,
        () => kinds.get(resource.kind)?.describe?.(resource, ref(id, part), view) ?? null,
      )
    : null
}
