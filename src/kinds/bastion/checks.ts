// A bastion is of use when people outside reach it.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { checkCompute, outsideFacts } from '../compute-checks.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'

export function checkBastion(resource: Resource, view: View): readonly Finding[] {
  const first = checkCompute(resource, view)
  if (first.length > 0) return first
  const { inner, hasPublic } = outsideFacts(resource, view)
  const title = say`Nobody outside can log in to ${ref(resource.id)}`
  if (inner)
    return [
      finding(
        'bastion/not-public',
        'warning',
        resource,
        title,
        say`${ref(inner.id)} has no route to an internet gateway.`,
      ),
    ]
  if (hasPublic) return []
  return [
    finding('bastion/not-public', 'warning', resource, title, [
      'It has no public address; associate an Elastic IP with it.',
    ]),
  ]
}
