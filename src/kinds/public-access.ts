// VPC Block Public Access: its modes and exclusions are not modelled, so with it on nothing is certain; rule 19.1.
import { say } from '../design/phrase.ts'
import { ref, type Ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Rule } from '../forwarding/program.ts'
import { everything } from '../net/packet-set.ts'
import { regionOf } from './network.ts'
import { notModelled } from './outcomes.ts'
import type { Vpc } from './records.ts'

/** Before anything else that a gateway of the VPC does. */
export function publicAccess(view: View, vpc: Vpc, gateway: Ref): readonly Rule[] {
  const region = regionOf(view, vpc)
  if (!region?.fields.blockPublicAccess) return []
  return [
    {
      match: everything,
      next: notModelled(
        'region/block-public-access',
        say`Block Public Access is on in ${ref(region.id)}, and whether it stops this at ${gateway} is not modelled`,
        'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
      ),
      cause: ref(region.id),
    },
  ]
}
