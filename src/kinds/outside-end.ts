// What is outside every VPC, as an end of a flow.
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Span } from '../forwarding/answer.ts'
import { intervalsSubtract, intervalsUnion, noIntervals, type IntervalSet } from '../net/interval-set.ts'
import { parseAddress } from '../net/address.ts'
import { publicRanges, publicRanges6 } from './address-ranges.ts'
import { rangesOf } from './aws-ranges.ts'
import type { KindEnd } from './kind.ts'
import { cidrsOf, mappingsOf, pointsOf, prefixes, regionOf, spanOf } from './network.ts'
import type { AwsService, GatewayEndpoint, ElasticIp, Internet, NetworkInterface, Vpc } from './records.ts'
import { stages } from './stage-ids.ts'

export function hostEnd(host: Internet, view: View): KindEnd {
  const listed = prefixes(host.fields.addresses)
  const spans = listed.length > 0 ? present(spanOf(listed, 4), spanOf(listed, 6)) : anywhere(view)
  return { ...outsideEnd(host.id, spans), ephemeral: host.fields.ephemeral }
}

export function serviceEnd(service: AwsService, view: View): KindEnd {
  return outsideEnd(service.id, serviceSpans(service, view))
}

export function serviceSpans(service: AwsService, view: View): readonly Span[] {
  const texts =
    service.fields.addresses.length > 0
      ? service.fields.addresses
      : rangesOf(view, service.fields.service, regionOf(view, service)?.id ?? null)
  const list = prefixes(texts)
  return present(spanOf(list, 4), spanOf(list, 6))
}

export function outsideEnd(id: string, spans: readonly Span[]): KindEnd {
  return {
    origins: spans.map((span) => ({ ...span, stage: stages.internet, cause: ref(id) })),
    addresses: spans,
    receivers: [id],
    ephemeral: 'all',
    isOutside: true,
  }
}

const present = (v4: IntervalSet, v6: IntervalSet): readonly Span[] => [
  ...(v4.length > 0 ? [{ family: 4 as const, values: v4 }] : []),
  ...(v6.length > 0 ? [{ family: 6 as const, values: v6 }] : []),
]

/** Public addresses that are not the design's own: of services, of hosts that are drawn, and of all others. */
export function foreign(view: View): readonly Span[] {
  const { own, blocks } = ownPublic(view)
  return present(
    intervalsSubtract(publicRanges, pointsOf(own, 4)),
    intervalsSubtract(publicRanges6, spanOf(blocks, 6)),
  )
}

const ownPublic = (view: View) => ({
  own: [
    ...(view.of('network-interface') as readonly NetworkInterface[]).flatMap((networkInterface) =>
      mappingsOf(view, networkInterface).flatMap((mapping) => mapping.public ?? []),
    ),
    ...(view.of('elastic-ip') as readonly ElasticIp[]).flatMap(
      ({ fields }) => parseAddress(fields.address) ?? [],
    ),
  ],
  blocks: (view.of('vpc') as readonly Vpc[]).flatMap((vpc) => cidrsOf(view, vpc)),
})

/** Every public address but those that something in the design has: hosts that it does not know. */
export function anywhere(view: View): readonly Span[] {
  return view.memo('anywhere', () => {
    const { own, blocks } = ownPublic(view)
    const services = (view.of('aws-service') as readonly AwsService[]).flatMap((service) =>
      serviceSpans(service, view),
    )
    const lists = [
      ...new Set(
        (view.of('gateway-endpoint') as readonly GatewayEndpoint[]).flatMap((endpoint) =>
          rangesOf(view, endpoint.fields.service, regionOf(view, endpoint)?.id ?? null),
        ),
      ),
    ]
    const hosts = (view.of('internet') as readonly Internet[]).flatMap((host) =>
      prefixes(host.fields.addresses),
    )
    const taken = (family: 4 | 6) =>
      [
        pointsOf(own, family),
        spanOf(blocks, family),
        spanOf(hosts, family),
        spanOf(prefixes(lists), family),
        ...services.filter((span) => span.family === family).map((span) => span.values),
      ].reduce(intervalsUnion, noIntervals)
    return present(intervalsSubtract(publicRanges, taken(4)), intervalsSubtract(publicRanges6, taken(6)))
  })
}
