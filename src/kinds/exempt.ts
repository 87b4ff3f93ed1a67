// Addresses that neither routes nor ACLs nor groups stand before; docs/aws-rules.md 7.
import { say } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Rule } from '../forwarding/program.ts'
import { parseAddress, type Address } from '../net/address.ts'
import { packets } from '../net/packet-set.ts'
import { addressAt, prefixSize, type Prefix } from '../net/prefix.ts'
import { cidrsOf, pointsOf, prefixes, subnetCidrs, vpcOf } from './network.ts'
import { blocked, delivered } from './outcomes.ts'
import type { Subnet } from './records.ts'

/** Instance metadata, time, licences, task metadata: answered by the host itself. */
const onTheHost = [
  '169.254.169.254',
  '169.254.169.123',
  '169.254.169.250',
  '169.254.169.251',
  '169.254.170.2',
  'fd00:ec2::254',
  'fd00:ec2::123',
]
const linkLocal = prefixes(['169.254.0.0/16', 'fe80::/10'])
const resolvers = ['169.254.169.253', 'fd00:ec2::253']

export function exemptRules(subnet: Subnet, view: View): readonly Rule[] {
  const vpc = vpcOf(view, subnet)
  if (!vpc) return []
  const at = ref(vpc.id)
  const read = (texts: readonly string[]) => texts.flatMap((text) => parseAddress(text) ?? [])
  const primary = cidrsOf(view, vpc)[0]
  // The resolver answers at the base of the primary CIDR plus two; rules 2.9, 7.3.
  const resolver = vpc.fields.dnsSupport
    ? [...read(resolvers), ...(primary?.family === 4 ? nth(primary, 2) : [])]
    : []
  const router = subnetCidrs(view, subnet).flatMap((prefix) => nth(prefix, 1))
  const rules = (addresses: readonly Address[], what: string): Rule[] =>
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
  return [
    ...rules(read(onTheHost), 'the host itself'),
    ...rules(resolver, 'the Amazon DNS server'),
    ...rules(router, 'the router of the VPC'),
    // Nothing else answers there, and no route forwards it; rule 3.3.2.
    ...linkLocal.map((prefix): Rule => ({
      match: packets({ family: prefix.family, destinations: [prefix.first, prefix.last] }),
      next: blocked('network-interface/link-local', null, say`nothing answers at that link-local address`),
      cause: at,
    })),
  ]
}

/** A file may hold blocks that AWS would refuse, too small to have such an address. */
const nth = (prefix: Prefix, offset: number): readonly Address[] =>
  prefixSize(prefix) > offset ? [addressAt(prefix, offset)] : []
