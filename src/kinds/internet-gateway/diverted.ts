// Subnets whose incoming packets a gateway's route table sends through an appliance: they cannot use the gateway
// directly, since what answers past the appliance is dropped. docs/aws-rules.md 3.5.4, 16.4.
import { say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import type { Family } from '../../net/address.ts'
import { intervalsEmpty, intervalsSubtract } from '../../net/interval-set.ts'
import { packets } from '../../net/packet-set.ts'
import { prefixWithin } from '../../net/prefix.ts'
import { divertedMark } from '../marks.ts'
import { addressesOf, edgeTableOf, interfacesOf, pointsOf, spanOf, subnetCidrs } from '../network.ts'
import { blocked, onward } from '../outcomes.ts'
import type { NetworkInterface, Subnet, Vpc } from '../records.ts'
import { candidatesOf } from '../routes-in-force.ts'
import { stages } from '../stage-ids.ts'

interface Diverter {
  readonly family: Family
  readonly appliance: Resource
}

/** The appliances that stand before the subnet, at most one for each family. */
export function divertersOf(view: View, gateway: Resource, subnet: Subnet): readonly Diverter[] {
  const edge = edgeTableOf(view, gateway)
  if (!edge) return []
  return subnetCidrs(view, subnet).flatMap((prefix) => {
    const route = candidatesOf(view, edge).find(
      (candidate) => candidate.local && prefixWithin(prefix, candidate.prefix),
    )
    const appliance = route && view.get(route.target)
    return appliance ? [{ family: prefix.family, appliance }] : []
  })
}

export function lowerDiverted(gateway: Resource, vpc: Vpc, subnet: Subnet, lowering: Lowering): void {
  const { view } = lowering
  const diverters = divertersOf(view, gateway, subnet)
  if (diverters.length === 0) return
  const at = ref(gateway.id)
  lowering.stage(stages.gatewayDiverted(gateway.id, subnet.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [diverters.flatMap((diverter) => deny(diverter, gateway, subnet, view))],
    otherwise: onward(ref(vpc.id)),
    onward: stages.gatewayOut(gateway.id),
  }))
}

/** All of the subnet but the appliance itself, and not what the appliance carries for others. */
function deny(
  { family, appliance }: Diverter,
  gateway: Resource,
  subnet: Subnet,
  view: View,
): readonly Rule[] {
  const own =
    appliance.kind === 'network-interface' ? [appliance as NetworkInterface] : interfacesOf(view, appliance)
  const sources = intervalsSubtract(
    spanOf(subnetCidrs(view, subnet), family),
    pointsOf(
      own.flatMap((one) => addressesOf(view, one)),
      family,
    ),
  )
  if (intervalsEmpty(sources)) return []
  const name = ref(subnet.id)
  const cause = ref(gateway.id)
  return [
    { match: packets({ family, marks: [divertedMark, divertedMark] }), next: 'onward', cause },
    {
      match: packets({ family, sources }),
      next: blocked(
        'internet-gateway/diverted',
        'INGRESS_RTB_TRAFFIC_REDIRECTION',
        say`what comes in for ${name} is sent through ${ref(appliance.id)}, so ${name} cannot use ${cause} directly`,
        'onward',
      ),
      cause,
    },
  ]
}
