// A line drawn from a subnet into the void: what could be added that carries its packets, and led to at once.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { kinds } from '../kinds/index.ts'
import { subnetsOf, vpcOf, zoneOf } from '../kinds/network.ts'
import type { Subnet } from '../kinds/records.ts'
import { connect } from './connect.ts'
import { viewOf } from './free-blocks.ts'
import { place } from './place.ts'
import { takes } from './where-to.ts'

export interface Attachable {
  readonly kind: string
  /** Where it would stand. */
  readonly parent: Resource
  /** With the new resource and the way to it. */
  readonly design: Design
  readonly id: ResourceId
}

/** `from`: a subnet, or what stands in one; from anything else nothing is offered. In the order of the kinds. */
export function attachable(view: View, from: ResourceId): readonly Attachable[] {
  const resource = view.get(from)
  const subnet = resource?.kind === 'subnet' ? resource : view.ancestor(from, 'subnet')
  const vpc = subnet && vpcOf(view, subnet)
  if (!subnet || !vpc) return []
  const places = [vpc, ...publicSubnets(view, vpc, subnet as Subnet)]
  return [...kinds.values()].flatMap((kind): Attachable[] => {
    if (!kind.offers || kind.palette === undefined) return []
    const parent = places.find((each) => takes(kind, each.kind))
    const placed = parent && place(view.design, kind.name, parent.id)
    if (!parent || !placed?.ok) return []
    const connection = connect(viewOf(placed.design), subnet.id, placed.id)
    return connection.sort === 'change'
      ? [{ kind: kind.name, parent, design: connection.make(), id: placed.id }]
      : []
  })
}

/** Where a NAT gateway does its work: other subnets that lead to the internet, those of the same zone first. */
function publicSubnets(view: View, vpc: Resource, subnet: Subnet): readonly Resource[] {
  const kind = kinds.get('subnet')
  const near = (other: Resource) => (zoneOf(view, other)?.id === zoneOf(view, subnet)?.id ? 0 : 1)
  return subnetsOf(view, vpc)
    .filter((other) => other.id !== subnet.id && kind?.standing?.(other, view)?.tone === 'public')
    .toSorted((a, b) => near(a) - near(b))
}
