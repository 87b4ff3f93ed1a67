// Addresses that neither routes nor ACLs nor groups stand before; docs/aws-rules.md 7.
import { say } from '../design/phrase.ts'
import { ref, type Ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Rule } from '../forwarding/program.ts'
import { parseAddress, type Address } from '../net/address.ts'
import { packets } from '../net/packet-set.ts'
import { addressAt, prefixSize, type Prefix } from '../net/prefix.ts'
import { cidrsOf, pointsOf, prefixes, subnetCidrs, vpcOf } from './network.ts'
import { blocked, delivered } from './outcomes.ts'
import type { Subnet, Vpc } from './records.ts'

const read = (texts: readonly string[]) => texts.flatMap((text) => parseAddress(text) ?? [])

/** Instance metadata, time, licences, task metadata: answered by the host itself. */
const onTheHost = read([
  '169.254.169.254',
  '169.254.169.123',
  '169.254.169.250',
  '169.254.169.251',
  '169.254.170.2',
  'fd00:ec2::254',
  'fd00:ec2::123',
])
const resolvers = read(['169.254.169.253', 'fd00:ec2::253'])
const linkLocal = prefixes(['169.254.0.0/16', 'fe80::/10'])

/** What answers everywhere in a VPC. */
export function exemptRules(vpc: Vpc, view: View): readonly Rule[] {
  const primary = cidrsOf(view, vpc)[0]
  // The resolver answers at the base of the primary CIDR plus two; rules 2.9, 7.3.
  const resolver = vpc.fields.dnsSupport
    ? [...resolvers, ...(primary?.family === 4 ? nth(primary, 2) : [])]
    : []
  const at = ref(vpc.id)
  return [
    ...answers(onTheHost, 'the host itself', at),
    ...answers(resolver, 'the Amazon DNS server', at),
    // Nothing else answers there, and no route forwards it; rule 3.3.2.
    ...linkLocal.map((prefix): Rule => ({
      match: packets({ family: prefix.family, destinations: [prefix.first, prefix.last] }),
      next: blocked('network-interface/link-local', null, say`nothing answers at that link-local address`),
      cause: at,
    })),
  ]
}

/** The router, which has an address in every subnet. */
export function routerRules(subnet: Subnet, view: View): readonly Rule[] {
  const vpc = vpcOf(view, subnet)
  const addresses = subnetCidrs(view, subnet).flatMap((prefix) => nth(prefix, 1))
  return vpc ? answers(addresses, 'the router of the VPC', ref(vpc.id)) : []
}

const answers = (addresses: readonly Address[], what: string, at: Ref): readonly Rule[] =>
  ([4, 6] as const).flatMap((family) => {
    const points = pointsOf(addresses, family)
    return points.length === 0
      ? []
      : [
          {
            match: packets({ family, destinations: points }),
            next: delivered(at, undefined, say`${what} answers, and nothing filters the way to it`),
            cause: at,
          },
        ]
  })

/** A file may hold blocks that AWS would refuse, too small to have such an address. */
const nth = (prefix: Prefix, offset: number): readonly Address[] =>
  prefixSize(prefix) > offset ? [addressAt(prefix, offset)] : []
