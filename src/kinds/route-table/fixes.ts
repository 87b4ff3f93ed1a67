// Giving a packet a way out of its subnet: a route to the target that could carry it, or none where a dead one is in
// the way.
import { say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { Offered } from '../../forwarding/compile.ts'
import { contains } from '../../net/packet-set.ts'
import { parsePrefix, prefixContains } from '../../net/prefix.ts'
import { addRoute, destinationOf, retarget } from '../add-route.ts'
import { servicePrefixes } from '../aws-ranges.ts'
import { vpcsFor } from '../gateway-checks.ts'
import type { FixContext } from '../kind.ts'
import { fixOf, setting, withFields } from '../make.ts'
import { cidrsOf, inAny, interfacesOf, mappingsOf, regionOf, subnetsUsing, vpcOf } from '../network.ts'
import { natBeside, throughNat, withTableOfItsOwn } from '../own-table.ts'
import type {
  Compute,
  GatewayEndpoint,
  NatGateway,
  NetworkInterface,
  Route,
  RouteTable,
  Subnet,
  VpcPeering,
} from '../records.ts'
import { candidatesOf } from '../routes-in-force.ts'
import { insideProblem } from './inside.ts'

/** What another route would mend; some destinations no route leads to. */
const mended = new Set<string>(['route-table/no-route', 'route-table/blackhole'])

export function routeTableFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  if (!mended.has(blocker.reason.code)) return []
  const cause = view.get(blocker.cause.resource)
  if (cause?.kind === 'network-interface') return start(context, cause as NetworkInterface)
  if (cause?.kind !== 'route-table') return []
  const table = cause as RouteTable
  const dead = table.fields.routes.find((route) => blocker.cause.part === `routes.${route.id}`)
  if (blocker.reason.code === 'route-table/blackhole' && !dead) return []
  const pending = dead && view.get(dead.target)
  if (pending?.kind === 'vpc-peering' && pending.fields['status'] === 'pending-acceptance') {
    return [setting(say`Accept ${ref(pending.id)}`, pending as VpcPeering, { status: 'active' })]
  }
  const attached = dead && pending ? attachTo(context, table, dead, pending) : []
  const best = offerFor(context, table, dead)
  const apart = best?.target.kind === 'internet-gateway' ? keepingPrivate(context, table, best) : null
  return [
    ...attached,
    ...(apart ? [apart] : []),
    ...(best ? lead(context, table, dead, best) : []),
    ...(dead ? withoutRoute(context, table, dead) : []),
  ]
}

/** A gateway that is attached to no VPC takes packets once it is attached to this one; rule 9.1. */
function attachTo({ view }: FixContext, table: RouteTable, dead: Route, gateway: Resource): readonly Fix[] {
  const vpc = vpcOf(view, table)
  const mayBe =
    attaches.has(gateway.kind) &&
    !vpcOf(view, gateway) &&
    vpcsFor(view, gateway).some(({ id }) => id === vpc?.id)
  if (!vpc || !mayBe) return []
  const alive = (route: Route) => (route.id === dead.id ? { ...route, state: 'active' as const } : route)
  return [
    fixOf(say`Attach ${ref(gateway.id)} to ${ref(vpc.id)}`, {
      updated: [
        [gateway, { ...gateway, parent: vpc.id }],
        ...(dead.state === 'active'
          ? []
          : [[table, withFields(table, { routes: table.fields.routes.map(alive) })] as const]),
      ],
    }),
  ]
}

const attaches = new Set(['internet-gateway', 'egress-only-internet-gateway'])

/** A way out for a NAT gateway or through one, where a route to the internet gateway would make subnets public. */
function keepingPrivate(context: FixContext, table: RouteTable, best: Offered): Fix | null {
  const { view, blocker } = context
  const { family, source } = blocker.packet
  const subnet = subnetOf(context, table)
  if (!subnet || family !== 4) return null
  const leaving = (view.children(subnet.id, 'nat-gateway') as readonly NatGateway[]).find((nat) =>
    interfacesOf(view, nat).some((one) =>
      mappingsOf(view, one).some(({ address }) => address.value === source),
    ),
  )
  if (leaving) return withTableOfItsOwn(context, leaving)
  // What has a public address of its own is better off with it; a reply takes no way by a NAT gateway.
  if (blocker.direction === 'reply' || best.preference >= ownAddress) return null
  const nat = natBeside(context, table, subnet as Subnet)
  return nat ? throughNat(context, nat) : null
}

/** The preference of an internet gateway for what has a public address; any NAT gateway is worth less. */
const ownAddress = 30

/** A route to a stopped machine drops what it takes; rule 3.4.7. Terminated ones do not come back. */
function start({ view }: FixContext, { fields }: NetworkInterface): readonly Fix[] {
  const owner = view.get(fields.attachedTo) as Compute | undefined
  return owner?.fields.state === 'stopped'
    ? [setting(say`Start ${ref(owner.id)}`, owner, { state: 'running' })]
    : []
}

/** Kinds that carry only what was opened through them, or from inside: a reply does not take its way by them. */
const requestsOnly = new Set(['nat-gateway', 'gateway-endpoint', 'egress-only-internet-gateway'])

function offerFor(context: FixContext, table: RouteTable, dead: Route | undefined): Offered | undefined {
  const { blocker } = context
  const subnet = subnetOf(context, table)
  return (subnet ? context.offers(subnet) : []).find(
    ({ match, target }) =>
      contains(match, { ...blocker.packet, mark: 0 }) &&
      target.id !== dead?.target &&
      !(blocker.direction === 'reply' && requestsOnly.has(target.kind)),
  )
}

/** The subnet that the packet was leaving: the blocker's own, or the one that the NAT gateway it stands at is in. */
function subnetOf({ view, blocker }: FixContext, table: RouteTable): Resource | undefined {
  const at = view.get(blocker.at.resource)
  if (at?.kind === 'subnet') return at
  return (at && view.ancestor(at.id, 'subnet')) ?? subnetsUsing(view, table)[0]
}

function lead(
  context: FixContext,
  table: RouteTable,
  dead: Route | undefined,
  best: Offered,
): readonly Fix[] {
  if (best.target.kind === 'gateway-endpoint')
    return [byEndpoint(context, table, dead, best.target as GatewayEndpoint)]
  const wanted = parsePrefix(best.destination, 'zero')
  const inTheWay = dead && lengthFor(context, table, dead)
  // A dead route for more than the target is for stays as it is: the longer prefix comes before it.
  const passesBy = wanted !== null && inTheWay !== undefined && inTheWay < wanted.length
  if (!dead || passesBy) return [addRoute(table, best)]
  // A prefix list may hold addresses of the VPC too, which no route may lead to such a target.
  const vpc = vpcOf(context.view, table)
  const isAccepted = !vpc || insideProblem(context.view, vpc, { ...dead, target: best.target.id }) === null
  return isAccepted ? [retarget(table, dead, best)] : []
}

/** The length of the prefix by which a route took the packet. */
function lengthFor({ view, blocker }: FixContext, table: RouteTable, route: Route): number | undefined {
  const { family, destination: value } = blocker.packet
  return candidatesOf(view, table).find(
    ({ cause, prefix }) => cause.part === `routes.${route.id}` && prefixContains(prefix, { family, value }),
  )?.prefix.length
}

/** What takes the packet then: the local route, or a shorter prefix; rule 3.4. */
function withoutRoute({ view, blocker }: FixContext, table: RouteTable, dead: Route): readonly Fix[] {
  const vpc = vpcOf(view, table)
  if (!vpc) return []
  const { family, destination: value } = blocker.packet
  const next = candidatesOf(view, table).find(
    ({ prefix, cause }) => cause.part !== `routes.${dead.id}` && prefixContains(prefix, { family, value }),
  )
  return next?.dead === false || inAny(cidrsOf(view, vpc), family, value)
    ? [setting(say`Remove route ${destinationOf(dead)} from ${ref(table.id)}`, table, without(table, dead))]
    : []
}

const without = (table: RouteTable, dead: Route) => ({
  routes: table.fields.routes.filter((route) => route.id !== dead.id),
})

/** A dead route for the same addresses, or for fewer of them, comes before the endpoint's, and has to go; rule 3.4. */
function byEndpoint(
  context: FixContext,
  table: RouteTable,
  dead: Route | undefined,
  endpoint: GatewayEndpoint,
): Fix {
  const { view, blocker } = context
  const { family, destination: value } = blocker.packet
  const changed = withFields(endpoint, {
    routeTables: [...new Set([...endpoint.fields.routeTables, table.id])],
  })
  const own = servicePrefixes(view, endpoint.fields.service, regionOf(view, endpoint)).find((prefix) =>
    prefixContains(prefix, { family, value }),
  )
  const inTheWay = dead && (lengthFor(context, table, dead) ?? 0) >= (own?.length ?? 0)
  return inTheWay
    ? fixOf(
        say`Remove route ${destinationOf(dead)} from ${ref(table.id)}, and let it use ${ref(endpoint.id)}`,
        {
          updated: [
            [table, withFields(table, without(table, dead))],
            [endpoint, changed],
          ],
        },
      )
    : fixOf(say`Let ${ref(table.id)} use ${ref(endpoint.id)}`, { updated: [[endpoint, changed]] })
}
