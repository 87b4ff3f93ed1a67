// What can be wrong with any gateway that attaches to a VPC.
import { say, type Phrase } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { finding } from './finding.ts'
import type { Finding } from './kind.ts'
import { fixOf } from './make.ts'
import { sameRegion, vpcOf } from './network.ts'

/** What the gateway may be attached to: VPCs of its Region that have none of its kind. */
export const vpcsFor = (view: View, gateway: Resource): readonly Resource[] =>
  view
    .of('vpc')
    .filter((vpc) => sameRegion(view, vpc, gateway) && view.children(vpc.id, gateway.kind).length === 0)

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
        vpcsFor(view, gateway)
          .slice(0, 3)
          .map((free) =>
            fixOf(say`Attach ${ref(gateway.id)} to ${ref(free.id)}`, {
              updated: [[gateway, { ...gateway, parent: free.id }]],
            }),
          ),
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
