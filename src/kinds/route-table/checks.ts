// What can be wrong with a route table, one route at a time; subnet-route-tables, route-table-options.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { parsePrefix, prefixWithin, samePrefix } from '../../net/prefix.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { cidrsOf, destinationsOf, peerOf, vpcOf } from '../network.ts'
import type { Route, RouteTable, Vpc, VpcPeering } from '../records.ts'
import { insideProblem, edgeProblem } from './inside.ts'

interface Case {
  readonly view: View
  readonly table: RouteTable
  readonly vpc: Vpc
  readonly route: Route
}

export function checkRouteTable(resource: Resource, view: View): readonly Finding[] {
  const table = resource as RouteTable
  const vpc = vpcOf(view, table)
  if (!vpc) return []
  return table.fields.routes.flatMap((route) => {
    const one: Case = { view, table, vpc, route }
    const first =
      unread(one) ??
      unreachable(one) ??
      dead(one) ??
      foreign(one) ??
      misplaced(one) ??
      repeated(one) ??
      wrongFamily(one) ??
      beyondPeer(one)
    return first ? [first] : []
  })
}

function at(
  { table, route }: Case,
  check: string,
  severity: Finding['severity'],
  title: Finding['title'],
  detail: Finding['detail'],
  removable = false,
): Finding {
  const without = table.fields.routes.filter((other) => other.id !== route.id)
  const fixes = removable
    ? [setting(say`Remove the route for ${code(route.destination)}`, table, { routes: without })]
    : []
  return finding(check, severity, ref(table.id, `routes.${route.id}`), title, detail, fixes)
}

function unread(one: Case): Finding | null {
  const { view, table, route } = one
  const readable =
    view.get(route.destination)?.kind === 'prefix-list' || parsePrefix(route.destination, 'zero') !== null
  if (!readable) {
    const what =
      route.destination === ''
        ? say`no destination`
        : say`a destination that cannot be read: ${code(route.destination)}`
    return at(one, 'route-table/invalid-destination', 'error', say`A route of ${ref(table.id)} has ${what}`, [
      'It is left out until its destination is a CIDR or a prefix list.',
    ])
  }
  if (route.target !== '') return null
  return at(
    one,
    'route-table/no-target',
    'warning',
    say`The route of ${ref(table.id)} for ${code(route.destination)} has no target`,
    ['It is left out until one is chosen.'],
  )
}

const linkLocal = ['169.254.168.0/22', 'fd00:ec2::/32'].flatMap((text) => parsePrefix(text) ?? [])

function unreachable(one: Case): Finding | null {
  const { view, route } = one
  if (
    !destinationsOf(view, route.destination).some((prefix) =>
      linkLocal.some((range) => prefixWithin(prefix, range)),
    )
  )
    return null
  return at(
    one,
    'route-table/link-local',
    'error',
    say`No route can lead to ${code(route.destination)}`,
    ['AWS keeps these addresses for services of the host, and does not accept such a route.'],
    true,
  )
}

function dead(one: Case): Finding | null {
  const { view, vpc, table, route } = one
  if (route.target === 'local') return null
  const target = view.get(route.target)
  const why = (() => {
    if (!target) return say`Its target no longer exists.`
    if (route.state === 'blackhole') return say`AWS says that ${ref(target.id)} cannot take its packets.`
    const gateway = target.kind === 'internet-gateway' || target.kind === 'egress-only-internet-gateway'
    if (gateway && vpcOf(view, target) === undefined) return say`${ref(target.id)} is not attached to a VPC.`
    if (target.kind !== 'vpc-peering') return null
    const { status } = (target as VpcPeering).fields
    return status === 'active' ? null : say`${ref(target.id)} is not active: ${status}.`
  })()
  if (why === null) return null
  const title = say`The route of ${ref(table.id)} for ${code(route.destination)} is a blackhole`
  return at(
    one,
    'route-table/blackhole',
    'error',
    title,
    say`${why} It still wins over wider routes of ${ref(vpc.id)}, and drops what it wins.`,
    true,
  )
}

function foreign(one: Case): Finding | null {
  const { view, vpc, table, route } = one
  const target = view.get(route.target)
  if (!target || target.kind === 'unmodelled') return null
  const own =
    target.kind === 'vpc-peering' ? peersWith(target as VpcPeering, vpc) : vpcOf(view, target)?.id === vpc.id
  if (own) return null
  const title = say`${ref(table.id)} routes to ${ref(target.id)}, which is not part of ${ref(vpc.id)}`
  return at(
    one,
    'route-table/foreign-target',
    'error',
    title,
    ['A route leads to something in its own VPC, or to a peering of it.'],
    true,
  )
}

const peersWith = (peering: VpcPeering, vpc: Vpc): boolean =>
  peering.fields.requester === vpc.id || peering.fields.accepter === vpc.id

function misplaced(one: Case): Finding | null {
  const { view, table, vpc, route } = one
  const problem =
    table.fields.gateway === null ? insideProblem(view, vpc, route) : edgeProblem(view, vpc, route)
  if (problem === null) return null
  const check = table.fields.gateway === null ? 'route-table/inside-vpc' : 'route-table/edge'
  return at(
    one,
    check,
    'error',
    say`AWS does not accept the route of ${ref(table.id)} for ${code(route.destination)}`,
    [problem],
    true,
  )
}

function repeated(one: Case): Finding | null {
  const { view, table, route } = one
  if (route.origin !== 'static') return null
  const mine = destinationsOf(view, route.destination)
  const earlier = table.fields.routes
    .slice(0, table.fields.routes.indexOf(route))
    .filter((other) => other.origin === 'static')
  const twin = earlier.some((other) =>
    view.get(route.destination) || view.get(other.destination)
      ? other.destination === route.destination
      : destinationsOf(view, other.destination).some((theirs) => mine.some((own) => samePrefix(theirs, own))),
  )
  if (!twin) return null
  const title = say`${ref(table.id)} has two routes for ${code(route.destination)}`
  return at(
    one,
    'route-table/duplicate',
    'error',
    title,
    ['A table holds one route for a destination.'],
    true,
  )
}

/** An egress-only gateway carries IPv6 only, and NAT turns IPv6 only for 64:ff9b::/96; egress-only-internet-gateway, nat-gateway-nat64-dns64. */
function wrongFamily(one: Case): Finding | null {
  const { view, table, route } = one
  const kind = view.get(route.target)?.kind
  const families = new Set(destinationsOf(view, route.destination).map((prefix) => prefix.family))
  const translated = parsePrefix('64:ff9b::/96')
  const onlyTranslated = destinationsOf(view, route.destination).every(
    (prefix) => translated !== null && prefixWithin(prefix, translated),
  )
  const why =
    kind === 'egress-only-internet-gateway' && families.has(4)
      ? 'An egress-only internet gateway carries IPv6 only.'
      : (kind === 'nat-gateway' || kind === 'nat-instance') && families.has(6) && !onlyTranslated
        ? 'NAT carries IPv4; IPv6 leaves through an internet gateway or an egress-only one.'
        : null
  if (why === null) return null
  const title = say`The target of ${ref(table.id)} for ${code(route.destination)} does not carry such packets`
  return at(one, 'route-table/wrong-family', 'error', title, [why], true)
}

/** A peering hands over only what is addressed to the other VPC; vpc-peering-basics. */
function beyondPeer(one: Case): Finding | null {
  const { view, vpc, table, route } = one
  const target = view.get(route.target)
  const peer = target?.kind === 'vpc-peering' ? peerOf(view, target as VpcPeering, vpc) : undefined
  if (!peer) return null
  const theirs = cidrsOf(view, peer)
  const outside = destinationsOf(view, route.destination).every(
    (prefix) => !theirs.some((own) => prefixWithin(prefix, own) || prefixWithin(own, prefix)),
  )
  if (!outside) return null
  const title = say`The route of ${ref(table.id)} for ${code(route.destination)} leads to no address of ${ref(peer.id)}`
  return at(one, 'route-table/beyond-peer', 'warning', title, [
    'A peering leads to the addresses of the other VPC and no further, so these packets are dropped.',
  ])
}
