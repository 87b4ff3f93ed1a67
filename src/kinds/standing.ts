// Public, private or isolated: computed from a subnet's routes, never from its name or its settings.
// Public is a route to an internet gateway (configure-subnets); private and isolated both have none,
// and differ in whether the default route leads out some other way.
import { code, say, type Phrase } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { destinationsOf, routesOf, routeTableOf, vpcOf } from './network.ts'
import type { Route, Subnet } from './records.ts'

export interface Standing {
  readonly word: 'public' | 'private' | 'isolated'
  readonly tone: 'public' | 'private' | 'isolated'
  readonly why: Phrase
}

/** Kinds that carry a default route's packets out. A peering does not: it leads to the other VPC and no further. */
const waysOut: readonly string[] = [
  'nat-gateway',
  'nat-instance',
  'egress-only-internet-gateway',
  'instance',
  'bastion',
  'network-interface',
  'unmodelled',
]

export function standingOf(view: View, subnet: Subnet): Standing {
  return view.memoOf('standing', subnet, () => compute(view, subnet))
}

export const isPublic = (view: View, subnet: Subnet): boolean => standingOf(view, subnet).word === 'public'

/** The route of a subnet that leads to an internet gateway attached to its VPC, a default route first. */
export function internetRoute(view: View, subnet: Subnet): Route | undefined {
  const vpc = vpcOf(view, subnet)
  const leading = liveRoutes(view, subnet).filter(
    ({ target }) => target.kind === 'internet-gateway' && vpc !== undefined && target.parent === vpc.id,
  )
  return (leading.find(({ route }) => isDefault(view, route)) ?? leading[0])?.route
}

function compute(view: View, subnet: Subnet): Standing {
  const outside = internetRoute(view, subnet)
  if (outside) {
    const why = say`Public, because its route table sends ${code(destinationText(view, outside))} to ${ref(outside.target)}. Whatever has a public address here can be reached from the internet.`
    return { word: 'public', tone: 'public', why }
  }
  const way = liveRoutes(view, subnet).find(
    ({ route, target }) => isDefault(view, route) && waysOut.includes(target.kind),
  )
  if (way) {
    const leads = say`Private, because its default route leads to ${ref(way.target.id)}.`
    // What is not modelled, such as a transit gateway, may well let others in.
    const why =
      way.target.kind === 'unmodelled'
        ? leads
        : say`${leads} Nothing on the internet can start a connection to it.`
    return { word: 'private', tone: 'private', why }
  }
  const dead = tableRoutes(view, subnet).some((route) => isDefault(view, route))
  const why = dead
    ? say`Isolated, because its default route leads nowhere.`
    : say`Isolated, because no route leads from it to the internet.`
  return { word: 'isolated', tone: 'isolated', why }
}

function liveRoutes(
  view: View,
  subnet: Subnet,
): readonly { readonly route: Route; readonly target: Resource }[] {
  return tableRoutes(view, subnet).flatMap((route) => {
    const target = view.get(route.target)
    return target && route.state === 'active' ? [{ route, target }] : []
  })
}

function tableRoutes(view: View, subnet: Subnet): readonly Route[] {
  const table = routeTableOf(view, subnet)
  return table ? routesOf(table) : []
}

const isDefault = (view: View, route: Route): boolean =>
  destinationsOf(view, route.destination).some((prefix) => prefix.length === 0)

const destinationText = (view: View, route: Route): string =>
  view.get(route.destination)?.name ?? route.destination
