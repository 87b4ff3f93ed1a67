// Subnets whose incoming packets a gateway's route table sends through an appliance: they cannot use the gateway
// directly, since what answers past the appliance is dropped. docs/aws-rules.md 3.5.4, 16.4.
import { say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule, StageId } from '../../forwarding/program.ts'
import type { Family } from '../../net/address.ts'
import { intervalsEmpty, intervalsSubtract } from '../../net/interval-set.ts'
import { packets, subtract } from '../../net/packet-set.ts'
import { prefixWithin } from '../../net/prefix.ts'
import { divertedMark } from '../marks.ts'
import {
  addressesOf,
  edgeTableOf,
  interfacesIn,
  interfacesOf,
  isCompute,
  pointsOf,
  spanOf,
  subnetCidrs,
  subnetOf,
  subnetsOf,
  vpcOf,
} from '../network.ts'
import { blocked, notModelled, onward } from '../outcomes.ts'
import type { NetworkInterface, Subnet, Vpc } from '../records.ts'
import { candidatesOf } from '../routes-in-force.ts'
import { stages } from '../stage-ids.ts'

interface Diverter {
  readonly subnet: Subnet
  readonly family: Family
  readonly appliance: Resource
  readonly interfaces: readonly NetworkInterface[]
}

/** The appliances that stand before subnets of the gateway's VPC, at most one for each subnet and family. */
function divertersOf(view: View, gateway: Resource): readonly Diverter[] {
  return view.memoOf('diverted subnets', gateway, () => {
    const [edge, vpc] = [edgeTableOf(view, gateway), vpcOf(view, gateway)]
    if (!edge || !vpc) return []
    return subnetsOf(view, vpc).flatMap((subnet) =>
      subnetCidrs(view, subnet).flatMap((prefix): readonly Diverter[] => {
        const route = candidatesOf(view, edge).find(
          (candidate) => candidate.local && prefixWithin(prefix, candidate.prefix),
        )
        const appliance = route && view.get(route.target)
        if (!appliance) return []
        const interfaces =
          appliance.kind === 'network-interface'
            ? [appliance as NetworkInterface]
            : interfacesOf(view, appliance)
        return [{ subnet, family: prefix.family, appliance, interfaces }]
      }),
    )
  })
}

/** Those that what leaves the subnet `from` goes past, or may: an appliance sends out what it carries. */
function passedBy(view: View, gateway: Resource, from: Subnet): readonly Diverter[] {
  return divertersOf(view, gateway).filter(
    (diverter) =>
      diverter.subnet.id === from.id || !standsIn(from, diverter, view) || besides(from, diverter, view),
  )
}

const standsIn = (subnet: Subnet, { interfaces }: Diverter, view: View): boolean =>
  interfaces.some((one) => subnetOf(view, one)?.id === subnet.id)

/** Whether something else in the subnet could carry packets of others. */
const besides = (subnet: Subnet, { interfaces }: Diverter, view: View): boolean =>
  interfacesIn(view, subnet).some((one) => {
    const owner = view.get(one.fields.attachedTo)
    const own = interfaces.some(({ fields }) => fields.attachedTo === owner?.id)
    return owner !== undefined && isCompute(owner) && !one.fields.sourceDestCheck && !own
  })

/** The stage where the gateway refuses what should have come by an appliance; null where it refuses nothing. */
export function divertedFrom(view: View, gateway: Resource, from: Subnet): StageId | null {
  return passedBy(view, gateway, from).length > 0 ? stages.gatewayDiverted(gateway.id, from.id) : null
}

export function lowerDiverted(gateway: Resource, vpc: Vpc, from: Subnet, lowering: Lowering): void {
  const { view } = lowering
  const diverters = passedBy(view, gateway, from)
  if (diverters.length === 0) return
  const at = ref(gateway.id)
  lowering.stage(stages.gatewayDiverted(gateway.id, from.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [diverters.flatMap((diverter) => deny(diverter, gateway, from, view))],
    otherwise: onward(ref(vpc.id)),
    onward: stages.gatewayOut(gateway.id),
  }))
}

/** All of the diverted subnet but the appliance itself, and not what an appliance in it carries for others. */
function deny(diverter: Diverter, gateway: Resource, from: Subnet, view: View): readonly Rule[] {
  const { subnet, family, appliance, interfaces } = diverter
  const sources = intervalsSubtract(
    spanOf(subnetCidrs(view, subnet), family),
    pointsOf(
      interfaces.flatMap((one) => addressesOf(view, one)),
      family,
    ),
  )
  if (intervalsEmpty(sources)) return []
  const name = ref(subnet.id)
  const cause = ref(gateway.id)
  const all = packets({ family, sources })
  if (subnet.id !== from.id && standsIn(from, diverter, view)) {
    const next = notModelled(
      'internet-gateway/which-appliance',
      say`what comes in for ${name} is sent through ${ref(appliance.id)}, and whether ${cause} tells it from what else stands in ${ref(from.id)} and carries packets is not known`,
    )
    return [{ match: all, next, cause }]
  }
  const carried = packets({ family, marks: [divertedMark, divertedMark] })
  return [
    {
      match: subnet.id === from.id ? subtract(all, carried) : all,
      next: blocked(
        'internet-gateway/diverted',
        'INGRESS_RTB_TRAFFIC_REDIRECTION',
        subnet.id === from.id
          ? say`what comes in for ${name} is sent through ${ref(appliance.id)}, so ${name} cannot use ${cause} directly`
          : say`what comes in for ${name} is sent through ${ref(appliance.id)}, so what it sends cannot leave by ${cause} another way`,
        'onward',
      ),
      cause,
    },
  ]
}
