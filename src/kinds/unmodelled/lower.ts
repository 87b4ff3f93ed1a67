// What is not modelled says so in every answer that meets it.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Stage } from '../../forwarding/program.ts'
import { everything, packets, subtract, union } from '../../net/packet-set.ts'
import { prefixes, spanOf } from '../network.ts'
import { blocked, notModelled, to } from '../outcomes.ts'
import type { Unmodelled } from '../records.ts'
import { stages } from '../stage-ids.ts'

export function lowerUnmodelled(resource: Unmodelled, lowering: Lowering): void {
  const at = ref(resource.id)
  lowering.stage(stages.unmodelled(resource.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: notModelled(
        'unmodelled/met',
        say`what ${at} (${code(resource.fields.type)}) does with it is not modelled`,
      ),
      cause: at,
    },
  }))
  if (isPeering(resource)) lowering.stage(stages.unmodelledByRoute(resource.id), () => peering(resource))
}

/** A peering whose other VPC was not read, but for its addresses. */
const isPeering = (resource: Resource): boolean => {
  const { type, cidrs } = (resource as Unmodelled).fields
  return type === 'vpc-peering' && cidrs.length > 0
}

/** Whatever is behind a peering, it carries packets to the addresses of the other VPC only; rule 11.4. */
function peering(resource: Unmodelled): Omit<Stage, 'id'> {
  const at = ref(resource.id)
  const list = prefixes(resource.fields.cidrs)
  const there = union(
    packets({ family: 4, destinations: spanOf(list, 4) }),
    packets({ family: 6, destinations: spanOf(list, 6) }),
  )
  return {
    at,
    role: { does: 'forward' },
    lists: [
      [
        {
          match: subtract(everything, there),
          next: blocked(
            'vpc-peering/address-outside-vpc',
            'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
            say`${at} carries packets to ${code(resource.fields.cidrs.join(', '))} only, not through the VPC that has them`,
          ),
          cause: at,
        },
      ],
    ],
    otherwise: { next: to(stages.unmodelled(resource.id)), cause: at },
  }
}

export const entryOfUnmodelled = (resource: Resource) =>
  isPeering(resource) ? stages.unmodelledByRoute(resource.id) : stages.unmodelled(resource.id)

export const receivesUnmodelled = (resource: Resource) => stages.unmodelled(resource.id)
