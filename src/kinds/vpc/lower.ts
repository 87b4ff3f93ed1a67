// The implicit router of a VPC: it knows every subnet. docs/aws-rules.md 3.1.4, 3.2, 9.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Next, Rule, StageId } from '../../forwarding/program.ts'
import { packets } from '../../net/packet-set.ts'
import { exemptRules } from '../exempt.ts'
import { internetGatewayOf, peerOf, peeringsOf, spanOf, subnetCidrs, subnetsOf } from '../network.ts'
import { blocked, to } from '../outcomes.ts'
import type { Vpc } from '../records.ts'
import { lists, stages } from '../stage-ids.ts'
import { unmodelledIn } from '../unmodelled-in.ts'

export function lowerVpc(vpc: Vpc, lowering: Lowering): void {
  const { view } = lowering
  const at = ref(vpc.id)
  lowering.list(lists.exempt(vpc.id), () => exemptRules(vpc, view))
  lowering.stage(stages.vpcDeliver(vpc.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [
      subnetsOf(view, vpc).flatMap((subnet) =>
        ([4, 6] as const).flatMap((family): Rule[] => {
          const span = spanOf(subnetCidrs(view, subnet), family)
          return span.length === 0
            ? []
            : [
                {
                  match: packets({ family, destinations: span }),
                  next: to(stages.subnetEnter(subnet.id)),
                  cause: ref(subnet.id),
                },
              ]
        }),
      ),
      unmodelledIn(view, vpc),
    ],
    otherwise: {
      next: blocked(
        'network-interface/no-such-address',
        'NO_POSSIBLE_DESTINATION',
        say`no subnet of ${at} has that address`,
      ),
      cause: at,
    },
  }))

  lowerPeeringReturn(vpc, lowering)

  const gateway = internetGatewayOf(view, vpc)
  lowering.stage(stages.vpcFromOutside(vpc.id), () => ({
    at: gateway ? ref(gateway.id) : at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: gateway
        ? blocked(
            'internet-gateway/unknown-address',
            'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
            say`no public address leads to it: nobody outside ${at} can send to a private address`,
            stages.vpcDeliver(vpc.id),
          )
        : blocked(
            'vpc/no-internet-gateway',
            'NO_PATH',
            say`${at} has no internet gateway, so nothing outside can reach it`,
            stages.vpcDeliver(vpc.id),
          ),
      cause: gateway ? ref(gateway.id) : at,
    },
  }))

  const egress = view.children(vpc.id, 'egress-only-internet-gateway')[0]
  const entrance: StageId | null = gateway
    ? stages.gatewayIn(gateway.id)
    : egress
      ? stages.egressIn(egress.id)
      : null
  lowering.stage(stages.vpcIpv6In(vpc.id), () => ({
    at: egress ? ref(egress.id) : gateway ? ref(gateway.id) : at,
    role: { does: 'pass' },
    lists: [],
    // What went out by the egress-only gateway comes back by it, though the VPC may have another gateway.
    ...(egress
      ? { returns: { owner: `egress-only/${egress.id}/way-back`, next: { to: stages.egressIn(egress.id) } } }
      : {}),
    otherwise: {
      next: entrance
        ? to(entrance)
        : blocked(
            'vpc/no-internet-gateway',
            'NO_PATH',
            say`${at} has no internet gateway, so nothing outside can reach it`,
            stages.vpcDeliver(vpc.id),
          ),
      cause: at,
    },
  }))
}

/** Peers may have the same addresses, so a reply goes back by the peering that remembers its request; rule 10.9. */
function lowerPeeringReturn(vpc: Vpc, lowering: Lowering): void {
  const { view } = lowering
  const at = ref(vpc.id)
  if (peeringsOf(view, vpc).length === 0) return
  const peerings = peeringsOf(view, vpc).filter((peering) => {
    const far = peerOf(view, peering, vpc)
    return far !== undefined && far.id !== vpc.id && peering.fields.status === 'active'
  })
  const nowhere = blocked(
    'route-table/no-route',
    'NO_ROUTE_TO_DESTINATION',
    say`no peering of ${at} leads back`,
  )
  const after = (i: number): Next => {
    const next = peerings[i]
    return next ? to(stages.vpcPeeringReturnBy(vpc.id, next.id)) : nowhere
  }
  lowering.stage(stages.vpcPeeringReturn(vpc.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: { next: after(0), cause: at },
  }))
  for (const [i, { id }] of peerings.entries()) {
    lowering.stage(stages.vpcPeeringReturnBy(vpc.id, id), () => ({
      at,
      role: { does: 'pass' },
      lists: [],
      returns: { owner: `peering-return/${vpc.id}/${id}`, next: { to: stages.peering(id, vpc.id) } },
      otherwise: { next: after(i + 1), cause: at },
    }))
  }
}
