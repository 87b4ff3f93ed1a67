// Public, private or isolated of a resource, computed once for a network.
import { kinds, type Network, type Resource, type Standing } from '../library.ts'

export function standingIn({ view }: Network, resource: Resource): Standing | null {
  return view.memoOf(
    'standing on the canvas',
    resource,
    () => kinds.get(resource.kind)?.standing?.(resource, view) ?? null,
  )
}
