// Where a route leads. What is not in the snapshot is made, as far as the route tells what it is.
import type * as z from 'zod'
import type { ResourceId } from '../../design/resource.ts'
import type { Draft } from './draft.ts'
import type { route as routeShape } from './shapes/index.ts'
import { addUnmodelled, typeOf } from './unmodelled.ts'

type Route = z.infer<typeof routeShape>

export function targetOf(draft: Draft, vpc: ResourceId, route: Route, where: string): string {
  // A route to an instance prints both; the interface is what packets go to.
  const id =
    route.NetworkInterfaceId ??
    route.NatGatewayId ??
    route.VpcPeeringConnectionId ??
    route.TransitGatewayId ??
    route.EgressOnlyInternetGatewayId ??
    route.InstanceId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    lastPart(route.CoreNetworkArn) ??
    lastPart(route.OdbNetworkArn) ??
    route.GatewayId
  if (id === undefined || id === '') {
    if (route.State === 'blackhole') return 'blackhole'
    const unknown = `target@${where.replaceAll(/[\s/]+/g, '-')}`
    addUnmodelled(draft, unknown, 'unknown', vpc, where)
    return unknown
  }
  // An id that leads nowhere is a blackhole by itself, and AWS says that it is one.
  if (id === 'local' || draft.has(id) || route.State === 'blackhole') return id
  if (route.GatewayId === id && id.startsWith('igw-'))
    return attached(draft, 'internet-gateway', id, vpc, where)
  if (route.EgressOnlyInternetGatewayId === id)
    return attached(draft, 'egress-only-internet-gateway', id, vpc, where)
  addUnmodelled(
    draft,
    id,
    typeFrom(route, id),
    route.TransitGatewayId === id ? (draft.get(vpc)?.parent ?? vpc) : vpc,
    where,
  )
  return id
}

/** AWS calls the route active, so the gateway is attached to this VPC, though its list was not taken. */
function attached(draft: Draft, kind: string, id: string, vpc: string, where: string): string {
  draft.add(kind, id, undefined, vpc, {})
  draft.say('warning', where, `'${id}' is known from a route only; it is taken as attached to '${vpc}'.`, {
    fix: `Add the output of \`aws ec2 describe-${kind}s\`.`,
  })
  return id
}

function typeFrom(route: Route, id: string): string {
  if (typeOf(id) !== 'unknown') return typeOf(id)
  if (route.CoreNetworkArn !== undefined) return 'core-network'
  if (route.OdbNetworkArn !== undefined) return 'odb-network'
  return 'unknown'
}

const lastPart = (arn: string | undefined) => arn?.split('/').at(-1)
