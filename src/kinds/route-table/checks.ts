// What can be wrong with a route table, one route at a time; subnet-route-tables, route-table-options.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { formatPrefix, parsePrefix, prefixWithin } from '../../net/prefix.ts'
import type { Finding } from '../kind.ts'
import { finding } from '../finding.ts'
import { destinationsOf, edgeTableOf, subnetsOf, subnetsUsing, vpcOf } from '../network.ts'
import type { Route, RouteTable, Vpc } from '../records.ts'
import { insideProblem, edgeProblem } from './inside.ts'
import { targetProblem } from './targets.ts'
import { told, type Case } from './told.ts'

export function checkRouteTable(resource: Resource, view: View): readonly Finding[] {
  const table = resource as RouteTable
  const vpc = vpcOf(view, table)
  if (!vpc) return []
  const firsts = firstsOf(view, table)
  const routes = table.fields.routes.flatMap((route) => {
    const one: Case = { view, table, vpc, route }
    const first =
      unread(one) ?? unreachable(one) ?? misplaced(one) ?? repeated(one, firsts) ?? targetProblem(one)
    return first ? [first] : []
  })
  return [...routes, ...unused(table, view, vpc)]
}

/** Before there are subnets nobody could use it. The main table is there for those to come. */
function unused(table: RouteTable, view: View, vpc: Vpc): readonly Finding[] {
  const gateway = view.get(table.fields.gateway)
  const atEdge = gateway !== undefined && edgeTableOf(view, gateway)?.id === table.id
  if (table.fields.main || atEdge || subnetsOf(view, vpc).length === 0) return []
  if (subnetsUsing(view, table).length > 0) return []
  const detail =
    table.fields.gateway === null
      ? say`Its routes lead nothing until a subnet of ${ref(vpc.id)} uses it.`
      : gateway === undefined
        ? say`The gateway that it is for is gone, so its routes lead nothing.`
        : say`It is for what enters through ${ref(gateway.id)}, which is not attached to ${ref(vpc.id)} or has another table, so its routes lead nothing.`
  return [finding('route-table/unused', 'note', table, say`No subnet uses ${ref(table.id)}`, detail)]
}

function unread(one: Case): Finding | null {
  const { view, table, route } = one
  const readable =
    view.get(route.destination)?.kind === 'prefix-list' || parsePrefix(route.destination, 'zero') !== null
  if (/^(pl|prefix-list)-/.test(route.destination) && !readable) {
    const title = say`${ref(table.id)} routes to a prefix list that is not in the design`
    const detail = say`What ${code(route.destination)} holds is not known, so answers that depend on it are “unknown”.`
    return told(one, 'route-table/unknown-prefix-list', 'warning', title, detail)
  }
  if (!readable) {
    const what =
      route.destination === ''
        ? say`no destination`
        : say`a destination that cannot be read: ${code(route.destination)}`
    return told(
      one,
      'route-table/invalid-destination',
      'error',
      say`A route of ${ref(table.id)} has ${what}`,
      ['It is left out until its destination is a CIDR or a prefix list.'],
    )
  }
  if (route.target !== '') return null
  return told(
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
  return told(
    one,
    'route-table/link-local',
    'error',
    say`No route can lead to ${code(route.destination)}`,
    ['AWS keeps these addresses for services of the host, and does not accept such a route.'],
    true,
  )
}

function misplaced(one: Case): Finding | null {
  const { view, table, vpc, route } = one
  const problem =
    table.fields.gateway === null ? insideProblem(view, vpc, route) : edgeProblem(view, vpc, route)
  if (problem === null) return null
  const check = table.fields.gateway === null ? 'route-table/inside-vpc' : 'route-table/edge'
  return told(
    one,
    check,
    'error',
    say`AWS does not accept the route of ${ref(table.id)} for ${code(route.destination)}`,
    [problem],
    true,
  )
}

/** By destination, however it is written: the first of the routes that people wrote. */
function firstsOf(view: View, table: RouteTable): ReadonlyMap<string, Route> {
  const firsts = new Map<string, Route>()
  for (const route of table.fields.routes) {
    const meant = meantBy(view, route)
    if (route.origin === 'static' && meant !== null && !firsts.has(meant)) firsts.set(meant, route)
  }
  return firsts
}

function meantBy(view: View, { destination }: Route): string | null {
  if (view.get(destination)) return destination
  const prefix = parsePrefix(destination, 'zero')
  return prefix && formatPrefix(prefix)
}

function repeated(one: Case, firsts: ReadonlyMap<string, Route>): Finding | null {
  const { view, table, route } = one
  const first = firsts.get(meantBy(view, route) ?? '')
  if (route.origin !== 'static' || !first || first === route) return null
  const title = say`${ref(table.id)} has two routes for ${code(route.destination)}`
  return told(
    one,
    'route-table/duplicate',
    'error',
    title,
    ['A table holds one route for a destination.'],
    true,
  )
}
