// What a NAT instance needs: a public subnet, a public address, and its source/destination check off; vpc-nat-instance.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { checkCompute, outsideFacts } from '../compute-checks.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { interfacesOf } from '../network.ts'

export function checkNatInstance(resource: Resource, view: View): readonly Finding[] {
  const found = [...checkCompute(resource, view)]
  if (found.length > 0) return found
  for (const one of interfacesOf(view, resource)) {
    if (!one.fields.sourceDestCheck) continue
    const fix = setting(say`Turn the check off`, one, { sourceDestCheck: false })
    found.push(
      finding(
        'nat-instance/source-dest-check',
        'error',
        ref(one.id, 'sourceDestCheck'),
        say`${ref(resource.id)} drops what it should send on`,
        ['Its source/destination check is on, so it takes only packets that are from or to itself.'],
        [fix],
      ),
    )
  }
  const { inner, hasPublic } = outsideFacts(resource, view)
  const why = inner
    ? say`${ref(inner.id)} has no route to an internet gateway.`
    : hasPublic
      ? null
      : say`It has no public address; associate an Elastic IP with it.`
  if (why)
    found.push(
      finding('nat-instance/no-way-out', 'error', resource, say`${ref(resource.id)} has no way out`, why),
    )
  return found
}
