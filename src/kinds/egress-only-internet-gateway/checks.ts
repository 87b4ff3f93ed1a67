// What can be wrong with an egress-only internet gateway; egress-only-internet-gateway.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding } from '../finding.ts'
import { checkAttachment } from '../gateway-checks.ts'
import type { Finding } from '../kind.ts'
import { vpcOf } from '../network.ts'

export function checkEgressOnlyInternetGateway(resource: Resource, view: View): readonly Finding[] {
  const found = checkAttachment(resource, view, ['egress-only internet gateway'])
  const vpc = vpcOf(view, resource)
  if (found.length > 0 || !vpc || vpc.fields.ipv6Cidrs.length > 0) return found
  return [
    finding(
      'egress-only-internet-gateway/no-ipv6',
      'note',
      resource,
      say`${ref(resource.id)} has nothing to carry`,
      say`It carries IPv6 only, and ${ref(vpc.id)} has no IPv6 CIDR.`,
    ),
  ]
}
