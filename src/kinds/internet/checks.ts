// An outside host has public addresses: a private one is not routed on the internet (RFC 1918, RFC 6598).
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import { parsePrefix, prefixesOverlap } from '../../net/prefix.ts'
import { finding, invalidCidrs } from '../finding.ts'
import type { Finding } from '../kind.ts'
import type { Internet } from '../records.ts'

const inside = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].flatMap(
  (text) => parsePrefix(text) ?? [],
)

export function checkInternet(resource: Resource): readonly Finding[] {
  const host = resource as Internet
  return [
    ...invalidCidrs('internet/invalid-cidr', host, 'addresses', host.fields.addresses),
    ...host.fields.addresses.flatMap((text) => {
      const prefix = parsePrefix(text, 'zero')
      if (!prefix || !inside.some((range) => prefixesOverlap(range, prefix))) return []
      const title = say`${ref(host.id)} has private addresses: ${code(text)}`
      return [
        finding('internet/private-address', 'warning', ref(host.id, 'addresses'), title, [
          'Internet gateways drop packets from and to private addresses. Give the public address that the place is seen under.',
        ]),
      ]
    }),
  ]
}
