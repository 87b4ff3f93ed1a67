// A VPC that nothing outside can reach: give it a gateway.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { FixContext } from '../kind.ts'
import { fixOf, make } from '../make.ts'
import type { InternetGateway } from '../records.ts'

export function vpcFixes({ blocker, view, newId, newName }: FixContext): readonly Fix[] {
  const vpc = view.get(blocker.cause.resource)
  if (vpc?.kind !== 'vpc' || blocker.reason.code !== 'vpc/no-internet-gateway') return []
  const gateway = make<InternetGateway>(
    'internet-gateway',
    newId('internet-gateway'),
    newName('igw'),
    vpc.id,
    {},
  )
  return [fixOf(say`Attach an internet gateway to ${ref(vpc.id)}`, { added: [gateway] })]
}
