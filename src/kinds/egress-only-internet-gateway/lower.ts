// An egress-only internet gateway: IPv6 out, and only answers back. docs/aws-rules.md 9.7.
import { say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Offer } from '../../forwarding/compile.ts'
import type { StageId } from '../../forwarding/program.ts'
import { packets } from '../../net/packet-set.ts'
import { replyMark } from '../marks.ts'
import { publicAccess } from '../public-access.ts'
import { advertisedOf, vpcOf } from '../network.ts'
import { blocked, to } from '../outcomes.ts'
import type { EgressOnlyInternetGateway } from '../records.ts'
import { stages } from '../stage-ids.ts'

export function lowerEgressOnly(gateway: EgressOnlyInternetGateway, lowering: Lowering): void {
  const { view } = lowering
  const vpc = vpcOf(view, gateway)
  if (!vpc) return
  const at = ref(gateway.id)
  const session = `egress-only/${gateway.id}`
  const span = advertisedOf(view, vpc)

  lowering.stage(stages.egressOut(gateway.id), () => ({
    at,
    role: { does: 'forward' },
    lists: [
      publicAccess(view, vpc, at),
      [
        {
          match: packets({ marks: [replyMark, replyMark] }),
          next: blocked(
            'egress-only-internet-gateway/inbound',
            null,
            say`${at} carries no answers to what came in another way`,
            'onward',
          ),
          cause: at,
        },
      ],
      span.length === 0 ? [] : [{ match: packets({ family: 6, sources: span }), next: 'onward', cause: at }],
    ],
    otherwise: {
      next: blocked(
        'egress-only-internet-gateway/ipv6-only',
        'PROTOCOL_RESTRICTION',
        say`${at} carries IPv6 from public addresses of ${ref(vpc.id)} only`,
      ),
      cause: at,
    },
    onward: `egress-only/${gateway.id}/sent`,
    opens: session,
  }))
  // The same session once more, under the name by which the VPC finds the way back.
  lowering.stage(`egress-only/${gateway.id}/sent`, () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: { next: 'onward', cause: at },
    onward: stages.internet,
    opens: `${session}/way-back`,
  }))
  lowering.stage(stages.egressIn(gateway.id), () => ({
    at,
    role: { does: 'forward' },
    lists: [],
    returns: { owner: session, next: to(stages.vpcDeliver(vpc.id)) as { to: StageId } },
    otherwise: {
      next: blocked(
        'egress-only-internet-gateway/inbound',
        null,
        say`${at} lets in only answers to what went out through it`,
        stages.vpcDeliver(vpc.id),
      ),
      cause: at,
    },
  }))
}

export function entryOfEgressOnly(
  gateway: EgressOnlyInternetGateway,
  from: Resource,
  view: View,
): StageId | null {
  const vpc = vpcOf(view, gateway)
  return vpc && vpc.id === vpcOf(view, from)?.id && from.kind !== 'internet-gateway'
    ? stages.egressOut(gateway.id)
    : null
}

export function offersOfEgressOnly(
  gateway: EgressOnlyInternetGateway,
  subnet: Resource,
  view: View,
): readonly Offer[] {
  const vpc = vpcOf(view, gateway)
  if (!vpc || vpc.id !== vpcOf(view, subnet)?.id) return []
  return [{ match: packets({ family: 6 }), destination: '::/0', preference: 20 }]
}
