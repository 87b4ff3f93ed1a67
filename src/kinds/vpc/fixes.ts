// A VPC that nothing outside can reach: give it a gateway.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { FixContext } from '../kind.ts'
import { fixOf, make } from '../make.ts'
import { vpcOf } from '../network.ts'
import type { ElasticIp, InternetGateway } from '../records.ts'

export function vpcFixes({ blocker, view, newId, newName }: FixContext): readonly Fix[] {
  const cause = view.get(blocker.cause.resource)
  // An Elastic IP that nobody outside can use belongs to the VPC of its interface.
  const held = cause?.kind === 'elastic-ip' ? view.get((cause as ElasticIp).fields.networkInterface) : cause
  const vpc = held && vpcOf(view, held)
  if (!vpc || blocker.reason.code !== 'vpc/no-internet-gateway') return []
  const gateway = make<InternetGateway>(
    'internet-gateway',
    newId('internet-gateway'),
    newName('igw'),
    vpc.id,
    {},
  )
  return [fixOf(say`Attach an internet gateway to ${ref(vpc.id)}`, { added: [gateway] })]
}
