// Everything outside: who has a public address, and who answers there. docs/aws-rules.md 9.4, 9.8, 9.9.
// There is one stage for all of it, declared here once for whatever `internet` resources a design has.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import { parseAddress } from '../../net/address.ts'
import { intervals } from '../../net/interval-set.ts'
import { packets } from '../../net/packet-set.ts'
import { privateRanges, publicRanges, publicRanges6 } from '../address-ranges.ts'
import { anyoneOutside, cidrsOf, internetGatewayOf, mappingsOf, prefixes, spanOf, vpcOf } from '../network.ts'
import { blocked, delivered, notModelled, to } from '../outcomes.ts'
import { serviceSpans } from '../outside-end.ts'
import type { AwsService, ElasticIp, Internet, NetworkInterface, Vpc } from '../records.ts'
import { stages } from '../stage-ids.ts'

export function lowerInternet(lowering: Lowering): void {
  const { view } = lowering
  const outside = anyoneOutside(view)
  lowering.stage(stages.internet, () => ({
    at: outside,
    role: { does: 'pass' },
    lists: [
      [
        {
          match: packets({ family: 4, destinations: privateRanges }),
          next: blocked(
            'internet/private-destination',
            null,
            say`nobody on the internet has a private address`,
          ),
          cause: outside,
        },
      ],
      ownAddresses(view),
      idleAddresses(view),
      ownIpv6(view),
      services(view),
      hosts(view),
      ([4, 6] as const).map((family): Rule => ({
        match: packets({ family, destinations: family === 4 ? publicRanges : publicRanges6 }),
        next: delivered(outside, stages.internet),
        cause: outside,
      })),
    ],
    // Loopback, multicast, reserved or local: no host answers there.
    otherwise: {
      next: blocked('internet/not-public', null, say`no host on the internet has such an address`),
      cause: outside,
    },
  }))
}

/** Public addresses of the design: packets to them enter by the gateway of their VPC. */
function ownAddresses(view: View): readonly Rule[] {
  return (view.of('network-interface') as readonly NetworkInterface[]).flatMap((networkInterface) => {
    const vpc = vpcOf(view, networkInterface)
    const gateway = vpc && internetGatewayOf(view, vpc)
    return mappingsOf(view, networkInterface).flatMap((mapping): readonly Rule[] => {
      if (!mapping.public || !vpc) return []
      return [
        {
          match: packets({
            family: 4,
            destinations: intervals([mapping.public.value, mapping.public.value]),
          }),
          next: gateway
            ? to(stages.gatewayIn(gateway.id))
            : blocked(
                'vpc/no-internet-gateway',
                'NO_PATH',
                say`${ref(vpc.id)} has no internet gateway, so nothing outside can reach it`,
              ),
          cause: ref(mapping.by),
        },
      ]
    })
  })
}

/** Elastic IPs that map to no private address of the design: nobody else has them either; rule 8.2. */
function idleAddresses(view: View): readonly Rule[] {
  return (view.of('elastic-ip') as readonly ElasticIp[]).flatMap((ip): readonly Rule[] => {
    const address = parseAddress(ip.fields.address)
    if (address?.family !== 4) return []
    const { networkInterface } = ip.fields
    const isKnown = networkInterface === null || view.get(networkInterface) !== undefined
    return [
      {
        match: packets({ family: 4, destinations: [address.value, address.value] }),
        next: isKnown
          ? blocked(
              'internet-gateway/unknown-address',
              'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
              say`${ref(ip.id)} maps to no interface`,
            )
          : notModelled('unmodelled/met', say`what ${ref(ip.id)} is associated with is not known here`),
        cause: ref(ip.id),
      },
    ]
  })
}

function ownIpv6(view: View): readonly Rule[] {
  return (view.of('vpc') as readonly Vpc[]).flatMap((vpc) => {
    const span = spanOf(cidrsOf(view, vpc), 6)
    return span.length === 0
      ? []
      : [
          {
            match: packets({ family: 6, destinations: span }),
            next: to(stages.vpcIpv6In(vpc.id)),
            cause: ref(vpc.id),
          },
        ]
  })
}

/** AWS's public endpoints are on the internet for this purpose; rule 9.9. */
function services(view: View): readonly Rule[] {
  return (view.of('aws-service') as readonly AwsService[]).flatMap((service) => {
    return serviceSpans(service, view).map(({ family, values }): Rule => {
      return {
        match: packets({ family, destinations: values }),
        next: delivered(ref(service.id), stages.internet),
        cause: ref(service.id),
      }
    })
  })
}

function hosts(view: View): readonly Rule[] {
  return (view.of('internet') as readonly Internet[]).flatMap((host) => {
    const list = prefixes(host.fields.addresses)
    return ([4, 6] as const).flatMap((family): Rule[] => {
      const span = spanOf(list, family)
      return span.length === 0
        ? []
        : [
            {
              match: packets({ family, destinations: span }),
              next: delivered(ref(host.id), stages.internet),
              cause: ref(host.id),
            },
          ]
    })
  })
}
