// A subnet's border and its link: neighbours directly, everything else past the network ACL and the route table.
// docs/aws-rules.md 1.9, 3.1, 6.7, 17.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import { packets } from '../../net/packet-set.ts'
import { addressesOf, interfacesIn, peeringsOf, pointsOf, spanOf, subnetCidrs, vpcOf } from '../network.ts'
import { aclStage } from '../acl-stage.ts'
import { routerRules } from '../exempt.ts'
import { blocked, passes, to } from '../outcomes.ts'
import type { Subnet } from '../records.ts'
import { routeStage } from '../route-stage.ts'
import { lists, stages } from '../stage-ids.ts'
import { unmodelledIn } from '../unmodelled-in.ts'

export function lowerSubnet(subnet: Subnet, lowering: Lowering): void {
  const { view } = lowering
  const { id } = subnet
  const at = ref(id)
  const vpc = vpcOf(view, subnet)
  if (!vpc) return
  // Replies to a NAT gateway behind a peering come back to it without a route; rule 10.9.
  const back = `peering-return/${vpc.id}`
  const peered = peeringsOf(view, vpc).length > 0

  lowering.list(lists.neighbours(id), () => neighbours(subnet, view))
  lowering.list(lists.router(id), () => routerRules(subnet, view))
  lowering.stage(stages.subnetInside(id), () => ({
    at,
    role: { does: 'pass' },
    lists: [lists.neighbours(id)],
    otherwise: passes(id),
    onward: stages.subnetLeave(id),
  }))
  lowering.stage(stages.subnetLeave(id), () => ({
    ...aclStage(subnet, 'outbound', at, lowering),
    onward: peered ? `subnet/${id}/peering-return` : stages.subnetRoute(id),
  }))
  if (peered) {
    lowering.stage(`subnet/${id}/peering-return`, () => ({
      at,
      role: { does: 'pass' },
      lists: [],
      returns: { owner: back, next: { to: stages.vpcPeeringReturn(vpc.id) } },
      otherwise: passes(id),
      onward: stages.subnetRoute(id),
    }))
  }
  lowering.stage(stages.subnetRoute(id), () => routeStage(subnet, subnet, lowering))
  lowering.stage(stages.subnetMeant(id), () => ({
    at,
    role: { does: 'pass' },
    lists: [meant(subnet, lowering)],
    otherwise: {
      next: blocked(
        'route-table/no-target',
        'NO_POSSIBLE_DESTINATION',
        say`nothing in ${ref(vpc.id)} could carry it to its destination`,
      ),
      cause: at,
    },
  }))
  lowering.stage(stages.subnetEnter(id), () => ({
    ...aclStage(subnet, 'inbound', at, lowering),
    onward: stages.subnetDeliver(id),
  }))
  lowering.stage(stages.subnetDeliver(id), () => ({
    at,
    role: { does: 'pass' },
    lists: [
      interfacesIn(view, subnet).flatMap((networkInterface): Rule[] => {
        const addresses = addressesOf(view, networkInterface)
        return ([4, 6] as const).flatMap((family) => {
          const points = pointsOf(addresses, family)
          return points.length === 0
            ? []
            : [
                {
                  match: packets({ family, destinations: points }),
                  next: to(stages.interfaceIn(networkInterface.id)),
                  cause: ref(networkInterface.id),
                },
              ]
        })
      }),
      unmodelledIn(view, subnet),
      vpc ? unmodelledIn(view, vpc) : [],
    ],
    otherwise: {
      next: blocked(
        'network-interface/no-such-address',
        'NO_POSSIBLE_DESTINATION',
        say`no interface in ${at} has that address`,
      ),
      cause: at,
    },
  }))
}

function neighbours(subnet: Subnet, view: View): readonly Rule[] {
  const cidrs = subnetCidrs(view, subnet)
  return ([4, 6] as const).flatMap((family) => {
    const span = spanOf(cidrs, family)
    return span.length === 0
      ? []
      : [
          {
            match: packets({ family, destinations: span }),
            next: to(stages.subnetDeliver(subnet.id)),
            cause: ref(subnet.id),
          },
        ]
  })
}

/** Where a packet that no route covers could have gone. */
function meant(subnet: Subnet, lowering: Lowering): readonly Rule[] {
  return lowering.offers(subnet).flatMap((offer): Rule[] => {
    const entry = lowering.entry(offer.target.id, subnet)
    return entry === null ? [] : [{ match: offer.match, next: to(entry), cause: ref(offer.target.id) }]
  })
}
