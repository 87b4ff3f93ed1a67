// What a card shows of the network around its resource: its address, its groups, a line about what it is.
import {
  interfacesOf,
  kinds,
  securityGroupsOf,
  type Network,
  type Resource,
  type ResourceId,
} from '../library.ts'

export interface GroupOnCard {
  readonly id: ResourceId
  readonly name: string
  /** 1 to 8, in the order of creation. */
  readonly colour: number
}

/** The primary private address, as text; empty where there is none. */
export function addressOnCard({ view }: Network, resource: Resource): string {
  const first = interfacesOf(view, resource)[0]
  return first?.fields.addresses[0]?.address ?? first?.fields.ipv6[0] ?? ''
}

export function groupsOnCard({ view }: Network, resource: Resource): readonly GroupOnCard[] {
  return view.memo(`groups on card/${resource.id}`, () => {
    const seen = new Map<ResourceId, GroupOnCard>()
    for (const networkInterface of interfacesOf(view, resource))
      for (const { id, name } of securityGroupsOf(view, networkInterface))
        if (!seen.has(id)) seen.set(id, { id, name, colour: groupColour({ view }, id) })
    return [...seen.values()]
  })
}

export function groupColour({ view }: Pick<Network, 'view'>, id: ResourceId): number {
  const order = view.memo(
    'order of groups',
    () => new Map(view.of('security-group').map((group, at) => [group.id, at])),
  )
  return ((order.get(id) ?? 0) % 8) + 1
}

/** The second line of a gateway or of the outside: what it is, or which addresses it stands for. */
export function captionOf(resource: Resource): string {
  const addresses = resource.fields['addresses']
  if (Array.isArray(addresses) && kinds.get(resource.kind)?.category === 'outside') {
    if (addresses.length === 0)
      return resource.kind === 'internet' ? 'any public address' : (kinds.get(resource.kind)?.title ?? '')
    return addresses.length === 1
      ? String(addresses[0])
      : `${String(addresses[0])} and ${addresses.length - 1} more`
  }
  return kinds.get(resource.kind)?.title ?? resource.kind
}
