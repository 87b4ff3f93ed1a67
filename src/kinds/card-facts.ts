// What a card says of its resource beside the name: its address, its groups, a line about what it is.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { kinds } from './index.ts'
import { interfacesOf, securityGroupsOf } from './network.ts'

export interface GroupOnCard {
  readonly id: ResourceId
  readonly name: string
  /** 1 to 8, in the order of creation. */
  readonly colour: number
}

/** The primary private address; empty where there is none. */
export function addressOnCard(view: View, resource: Resource): string {
  const first = interfacesOf(view, resource)[0]
  return first?.fields.addresses[0]?.address ?? first?.fields.ipv6[0] ?? ''
}

/** Of all its interfaces, each group once. */
export function groupsOnCard(view: View, resource: Resource): readonly GroupOnCard[] {
  return view.memoOf('groups on card', resource, () => {
    const found = new Map<ResourceId, GroupOnCard>()
    for (const networkInterface of interfacesOf(view, resource))
      for (const { id, name } of securityGroupsOf(view, networkInterface))
        found.set(id, { id, name, colour: groupColour(view, id) })
    return [...found.values()]
  })
}

/** 1 to 8, in the order of the file. */
export function groupColour(view: View, id: ResourceId): number {
  const order = view.memo(
    'order of groups',
    () => new Map(view.of('security-group').map((group, i) => [group.id, i])),
  )
  return ((order.get(id) ?? 0) % 8) + 1
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
