// What can be wrong with one peering; vpc-peering-basics. Whether both sides route to it: src/checks/one-sided-peering.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { peerOf, peeringsOf } from '../network.ts'
import { overlapBetween } from '../overlaps.ts'
import type { VpcPeering } from '../records.ts'
import { vpcNamed } from '../vpc-named.ts'

export function checkVpcPeering(resource: Resource, view: View): readonly Finding[] {
  const peering = resource as VpcPeering
  const [requester, accepter] = [
    vpcNamed(view, peering.fields.requester),
    vpcNamed(view, peering.fields.accepter),
  ]
  if (!requester || !accepter)
    return [
      finding('vpc-peering/no-vpc', 'error', peering, say`${ref(peering.id)} does not join two VPCs`, [
        'Choose the VPC at each end. A VPC that is not in the design is answered with “unknown”.',
      ]),
    ]
  if (requester.id === accepter.id)
    return [
      finding(
        'vpc-peering/itself',
        'error',
        peering,
        say`${ref(peering.id)} joins ${ref(requester.id)} with itself`,
        ['A peering joins two different VPCs.'],
      ),
    ]
  const found: Finding[] = []
  if (peering.fields.status !== 'active')
    found.push(
      finding(
        'vpc-peering/not-active',
        'warning',
        peering,
        say`${ref(peering.id)} is not active`,
        say`It carries nothing while it is ${code(peering.fields.status)}, and routes to it are blackholes.`,
      ),
    )
  const overlap = overlapBetween(view, requester, accepter)
  if (overlap) {
    const [one, other] = overlap
    const title = say`${ref(requester.id)} and ${ref(accepter.id)} cannot be peered`
    found.push(
      finding(
        'vpc-peering/overlap',
        'error',
        peering,
        title,
        say`Their blocks ${code(formatPrefix(one))} and ${code(formatPrefix(other))} overlap, so an address could mean either VPC.`,
      ),
    )
  }
  const twin = peeringsOf(view, requester).find(
    (other) => other.id < peering.id && peerOf(view, other, requester)?.id === accepter.id,
  )
  if (twin && peering.fields.status === 'active')
    found.push(
      finding(
        'vpc-peering/twice',
        'error',
        peering,
        say`${ref(requester.id)} and ${ref(accepter.id)} are peered twice`,
        say`${ref(twin.id)} joins them already; AWS takes one peering a pair.`,
      ),
    )
  return found
}
