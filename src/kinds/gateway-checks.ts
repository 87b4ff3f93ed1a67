// What can be wrong with any gateway that attaches to a VPC.
import { say, type Phrase } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { finding } from './finding.ts'
import type { Finding } from './kind.ts'
import { vpcOf } from './network.ts'

export function checkAttachment(gateway: Resource, view: View, title: Phrase): readonly Finding[] {
  const vpc = vpcOf(view, gateway)
  if (!vpc)
    return [
      finding(
        `${gateway.kind}/detached`,
        'warning',
        gateway,
        say`${ref(gateway.id)} is not attached to a VPC`,
        ['Nothing passes it, and routes to it are blackholes.'],
      ),
    ]
  const [first] = view.children(vpc.id, gateway.kind)
  if (!first || first.id === gateway.id) return []
  return [
    finding(
      `${gateway.kind}/several`,
      'error',
      gateway,
      say`${ref(vpc.id)} has more than one ${title}`,
      say`A VPC has one; ${ref(first.id)} is attached already.`,
    ),
  ]
}
