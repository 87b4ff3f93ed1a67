// Drawing a line from one thing to another: what joining the two means. A VPC is peered with a VPC, a subnet is given routes to
// what could carry its packets, and between two ends there is a question.
import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Offer } from '../forwarding/compile.ts'
import { kinds } from '../kinds/index.ts'
import { newRoute } from '../kinds/new-route.ts'
import { peeringsOf, routeTableOf, subnetsUsing } from '../kinds/network.ts'
import type { Route, RouteTable, Subnet } from '../kinds/records.ts'
import { viewOf } from './free-blocks.ts'
import { place } from './place.ts'
import { rename } from './rename.ts'
import { setField } from './set-field.ts'

export type Connection =
  | {
      readonly sort: 'change'
      /** What it does, as a command: "Route 0.0.0.0/0 to nat-a". */
      readonly label: string
      readonly make: () => Design
      /** What to show once it is made; null: what was added. */
      readonly shows: ResourceId | null
      /** What is to be known once it is made. */
      readonly says: string
    }
  | { readonly sort: 'question'; readonly label: string }
  | { readonly sort: 'none'; readonly why: string }

/** Changes nothing: a `change` is worked out again, and made, by its `make`. */
export function connect(view: View, from: ResourceId, to: ResourceId): Connection {
  const [a, b] = [view.get(from), view.get(to)]
  if (!a || !b) return { sort: 'none', why: 'Nothing is there.' }
  if (a === b) return { sort: 'none', why: `Let go over something else to connect ${a.name} to it.` }
  const joined = peering(view, a, b) ?? route(view, a, b) ?? route(view, b, a)
  if (joined) return joined
  if (kinds.get(a.kind)?.end && kinds.get(b.kind)?.end)
    return { sort: 'question', label: `Can ${a.name} reach ${b.name}?` }
  return { sort: 'none', why: whyNot(view, a, b) }
}

/** Whether a line may start at it at all. */
export function connects({ kind: name }: Resource): boolean {
  const kind = kinds.get(name)
  return name === 'vpc' || name === 'subnet' || kind?.offers !== undefined || kind?.end !== undefined
}

function peering(view: View, a: Resource, b: Resource): Connection | null {
  if (a.kind !== 'vpc' || b.kind !== 'vpc') return null
  const already = peeringsOf(view, a).find(({ fields }) => [fields.requester, fields.accepter].includes(b.id))
  if (already) return { sort: 'none', why: `${already.name} joins ${a.name} and ${b.name} already.` }
  return {
    sort: 'change',
    label: `Peer ${a.name} with ${b.name}`,
    make() {
      const placed = place(view.design, 'vpc-peering', a.parent)
      if (!placed.ok) return view.design
      const named = rename(placed.design, placed.id, `${a.name}-${b.name}`)
      return setField(setField(named, placed.id, 'requester', a.id), placed.id, 'accepter', b.id)
    },
    shows: null,
    says: 'Peered. Each side still needs a route to the other.',
  }
}

/** From a subnet, or a card in it, to what could carry packets out of it: routes in the subnet's table. */
function route(view: View, from: Resource, to: Resource): Connection | null {
  const subnet = (from.kind === 'subnet' ? from : view.ancestor(from.id, 'subnet')) as Subnet | undefined
  const offers = subnet && kinds.get(to.kind)?.offers?.(to, subnet, view)
  const table = subnet && routeTableOf(view, subnet)
  if (!subnet || !table || !offers) return null
  if (offers.length === 0) return routeInItsOwn(view, subnet, table, to)
  const others = subnetsUsing(view, table).length - 1
  const shared = others === 0 ? '' : `, also for ${others === 1 ? 'the other subnet' : `${others} others`}`
  const also = others === 0 ? '' : `${shared} that ${others === 1 ? 'uses' : 'use'} it`
  const through = associated(to, table)
  if (through) {
    if (through.has) return { sort: 'none', why: `${table.name} leads to ${to.name} already.` }
    return {
      sort: 'change',
      label: `Associate ${table.name} with ${to.name}${shared}`,
      make: () => setField(view.design, to.id, through.field, through.tables),
      shows: subnet.id,
      says: `${table.name} leads to ${to.name}${also}.`,
    }
  }
  const destinations = destinationsOf(offers, subnet)
  const leads = ({ destination, target, state }: RouteTable['fields']['routes'][number]) =>
    target === to.id && state === 'active' && destinations.includes(destination)
  if (table.fields.routes.filter(leads).length === destinations.length)
    return { sort: 'none', why: `${table.name} leads to ${to.name} already.` }
  const elsewhere = ({ destination, target, state }: Route) =>
    destinations.includes(destination) && target !== to.id && state === 'active'
  const taken = view.get(table.fields.routes.find(elsewhere)?.target)
  if (others > 0 && taken) {
    const kept = others === 1 ? 'The other subnet keeps' : `The ${others} others keep`
    return inItsOwn(view, subnet, table, to, `${kept} ${table.name}.`)
  }
  const listed = destinations.join(' and ')
  return {
    sort: 'change',
    label: `Route ${listed} to ${to.name}${taken ? ` instead of ${taken.name}` : ''}${shared}`,
    make: () =>
      setField(view.design, table.id, 'routes', withRoutes(table.fields.routes, destinations, to.id)),
    shows: subnet.id,
    says: `${table.name} leads ${listed} to ${to.name}${also}.`,
  }
}

/** A NAT gateway whose own subnet uses the same table as the subnet is no target in that table: it would be sent its own packets. */
function routeInItsOwn(view: View, subnet: Subnet, table: RouteTable, to: Resource): Connection | null {
  const home = to.parent === null ? undefined : view.get(to.parent)
  if (home?.kind !== 'subnet' || home.id === subnet.id) return null
  if (routeTableOf(view, home as Subnet)?.id !== table.id) return null
  return inItsOwn(view, subnet, table, to, `${home.name} keeps ${table.name}.`)
}

/**
 * Where a route for the subnet would be wrong for others that use its table, or take theirs from them, the subnet is given a
 * table of its own, with what the shared one has.
 */
function inItsOwn(
  view: View,
  subnet: Subnet,
  table: RouteTable,
  to: Resource,
  kept: string,
): Connection | null {
  const placed = place(view.design, 'route-table', subnet.id)
  if (!placed.ok) return null
  const name = `rt-${subnet.name}`
  const taken = Object.values(view.design.resources).some((resource) => resource.name === name)
  const apart = viewOf(taken ? placed.design : rename(placed.design, placed.id, name))
  const [own, moved] = [apart.get(placed.id), apart.get(subnet.id)]
  const offers = moved && kinds.get(to.kind)?.offers?.(to, moved, apart)
  if (!own || !offers || offers.length === 0) return null
  const listed = destinationsOf(offers, subnet)
  // What a gateway propagates it propagates to the tables that it was told to.
  const written = table.fields.routes.filter(({ origin }) => origin === 'static')
  return {
    sort: 'change',
    label: `Route ${listed.join(' and ')} to ${to.name}, in a table for ${subnet.name} alone`,
    make() {
      const led = setField(apart.design, own.id, 'routes', withRoutes(written, listed, to.id))
      return Object.values(led.resources).reduce((design, resource) => {
        const through = associated(resource, table)
        if (!through?.has) return design
        return setField(design, resource.id, through.field, [...through.tables, own.id])
      }, led)
    },
    shows: subnet.id,
    says: `${subnet.name} uses ${own.name} from now on, which leads ${listed.join(' and ')} to ${to.name}. ${kept}`,
  }
}

/** What is offered over IPv6 is left out where the subnet has none, unless there is nothing else. */
function destinationsOf(offers: readonly Offer[], subnet: Subnet): readonly string[] {
  const offered = [...new Set(offers.map(({ destination }) => destination))]
  const own = offered.filter((destination) => !destination.includes(':') || subnet.fields.ipv6Cidr !== '')
  return own.length > 0 ? own : offered
}

/** A gateway endpoint is not the target of routes that people write: tables are associated with it. */
function associated(to: Resource, table: RouteTable) {
  const declared = Object.entries(kinds.get(to.kind)?.fields ?? {})
  const [field] = declared.find(([, { type, ...one }]) => {
    const named = 'kinds' in one ? one.kinds : []
    return type === 'references' && named.includes('route-table')
  }) ?? [null]
  if (field === null) return null
  const value = to.fields[field]
  const tables = Array.isArray(value) ? (value as readonly ResourceId[]) : []
  return { field, has: tables.includes(table.id), tables: [...new Set([...tables, table.id])] }
}

function withRoutes(routes: readonly Route[], destinations: readonly string[], target: ResourceId) {
  const rows = [...routes]
  for (const destination of destinations) {
    const at = rows.findIndex((row) => row.destination === destination)
    const old = rows[at]
    const row = newRoute(rows, destination, target)
    if (old) rows[at] = { ...old, ...row, id: old.id }
    else rows.push(row)
  }
  return rows
}

function whyNot(view: View, a: Resource, b: Resource): string {
  const [subnet, gateway] = a.kind === 'subnet' ? [a, b] : [b, a]
  const [home, other] = [view.ancestor(subnet.id, 'vpc'), view.ancestor(gateway.id, 'vpc')]
  if (subnet.kind === 'subnet' && kinds.get(gateway.kind)?.offers) {
    if (gateway.parent === subnet.id)
      return `${gateway.name} is in ${subnet.name}: it carries what other subnets send.`
    if (home && other && home.id !== other.id)
      return `${gateway.name} belongs to ${other.name}, and ${subnet.name} is in ${home.name}.`
    return `${gateway.name} carries nothing out of ${subnet.name}.`
  }
  return `Nothing connects ${a.name} to ${b.name}: a VPC is peered with a VPC, and a subnet is given a route to a gateway.`
}
