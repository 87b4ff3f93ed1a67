// A gateway endpoint: to one AWS service, from inside its VPC only. docs/aws-rules.md 14B.
import { say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Offer } from '../../forwarding/compile.ts'
import type { StageId } from '../../forwarding/program.ts'
import { intervals } from '../../net/interval-set.ts'
import { ICMP, TCP } from '../../net/packet.ts'
import { packets, union } from '../../net/packet-set.ts'
import { rangesOf } from '../aws-ranges.ts'
import { cidrsOf, prefixes, regionOf, spanOf, vpcOf } from '../network.ts'
import { blocked, delivered } from '../outcomes.ts'
import type { AwsService, GatewayEndpoint, Vpc } from '../records.ts'
import { stages } from '../stage-ids.ts'

const echoRequest = intervals([8 * 256, 8 * 256])

export function lowerGatewayEndpoint(endpoint: GatewayEndpoint, lowering: Lowering): void {
  const { view } = lowering
  const vpc = vpcOf(view, endpoint)
  if (!vpc) return
  const at = ref(endpoint.id)
  const sources = spanOf(cidrsOf(view, vpc), 4)
  const back: StageId = stages.vpcDeliver(vpc.id)
  const take = delivered(ref(serviceBehind(view, endpoint).id), back, say`${at} takes it to the service`)
  lowering.stage(stages.gatewayEndpoint(endpoint.id), () => ({
    at,
    role: { does: 'forward' },
    lists: [
      [
        {
          match: packets({ family: 4, sources: outside(sources) }),
          next: blocked(
            'gateway-endpoint/source',
            'VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION',
            say`${at} serves only what is inside ${ref(vpc.id)}`,
          ),
          cause: at,
        },
        {
          match: packets({ family: 4, destinations: outside(serviceSpan(view, endpoint)) }),
          next: blocked(
            'gateway-endpoint/destination',
            'CANNOT_ROUTE',
            say`${at} leads to its service only, and the destination is none of its addresses`,
          ),
          cause: at,
        },
        { match: packets({ family: 4, protocols: [TCP, TCP] }), next: take, cause: at },
        {
          match: packets({ family: 4, protocols: [ICMP, ICMP], destinationPorts: echoRequest }),
          next: take,
          cause: at,
        },
      ],
    ],
    otherwise: {
      next: blocked(
        'gateway-endpoint/protocol',
        'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
        say`${at} carries TCP and echo requests only`,
      ),
      cause: at,
    },
  }))
}

const outside = (inside: readonly (number | bigint)[]) => {
  const gaps: (readonly [number, number])[] = []
  let next = 0
  for (let i = 0; i < inside.length; i += 2) {
    if (Number(inside[i]) > next) gaps.push([next, Number(inside[i]) - 1])
    next = Number(inside[i + 1]) + 1
  }
  if (next <= 0xffff_ffff) gaps.push([next, 0xffff_ffff])
  return intervals(...gaps)
}

/** The addresses of the service in the endpoint's Region; rule 14.9. */
const serviceSpan = (view: View, endpoint: GatewayEndpoint) =>
  spanOf(prefixes(rangesOf(view, endpoint.fields.service, regionOf(view, endpoint)?.id ?? null)), 4)

/** The service as the design shows it; an endpoint whose service is not drawn stands for it. */
function serviceBehind(view: View, endpoint: GatewayEndpoint): Resource {
  const services = (view.of('aws-service') as readonly AwsService[]).filter(
    (service) => service.fields.service === endpoint.fields.service,
  )
  const region = regionOf(view, endpoint)?.id ?? null
  return (
    services.find((service) => service.parent === region) ??
    services.find((service) => service.parent === null) ??
    endpoint
  )
}

export function entryOfGatewayEndpoint(
  endpoint: GatewayEndpoint,
  from: Resource,
  view: View,
): StageId | null {
  const vpc = vpcOf(view, endpoint)
  return vpc &&
    vpc.id === vpcOf(view, from)?.id &&
    endpoint.fields.state === 'available' &&
    from.kind !== 'internet-gateway'
    ? stages.gatewayEndpoint(endpoint.id)
    : null
}

/** Tied to whole route tables, so the offer's destination is what a route would show, not one that can be typed. */
export function offersOfGatewayEndpoint(
  endpoint: GatewayEndpoint,
  subnet: Resource,
  view: View,
): readonly Offer[] {
  const vpc: Vpc | undefined = vpcOf(view, endpoint)
  if (!vpc || vpc.id !== vpcOf(view, subnet)?.id) return []
  const span = serviceSpan(view, endpoint)
  return span.length === 0
    ? []
    : [
        {
          match: union(
            packets({ family: 4, protocols: [TCP, TCP], destinations: span }),
            packets({
              family: 4,
              protocols: [ICMP, ICMP],
              destinations: span,
              destinationPorts: echoRequest,
            }),
          ),
          destination: endpoint.fields.service,
          preference: 35,
        },
      ]
}
