// What an end of a question was understood to be, or why it was not.
import { say, type Phrase } from '../design/phrase.ts'
import { ref, type Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { KindEnd, Kinds } from './kind.ts'

export interface Resolved {
  /** Null where nothing of the design is meant: hosts outside, a service that is not drawn. */
  readonly at: Resource | null
  readonly id: string
  readonly label: string
  readonly end: KindEnd
  /** The end was written as an address: packets are sent to, or from, just this. */
  readonly byAddress: boolean
}

export type Resolution =
  | { readonly ok: true; readonly end: Resolved }
  | { readonly ok: false; readonly problem: Phrase; readonly suggestions: readonly string[] }

export const resolved = (end: Resolved): Resolution => ({ ok: true, end })

export const unresolved = (problem: Phrase, suggestions: readonly string[] = []): Resolution => ({
  ok: false,
  problem,
  suggestions,
})

export function resolvedResource(resource: Resource, view: View, kinds: Kinds): Resolution {
  const end = kinds.get(resource.kind)?.end?.(resource, view)
  return end
    ? resolved({ at: resource, id: resource.id, label: resource.name, end, byAddress: false })
    : unresolved(say`${ref(resource.id)} has no address that packets could be sent to or from`)
}
