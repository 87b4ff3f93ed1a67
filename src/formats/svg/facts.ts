// What a picture says about a resource beside its name, computed as the editor computes it.
import type { Design } from '../../design/design.ts'
import type { Resource, ResourceId } from '../../design/resource.ts'
import { createView, type View } from '../../design/view.ts'
import type { Verdict } from '../../forwarding/answer.ts'
import { kinds } from '../../kinds/index.ts'
import { interfacesOf, securityGroupsOf } from '../../kinds/network.ts'

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

export interface GroupOnCard {
  readonly name: string
  /** 1 to 8, in the order of creation. */
  readonly colour: number
}

export const viewOf = (design: Design): View => createView(design, (kind) => kinds.get(kind)?.fields)

export function standingOf(view: View, resource: Resource): Standing | null {
  return kinds.get(resource.kind)?.standing?.(resource, view) ?? null
}

/** The primary private address; empty where there is none. */
export function addressOf(view: View, resource: Resource): string {
  const first = interfacesOf(view, resource)[0]
  return first?.fields.addresses[0]?.address ?? first?.fields.ipv6[0] ?? ''
}

export function groupsOf(view: View, resource: Resource): readonly GroupOnCard[] {
  const order = view.memo(
    'order of groups',
    () => new Map(view.of('security-group').map((group, i) => [group.id, i])),
  )
  const found = new Map<ResourceId, GroupOnCard>()
  for (const networkInterface of interfacesOf(view, resource)) {
    for (const { id, name } of securityGroupsOf(view, networkInterface))
      found.set(id, { name, colour: ((order.get(id) ?? 0) % 8) + 1 })
  }
  return [...found.values()]
}

/** The second line of a gateway or of something outside: what it is, or the addresses it stands for. */
export function captionOf(resource: Resource): string {
  const kind = kinds.get(resource.kind)
  const addresses = resource.fields['addresses']
  if (kind?.category === 'outside' && Array.isArray(addresses)) {
    if (addresses.length === 0) return resource.kind === 'internet' ? 'any public address' : kind.title
    return addresses.length === 1
      ? String(addresses[0])
      : `${String(addresses[0])} and ${addresses.length - 1} more`
  }
  return kind?.title ?? resource.kind
}

/** The CIDR or code beside a container's name. */
export function detailOf({ fields }: Resource): string {
  const detail = fields['cidr'] ?? fields['code']
  return typeof detail === 'string' ? detail : ''
}
