// A route in a sentence: "Everything else goes to nat-a."
import { code, say, type Phrase } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Ref, Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { serviceLabel } from '../aws-ranges.ts'
import { destinationsOf, vpcOf } from '../network.ts'
import { destinationPhrase } from '../peers.ts'
import type { GatewayEndpoint, RouteTable } from '../records.ts'

export function describeRoute(resource: Resource, { part = '' }: Ref, view: View): Phrase | null {
  const table = resource as RouteTable
  const dot = part.indexOf('.')
  if (part.slice(0, dot) !== 'routes') return null
  const id = part.slice(dot + 1)
  const route = table.fields.routes.find((row) => row.id === id)
  if (!route) return impliedRoute(table, id, view)
  const destination = destinationPhrase(view, route.destination, table)
  if (destination === null) return ['Left out until its destination is valid.']
  if (route.target === '') return ['Left out until a target is chosen.']
  const [first] = destinationsOf(view, route.destination)
  const rest = first?.length === 0 && !view.get(route.destination)
  const what = rest
    ? say`Everything else${first.family === 6 ? ' by IPv6' : ''}`
    : say`Packets for ${destination}`
  const target = view.get(route.target)
  if (route.target === 'local')
    return say`${what} ${rest ? 'goes' : 'go'} straight to their destination in the VPC.`
  if (!target || route.state === 'blackhole')
    return say`${what} ${rest ? 'is' : 'are'} dropped: the target is gone.`
  return say`${what} ${rest ? 'goes' : 'go'} to ${ref(target.id)}.`
}

/** Routes that no table stores: the local ones, and those of gateway endpoints. */
function impliedRoute(table: RouteTable, id: string, view: View): Phrase | null {
  const vpc = vpcOf(view, table)
  if (id === 'local' || id.startsWith('local:')) {
    const cidr = id.slice('local:'.length)
    const what = cidr === '' ? say`the VPC’s own addresses` : say`${code(cidr)}`
    return vpc ? say`Packets for ${what} go straight to their destination in ${ref(vpc.id)}.` : null
  }
  const endpoint = view.get(id)
  if (endpoint?.kind !== 'gateway-endpoint') return null
  return say`Packets for ${serviceLabel((endpoint as GatewayEndpoint).fields.service)} go through ${ref(endpoint.id)}.`
}
