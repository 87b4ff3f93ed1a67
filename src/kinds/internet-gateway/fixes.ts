// Giving an interface a public address, or its VPC a gateway.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { formatAddress } from '../../net/address.ts'
import { interfaceWith } from '../fix-words.ts'
import { freePublicAddress } from '../free.ts'
import type { FixContext } from '../kind.ts'
import { fixOf, make } from '../make.ts'
import { regionOf } from '../network.ts'
import type { ElasticIp } from '../records.ts'

export function internetGatewayFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  const gateway = view.get(blocker.at.resource)
  if (!gateway) return []
  const { family, source, destination } = blocker.packet
  const outward = blocker.reason.code === 'internet-gateway/no-public-address'
  const inward = blocker.reason.code === 'internet-gateway/unknown-address'
  if (family !== 4 || (!outward && !inward)) return []
  const value = outward ? source : destination
  const networkInterface = interfaceWith(view, family, value, gateway)
  if (!networkInterface) return []
  const owner = view.get(networkInterface.fields.attachedTo) ?? networkInterface
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
  return [fixOf(say`Give ${ref(owner.id)} an Elastic IP, ${code(address)}`, { added: [ip] })]
}
