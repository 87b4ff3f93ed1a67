// What is not modelled says so in every answer that meets it.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import { intervalsSubtract } from '../../net/interval-set.ts'
import { everything, packets, subtract, union } from '../../net/packet-set.ts'
import { publicRanges } from '../address-ranges.ts'
import { replyMark } from '../marks.ts'
import { cidrsOf, prefixes, spanOf } from '../network.ts'
import { blocked, notModelled, to } from '../outcomes.ts'
import type { Unmodelled, Vpc } from '../records.ts'
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
  if (!isPartlyKnown(resource)) return
  lowering.stage(stages.unmodelledByRoute(resource.id), () => ({
    at,
    role: { does: 'forward' },
    lists: [resource.fields.type === 'vpc-peering' ? notThrough(resource) : notBack(resource, lowering.view)],
    otherwise: { next: to(stages.unmodelled(resource.id)), cause: at },
  }))
}

/** Of these it is known what they drop, whatever is behind them. */
const isPartlyKnown = (resource: Resource): boolean =>
  ['vpc-peering', 'vpn-gateway'].includes((resource as Unmodelled).fields.type)

/** A peering carries packets to the addresses of its other VPC only, which it lists where that was not read; rule 11.4. */
function notThrough(resource: Unmodelled): readonly Rule[] {
  const at = ref(resource.id)
  const list = prefixes(resource.fields.cidrs)
  if (list.length === 0) return []
  const there = union(
    packets({ family: 4, destinations: spanOf(list, 4) }),
    packets({ family: 6, destinations: spanOf(list, 6) }),
  )
  return [
    {
      match: subtract(everything, there),
      next: blocked(
        'vpc-peering/address-outside-vpc',
        'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
        say`${at} carries packets to ${code(resource.fields.cidrs.join(', '))} only, not through the VPC that has them`,
      ),
      cause: at,
    },
  ]
}

/**
 * Who asked by the internet gateway is not answered by a virtual private gateway, which leads to no such gateway; rules
 * 9.5, 13.9. Public addresses that a VPC has may have asked by a peering.
 */
function notBack(resource: Unmodelled, view: View): readonly Rule[] {
  const at = ref(resource.id)
  const inVpcs = spanOf(
    view.of('vpc').flatMap((vpc) => cidrsOf(view, vpc as Vpc)),
    4,
  )
  const destinations = intervalsSubtract(publicRanges, inVpcs)
  return [
    {
      match: packets({ family: 4, destinations, marks: [replyMark, replyMark] }),
      next: blocked(
        'internet/wrong-way-back',
        null,
        say`it answers what came in by an internet gateway, and ${at} does not lead back to that`,
      ),
      cause: at,
    },
  ]
}

export const entryOfUnmodelled = (resource: Resource) =>
  isPartlyKnown(resource) ? stages.unmodelledByRoute(resource.id) : stages.unmodelled(resource.id)

export const receivesUnmodelled = (resource: Resource) => stages.unmodelled(resource.id)
