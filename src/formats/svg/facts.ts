// What a picture says about a resource beside its name, computed as the editor computes it.
import type { Design } from '../../design/design.ts'
import type { Resource } from '../../design/resource.ts'
import { createView, type View } from '../../design/view.ts'
import type { Verdict } from '../../forwarding/answer.ts'
import { kinds } from '../../kinds/index.ts'

export interface Standing {
  readonly word: string
  readonly tone: 'public' | 'private' | 'isolated'
}

export interface Access {
  /** Whether it reaches the internet. */
  readonly out: Verdict
  /** Whether the internet reaches it. */
  readonly in: Verdict
}

export const viewOf = (design: Design): View => createView(design, (kind) => kinds.get(kind)?.fields)

export function standingOf(view: View, resource: Resource): Standing | null {
  return kinds.get(resource.kind)?.standing?.(resource, view) ?? null
}

/** The CIDR or code beside a container's name. */
export function detailOf({ fields }: Resource): string {
  const detail = fields['cidr'] ?? fields['code']
  return typeof detail === 'string' ? detail : ''
}
