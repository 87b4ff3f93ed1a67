// A NAT gateway whose subnet uses a table that leads to it sends itself what it should send on; rule 10.10.
import type { Fix } from '../../forwarding/answer.ts'
import type { FixContext } from '../kind.ts'
import { inAny, subnetCidrs, subnetOf } from '../network.ts'
import { withTableOfItsOwn } from '../own-table.ts'
import type { NatGateway } from '../records.ts'

export function natGatewayFixes(context: FixContext): readonly Fix[] {
  const { view, blocker, answer } = context
  const nat = view.get(blocker.at.resource)
  if (blocker.reason.code !== 'nat-gateway/same-subnet' || nat?.kind !== 'nat-gateway') return []
  const home = subnetOf(view, nat)
  const { family, source } = answer.request.hops[0].arrived
  // What stands in the NAT gateway's own subnet is not served by it with any table.
  if (home && inAny(subnetCidrs(view, home), family, source)) return []
  const fix = withTableOfItsOwn(context, nat as NatGateway)
  return fix ? [fix] : []
}
