// Route tables. Local routes are implied by the VPC, and gateway endpoints' routes by the endpoint; neither is kept.
import type { GatewayEndpoint, PrefixList, Route, RouteTable, Vpc } from '../../kinds/records.ts'
import { parsePrefix, samePrefix } from '../../net/prefix.ts'
import type * as z from 'zod'
import { firstIssue } from './gathering.ts'
import type { Item } from './snapshot.ts'
import type { Draft } from './draft.ts'
import { addGatewayEndpoint, isGatewayService } from './endpoints.ts'
import type { Places } from './places.ts'
import { route as routeShape } from './shapes/index.ts'
import { nameTag } from './tidy.ts'
import { targetOf } from './targets.ts'

const unreadTable =
  'Without it nobody can say where the table sends packets: answers that meet it are "unknown".'

export function addRouteTables(draft: Draft, places: Places): void {
  for (const { value, where } of draft.snapshot.lists.RouteTables) {
    const gateway = value.Associations.flatMap((association) => association.GatewayId ?? [])[0]
    if (gateway !== undefined && !draft.has(gateway, 'internet-gateway'))
      draft.say(
        'warning',
        where,
        `'${value.RouteTableId}' routes what enters through '${gateway}', which is not modelled.`,
      )
    if (value.Routes === undefined) {
      draft.say('error', where, `'${value.RouteTableId}' comes without its Routes.`, { detail: unreadTable })
      continue
    }
    const read = value.Routes.map((one, index) =>
      readRoute(draft, places, value, one, `${where}.Routes[${index}]`),
    )
    // Its subnets go on naming it, and where it would send what leaves them is then answered "unknown".
    if (read.includes(null)) continue
    const routes = read.flatMap((some) => some ?? [])
    draft.add('route-table', value.RouteTableId, nameTag(value), value.VpcId, {
      main: value.Associations.some((association) => association.Main),
      routes: routes.map((route, index) => ({ ...route, id: `r${index + 1}` })),
      gateway: gateway !== undefined && draft.has(gateway, 'internet-gateway') ? gateway : null,
    } satisfies RouteTable['fields'])
  }
}

function readRoute(
  draft: Draft,
  places: Places,
  table: Item<'RouteTables'>,
  given: unknown,
  where: string,
): Route[] | null {
  const result = routeShape.safeParse(given)
  if (!result.success) {
    draft.say('error', where, `This route cannot be read: ${firstIssue(result.error)}`, {
      detail: unreadTable,
    })
    return null
  }
  const route = result.data
  const destination =
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId
  if (
    destination === undefined ||
    (route.DestinationPrefixListId !== destination && !parsePrefix(destination, 'zero'))
  ) {
    draft.say('error', where, 'This route cannot be read: it has no destination.', { detail: unreadTable })
    return null
  }
  // A filtered route is not installed; Route.State.
  if (route.State === 'filtered') {
    draft.say('note', where, `The route to ${destination} is filtered, so it is left out.`)
    return []
  }
  if (route.GatewayId === 'local' && isVpcCidr(draft, table.VpcId, destination)) return []
  if (isEndpointRoute(draft, places, table, route, where)) return []
  const target = targetOf(draft, table.VpcId, route, where)
  const propagated = route.Origin === 'EnableVgwRoutePropagation' || route.Origin === 'Advertisement'
  return [
    {
      id: '',
      destination,
      target,
      origin: propagated ? 'propagated' : 'static',
      state: route.State === 'blackhole' ? 'blackhole' : 'active',
    },
  ]
}

function isVpcCidr(draft: Draft, id: string, destination: string): boolean {
  const vpc = draft.get(id) as Vpc | undefined
  const prefix = parsePrefix(destination, 'zero')
  if (vpc?.kind !== 'vpc' || !prefix) return false
  return [vpc.fields.cidr, ...vpc.fields.secondaryCidrs, ...vpc.fields.ipv6Cidrs].some((cidr) => {
    const own = parsePrefix(cidr, 'zero')
    return own !== null && samePrefix(own, prefix)
  })
}

/** Sees to it that the endpoint lists the table; the route then follows from that. */
function isEndpointRoute(
  draft: Draft,
  places: Places,
  table: Item<'RouteTables'>,
  route: z.infer<typeof routeShape>,
  where: string,
): boolean {
  const { GatewayId: id, DestinationPrefixListId: list, State: state } = route
  if (id === undefined || list === undefined || !id.startsWith('vpce-')) return false
  // The endpoint that it led to is gone; rule 3.4.7.
  if (state === 'blackhole' && !draft.has(id)) return false
  if (!draft.has(id)) {
    const service = (draft.get(list) as PrefixList | undefined)?.fields.awsService
    if (!isGatewayService(service)) return false
    addGatewayEndpoint(draft, places, {
      id,
      vpc: table.VpcId,
      service,
      state: 'available',
      routeTables: [],
      region: null,
    })
    draft.say(
      'warning',
      where,
      `'${id}' is known from a route only; it is taken as an available gateway endpoint for ${service}.`,
      {
        fix: 'Add the output of `aws ec2 describe-vpc-endpoints`.',
      },
    )
  }
  const endpoint = draft.get(id) as GatewayEndpoint
  if (endpoint.kind !== 'gateway-endpoint') return false
  // Entries that were fetched by the list's id do not say whose they are; the endpoint's route does.
  const known = draft.get(list) as PrefixList | undefined
  if (known?.kind === 'prefix-list' && known.fields.awsService === '')
    draft.set(list, { awsService: endpoint.fields.service })
  if (!endpoint.fields.routeTables.includes(table.RouteTableId))
    draft.set(id, { routeTables: [...endpoint.fields.routeTables, table.RouteTableId] })
  return true
}
