// A peering: from one VPC's addresses to the other's, and nothing through it. docs/aws-rules.md 11.
import { say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Offer } from '../../forwarding/compile.ts'
import type { Rule, StageId } from '../../forwarding/program.ts'
import { packets } from '../../net/packet-set.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { divertedMark, peerMark } from '../marks.ts'
import { cidrsOf, peerOf, placeOf, sameRegion, spanOf, vpcOf } from '../network.ts'
import { blocked } from '../outcomes.ts'
import type { Vpc, VpcPeering } from '../records.ts'
import { stages } from '../stage-ids.ts'

export function lowerPeering(peering: VpcPeering, lowering: Lowering): void {
  const { view } = lowering
  for (const id of new Set([peering.fields.requester, peering.fields.accepter])) {
    const near = view.get(id) as Vpc | undefined
    const far = near?.kind === 'vpc' ? peerOf(view, peering, near) : undefined
    if (near && far && near.id !== far.id) side(peering, near, far, lowering)
  }
}

function side(peering: VpcPeering, near: Vpc, far: Vpc, lowering: Lowering): void {
  const { view } = lowering
  const at = ref(peering.id)
  // Another Region does not know this one's security groups; rule 11.7. In one Region, addresses tell whom they belong
  // to only with the VPC that they came from: peers of one VPC may have the same; rule 5.6.
  const mark = sameRegion(view, near, far) ? peerMark(placeOf(view, near)) : divertedMark
  const cross = (onward: StageId, opens?: string) => ({
    at,
    role: { does: 'forward' as const },
    lists: [
      ([4, 6] as const).flatMap((family): Rule[] => {
        const [sources, destinations] = [
          spanOf(cidrsOf(view, near), family),
          spanOf(cidrsOf(view, far), family),
        ]
        return sources.length === 0 || destinations.length === 0
          ? []
          : [
              // What an appliance carried stays without a sender; rule 16.3.
              {
                match: packets({ family, sources, destinations, marks: [divertedMark, divertedMark] }),
                next: 'onward',
                cause: at,
              },
              {
                match: packets({ family, sources, destinations }),
                rewrite: { mark },
                next: 'onward',
                cause: at,
              },
            ]
      }),
    ],
    otherwise: {
      next: blocked(
        'vpc-peering/address-outside-vpc',
        'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
        say`${at} carries packets from ${ref(near.id)} to ${ref(far.id)} only, not through either of them`,
      ),
      cause: at,
    },
    onward,
    ...(opens === undefined ? {} : { opens }),
  })
  const deliver = stages.vpcDeliver(far.id)
  lowering.stage(stages.peering(peering.id, near.id), () => cross(deliver))
  // Replies to a NAT gateway come back over the peering by themselves; rule 10.9. The far VPC remembers that it was one,
  // and by which peering.
  const byWhich = `peering/${peering.id}/by-which/${near.id}`
  lowering.stage(stages.peeringFromNat(peering.id, near.id), () => cross(byWhich, `peering-return/${far.id}`))
  lowering.stage(byWhich, () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: { next: 'onward', cause: at },
    onward: deliver,
    opens: `peering-return/${far.id}/${peering.id}`,
  }))
}

export function entryOfPeering(peering: VpcPeering, from: Resource, view: View): StageId | null {
  const vpc = vpcOf(view, from)
  if (!vpc || peering.fields.status !== 'active' || from.kind === 'internet-gateway') return null
  const far = peerOf(view, peering, vpc)
  if (!far || far.id === vpc.id || ![peering.fields.requester, peering.fields.accepter].includes(vpc.id))
    return null
  return from.kind === 'nat-gateway'
    ? stages.peeringFromNat(peering.id, vpc.id)
    : stages.peering(peering.id, vpc.id)
}

export function offersOfPeering(peering: VpcPeering, subnet: Resource, view: View): readonly Offer[] {
  const vpc = vpcOf(view, subnet)
  const far =
    vpc && [peering.fields.requester, peering.fields.accepter].includes(vpc.id)
      ? peerOf(view, peering, vpc)
      : undefined
  if (!vpc || !far || peering.fields.status !== 'active') return []
  return cidrsOf(view, far).map((prefix) => ({
    match: packets({ family: prefix.family, destinations: [prefix.first, prefix.last] }),
    destination: formatPrefix(prefix),
    preference: 40,
  }))
}
