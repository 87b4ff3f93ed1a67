// An internet gateway: one public address for one private address, both ways, and nothing remembered.
// docs/aws-rules.md 9.
import { say } from '../../design/phrase.ts'
import { ref, type Ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Offer } from '../../forwarding/compile.ts'
import type { Next, Rule, StageId } from '../../forwarding/program.ts'
import { intervals, intervalsEmpty } from '../../net/interval-set.ts'
import { packets } from '../../net/packet-set.ts'
import { publicRanges, rfc1918, rfc6598 } from '../address-ranges.ts'
import {
  advertisedOf,
  edgeTableOf,
  interfacesIn,
  mappingsOf,
  pointsOf,
  subnetOf,
  subnetsOf,
  vpcOf,
  type Mapping,
} from '../network.ts'
import { blocked, reason, to } from '../outcomes.ts'
import type { InternetGateway, NatGateway, NetworkInterface, RouteTable, Vpc } from '../records.ts'
import { byReferenceMark, divertedMark } from '../marks.ts'
import { publicAccess } from '../public-access.ts'
import { candidatesOf } from '../routes-in-force.ts'
import { divertedFrom, lowerDiverted } from './diverted.ts'
import { lists, stages } from '../stage-ids.ts'

export function lowerInternetGateway(gateway: InternetGateway, lowering: Lowering): void {
  const { view } = lowering
  const vpc = vpcOf(view, gateway)
  if (!vpc) return
  const at = ref(gateway.id)

  const shut = publicAccess(view, vpc, at)

  lowering.stage(stages.gatewayOut(gateway.id), () => ({
    at,
    role: { does: 'translate' },
    lists: [
      shut,
      privateEnds('destinations', at),
      publicMappings(view, vpc).map((mapping): Rule => ({
        match: packets({ family: 4, sources: intervals([mapping.address.value, mapping.address.value]) }),
        rewrite: { source: mapping.public!.value, mark: 0 },
        next: to(stages.internet),
        cause: ref(mapping.by),
      })),
      ipv6Rules(view, vpc, 'sources', stages.internet),
    ],
    otherwise: {
      next: {
        end: {
          disposition: 'blocked',
          reason: reason(
            'internet-gateway/no-public-address',
            'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
            say`its source has no public address, and an internet gateway passes only addresses that have one`,
          ),
          intended: stages.internet,
          unanswerable: true,
        },
      },
      cause: at,
    },
  }))

  const edge = edgeTableOf(view, gateway)
  const inside: StageId = edge ? `internet-gateway/${gateway.id}/edge` : stages.vpcDeliver(vpc.id)
  lowering.stage(stages.gatewayIn(gateway.id), () => ({
    at,
    role: { does: 'translate' },
    lists: [
      shut,
      privateEnds('sources', at),
      publicMappings(view, vpc).map((mapping): Rule => ({
        match: packets({
          family: 4,
          destinations: intervals([mapping.public!.value, mapping.public!.value]),
        }),
        rewrite: { destination: mapping.address.value, mark: 0 },
        next: to(inside),
        cause: ref(mapping.by),
      })),
      ipv6Rules(view, vpc, 'destinations', inside),
    ],
    otherwise: {
      next: blocked(
        'internet-gateway/unknown-address',
        'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
        say`${at} knows no interface with that public address`,
      ),
      cause: at,
    },
  }))
  if (edge) {
    lowering.stage(inside, () => ({
      at,
      role: { does: 'route', table: ref(edge.id) },
      lists: [withoutPublicAddress(view, edge, gateway), lists.routes(edge.id, gateway.id)],
      otherwise: {
        next: blocked(
          'route-table/no-route',
          'NO_ROUTE_TO_DESTINATION',
          say`${ref(edge.id)} has no route for it`,
          stages.vpcDeliver(vpc.id),
        ),
        cause: ref(edge.id),
      },
    }))
  }
  for (const subnet of subnetsOf(view, vpc)) lowerDiverted(gateway, vpc, subnet, lowering)
}

/** Packets to or from private addresses do not pass; rule 9.3. */
function privateEnds(side: 'sources' | 'destinations', at: Ref): readonly Rule[] {
  const drop = (name: 'RFC1918' | 'RFC6598'): Next =>
    side === 'sources'
      ? blocked(
          'internet-gateway/private-source',
          `IGW_SOURCE_ADDRESS_NOT_IN_${name}_INGRESS`,
          say`an internet gateway drops packets from private addresses`,
        )
      : blocked(
          'internet-gateway/private-destination',
          `IGW_DESTINATION_ADDRESS_NOT_IN_${name}_EGRESS`,
          say`an internet gateway drops packets to private addresses`,
        )
  return [
    { match: packets({ family: 4, [side]: rfc1918 }), next: drop('RFC1918'), cause: at },
    { match: packets({ family: 4, [side]: rfc6598 }), next: drop('RFC6598'), cause: at },
  ]
}

/** Private addresses in use with a public one, of the VPC's interfaces; rules 8.4, 9.2, 9.4. */
function publicMappings(view: View, vpc: Vpc): readonly Mapping[] {
  return view.memoOf('public mappings', vpc, () =>
    subnetsOf(view, vpc)
      .flatMap((subnet) => interfacesIn(view, subnet))
      .filter((networkInterface) => networkInterface.fields.attachedTo !== null)
      // A private NAT gateway has no public address, whatever is associated with its interface; rule 10.2.
      .filter(
        ({ fields }) =>
          (view.get(fields.attachedTo) as NatGateway | undefined)?.fields.connectivity !== 'private',
      )
      .flatMap((networkInterface) =>
        mappingsOf(view, networkInterface).filter(
          (mapping) => mapping.public !== null && mapping.address.family === 4,
        ),
      ),
  )
}

/**
 * IPv6 is not translated, and what is not advertised to the internet does not pass. Endpoint interfaces are never
 * reachable from outside; rule 9.6. Past the gateway an address no longer tells the interface it belongs to, so rules that
 * name a group do not match; rule 5.6.
 */
function ipv6Rules(view: View, vpc: Vpc, side: 'sources' | 'destinations', next: StageId): readonly Rule[] {
  const span = advertisedOf(view, vpc)
  if (intervalsEmpty(span)) return []
  const closed = (view.of('network-interface') as readonly NetworkInterface[])
    .filter(
      (networkInterface) =>
        view.get(networkInterface.fields.attachedTo)?.kind === 'interface-endpoint' &&
        vpcOf(view, networkInterface)?.id === vpc.id,
    )
    .flatMap((networkInterface) => mappingsOf(view, networkInterface).map((mapping) => mapping.address))
  const points = pointsOf(closed, 6)
  const cause = ref(vpc.id)
  const deny: Rule[] = intervalsEmpty(points)
    ? []
    : [
        {
          match: packets({ family: 6, [side]: points }),
          next: blocked(
            'interface-endpoint/not-from-outside',
            'NO_PATH',
            say`endpoints cannot be reached from the internet`,
          ),
          cause,
        },
      ]
  const byReference: Rule = {
    match: packets({ family: 6, [side]: span, marks: [byReferenceMark, byReferenceMark] }),
    next: blocked(
      'security-group/reference-not-preserved',
      'SG_REFERENCES_NOT_PRESERVED',
      say`only a rule that names a security group let the packet out, and such rules do not hold on a way over the internet`,
      next,
    ),
    cause,
  }
  const pass: Rule = {
    match: packets({ family: 6, [side]: span }),
    rewrite: { mark: divertedMark },
    next: to(next),
    cause,
  }
  return [...deny, byReference, pass]
}

/** An appliance named by a gateway's table needs a public address; rule 3.5.3. */
function withoutPublicAddress(view: View, edge: RouteTable, gateway: Resource): readonly Rule[] {
  const vpc = vpcOf(view, edge)
  if (!vpc) return []
  return candidatesOf(view, edge).flatMap((route): Rule[] => {
    const target = view.get(route.target)
    // An IPv6 address needs no other to be public. What is not modelled, such as a Gateway Load Balancer endpoint, may
    // need none; rule 3.5.3 speaks of interfaces.
    if (!route.local || !target || route.prefix.family === 6 || target.kind === 'unmodelled') return []
    const interfaces =
      target.kind === 'network-interface'
        ? [target as NetworkInterface]
        : (view.referring(target.id, 'network-interface') as readonly NetworkInterface[])
    if (
      interfaces.some((networkInterface) =>
        mappingsOf(view, networkInterface).some((mapping) => mapping.public !== null),
      )
    )
      return []
    return [
      {
        match: packets({
          family: route.prefix.family,
          destinations: intervals([route.prefix.first, route.prefix.last]),
        }),
        next: blocked(
          'internet-gateway/appliance-without-public-address',
          'INGRESS_RTB_NO_PUBLIC_IP',
          say`${ref(edge.id)} sends it to ${ref(target.id)}, which has no public address`,
        ),
        cause: ref(gateway.id),
      },
    ]
  })
}

export function entryOfInternetGateway(gateway: InternetGateway, from: Resource, view: View): StageId | null {
  const vpc = vpcOf(view, gateway)
  // Detached, or of another VPC: the route is a blackhole; rule 9.1.
  if (!vpc || vpc.id !== vpcOf(view, from)?.id) return null
  const subnet = from.kind === 'internet-gateway' ? undefined : subnetOf(view, from)
  return (subnet && divertedFrom(view, gateway, subnet)) ?? stages.gatewayOut(gateway.id)
}

/** Without a public address it would not help: a NAT gateway is offered first then. */
export function offersOfInternetGateway(
  gateway: InternetGateway,
  subnet: Resource,
  view: View,
): readonly Offer[] {
  const vpc = vpcOf(view, gateway)
  if (!vpc || vpc.id !== vpcOf(view, subnet)?.id) return []
  const mapped = pointsOf(
    publicMappings(view, vpc).map((mapping) => mapping.address),
    4,
  )
  return [
    ...(intervalsEmpty(mapped)
      ? []
      : [
          {
            match: packets({ family: 4, sources: mapped, destinations: publicRanges }),
            destination: '0.0.0.0/0',
            preference: 30,
          },
        ]),
    { match: packets({ family: 4, destinations: publicRanges }), destination: '0.0.0.0/0', preference: 10 },
    { match: packets({ family: 6 }), destination: '::/0', preference: 15 },
  ]
}
