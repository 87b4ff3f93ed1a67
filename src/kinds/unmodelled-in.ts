// Addresses inside a subnet or VPC that something not modelled has: whoever answers there is not known, rather than nobody.
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Rule } from '../forwarding/program.ts'
import { packets } from '../net/packet-set.ts'
import { isGatewayOut, prefixes, spanOf } from './network.ts'
import type { Subnet, Unmodelled, Vpc } from './records.ts'
import { stages } from './stage-ids.ts'

export function unmodelledIn(view: View, parent: Subnet | Vpc): readonly Rule[] {
  return (view.children(parent.id, 'unmodelled') as readonly Unmodelled[])
    .filter((resource) => !isGatewayOut(resource))
    .flatMap((resource) =>
      ([4, 6] as const).flatMap((family): Rule[] => {
        const span = spanOf(prefixes(resource.fields.cidrs), family)
        return span.length === 0
          ? []
          : [
              {
                match: packets({ family, destinations: span }),
                next: { to: stages.unmodelled(resource.id) },
                cause: ref(resource.id),
              },
            ]
      }),
    )
}
