// Giving an interface a public address, or its VPC a gateway.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { formatAddress } from '../../net/address.ts'
import { contains } from '../../net/packet-set.ts'
import { addRoute, retarget } from '../add-route.ts'
import { interfaceWith } from '../fix-words.ts'
import { freePublicAddress } from '../free.ts'
import type { FixContext } from '../kind.ts'
import { fixOf, make, withFields } from '../make.ts'
import { mappingsOf, regionOf, routeTableOf, subnetOf } from '../network.ts'
import type { ElasticIp, NatGateway } from '../records.ts'

/** Kinds that may be given a public address. AWS gives none to its endpoints; rule 9.6. */
const takers = new Set(['instance', 'bastion', 'nat-instance', 'nat-gateway'])

export function internetGatewayFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  const gateway = view.get(blocker.at.resource)
  if (!gateway) return []
  if (blocker.reason.code === 'internet-gateway/private-destination') return elsewhere(context, gateway)
  const { family, source, destination } = blocker.packet
  const outward = blocker.reason.code === 'internet-gateway/no-public-address'
  const inward = blocker.reason.code === 'internet-gateway/unknown-address'
  if (family !== 4 || (!outward && !inward)) return []
  const value = outward ? source : destination
  const networkInterface = interfaceWith(view, family, value, gateway)
  if (!networkInterface) return []
  const owner = view.get(networkInterface.fields.attachedTo)
  if (!owner || !takers.has(owner.kind)) return []
  const isPrivate = owner.kind === 'nat-gateway' && (owner as NatGateway).fields.connectivity === 'private'
  const open = isPrivate ? withFields(owner as NatGateway, { connectivity: 'public' }) : null
  const mapping = mappingsOf(view, networkInterface).find(
    (one) => one.address.family === family && one.address.value === value,
  )
  if (mapping?.public)
    return open ? [fixOf(say`Make ${ref(owner.id)} public`, { updated: [[owner, open]] })] : []
  const address = freePublicAddress(view)
  const ip = make<ElasticIp>(
    'elastic-ip',
    context.newId('elastic-ip'),
    context.newName(`${owner.name}-eip`),
    regionOf(view, gateway)?.id ?? null,
    {
      address,
      networkInterface: networkInterface.id,
      privateAddress: formatAddress({ family, value }),
    },
  )
  // Without one it is of no use to make a private NAT gateway public, and the other way round; rule 10.2.
  if (open) {
    const title = say`Make ${ref(owner.id)} public, with the Elastic IP ${code(address)}`
    return [fixOf(title, { added: [ip], updated: [[owner, open]] })]
  }
  return [fixOf(say`Give ${ref(owner.id)} an Elastic IP, ${code(address)}`, { added: [ip] })]
}

/** A private address that is behind something else, such as a peering, and was sent out for want of a route to that. */
function elsewhere(context: FixContext, gateway: Resource): readonly Fix[] {
  const { view, blocker, answer } = context
  // A NAT gateway on the way sends for somebody: it is that one's subnet that lacks the route.
  const { source } = blocker.direction === 'request' ? answer.request.hops[0].arrived : blocker.packet
  const sender = interfaceWith(view, blocker.packet.family, source, gateway)
  const subnet = sender && subnetOf(view, sender)
  const table = subnet && routeTableOf(view, subnet)
  if (!table) return []
  const packet = { ...blocker.packet, source, mark: 0 }
  const best = context
    .offers(subnet)
    .find(
      ({ match, target }) =>
        target.kind !== gateway.kind && target.kind !== 'nat-gateway' && contains(match, packet),
    )
  if (!best) return []
  // No table has two routes for the same destination.
  const taken = table.fields.routes.find(
    (route) => route.destination === best.destination && route.target !== '',
  )
  if (!taken) return [addRoute(table, best)]
  return taken.target === best.target.id ? [] : [retarget(table, taken, best)]
}
