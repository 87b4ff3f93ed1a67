// The Connect tool: two clicks join two things. What joining means depends on what they are.
import {
  kinds,
  place,
  rename,
  routeTableOf,
  setField,
  subnetsUsing,
  type Design,
  type FieldValue,
  type Network,
  type Resource,
  type ResourceId,
  type Subnet,
} from '../library.ts'
import { useStore } from '../store/index.ts'

/** The first click chooses, the second joins. */
export function connectBy(id: ResourceId): void {
  const state = useStore.getState()
  const { connecting, design, network, edit, select, toast } = state
  if (connecting === null || connecting === id || !design.resources[connecting]) {
    select([id])
    useStore.setState({ connecting: id })
    return
  }
  useStore.setState({ connecting: null })
  const [a, b] = [design.resources[connecting], design.resources[id]]
  if (!a || !b) return
  const joined = peering(design, a, b) ?? route(network, a, b) ?? route(network, b, a)
  if (joined) {
    edit(joined.label, () => joined.design)
    select([joined.shows])
    toast(joined.says, 'success')
  } else if (kinds.get(a.kind)?.end && kinds.get(b.kind)?.end) {
    // Nothing joins two machines but packets: whether they get there is a question.
    state.ask({ from: a.id, to: b.id })
    state.startTrace()
  } else
    toast(
      `Nothing connects ${a.name} to ${b.name}: a VPC is peered with a VPC, and a subnet is given a route to a gateway.`,
      'warning',
    )
}

interface Joined {
  readonly design: Design
  readonly label: string
  readonly shows: ResourceId
  readonly says: string
}

/** Two VPCs: a peering connection between them. */
function peering(design: Design, a: Resource, b: Resource): Joined | null {
  if (a.kind !== 'vpc' || b.kind !== 'vpc') return null
  const placed = place(design, 'vpc-peering', a.parent)
  if (!placed.ok) return null
  const ends: Readonly<Record<string, FieldValue>> = { requester: a.id, accepter: b.id }
  let joined = rename(placed.design, placed.id, `${a.name}-${b.name}`)
  for (const [field, value] of Object.entries(ends)) joined = setField(joined, placed.id, field, value)
  return {
    design: joined,
    label: `Peer ${a.name} with ${b.name}`,
    shows: placed.id,
    says: 'Peered. Each side still needs a route to the other.',
  }
}

/** A subnet (or a card in it) and what a route may lead to: a default route in the subnet's table. */
function route({ design, view }: Network, from: Resource, to: Resource): Joined | null {
  const subnet = from.kind === 'subnet' ? from : view.ancestor(from.id, 'subnet')
  const kind = kinds.get(to.kind)
  if (!subnet || kind?.entry === undefined || kind.category !== 'gateways' || to.parent === subnet.id)
    return null
  const table = routeTableOf(view, subnet as Subnet)
  if (!table) return null
  // An egress-only internet gateway carries IPv6 alone.
  const destination = to.kind === 'egress-only-internet-gateway' ? '::/0' : '0.0.0.0/0'
  const others = table.fields.routes.filter((row) => row.destination !== destination)
  const id = freeId(table.fields.routes.map((row) => row.id))
  const rows = [...others, { id, destination, target: to.id, origin: 'static', state: 'active' }]
  const users = subnetsUsing(view, table).length
  return {
    design: setField(design, table.id, 'routes', rows),
    label: `Route ${destination} to ${to.name}`,
    shows: subnet.id,
    says: `${table.name} leads ${destination} to ${to.name}${users > 1 ? `, for all ${users} subnets that use it` : ''}.`,
  }
}

function freeId(taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`r${n}`)) return `r${n}`
}
