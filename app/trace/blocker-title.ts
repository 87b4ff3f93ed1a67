// A blocker in a few words; the sentence of its reason stands beneath.
import { formatIpValue, plain, type Blocker, type Design, type Packet } from '../library.ts'
import { rowsOf } from './words.ts'

/** What is said after the name of what decided, by the reason's code. */
export const titles: Readonly<Record<string, string>> = {
  'egress-only-internet-gateway/inbound': 'lets in answers only',
  'egress-only-internet-gateway/ipv6-only': 'carries IPv6 of its own VPC only',
  'gateway-endpoint/destination': 'leads to its service only',
  'gateway-endpoint/protocol': 'carries TCP and ping only',
  'gateway-endpoint/source': 'serves its own VPC only',
  'instance/not-running': 'is not running',
  'interface-endpoint/cannot-originate': 'never opens a connection',
  'interface-endpoint/not-available': 'is not available',
  'interface-endpoint/not-from-outside': 'cannot be reached from the internet',
  'interface-endpoint/protocol': 'answers TCP and UDP only',
  'internet-gateway/appliance-without-public-address': 'leads to what has no public address',
  'internet-gateway/diverted': 'brings answers back another way',
  'internet-gateway/no-public-address': 'has no public address',
  'internet-gateway/private-destination': 'drops packets to private addresses',
  'internet-gateway/private-source': 'drops packets from private addresses',
  'internet-gateway/unknown-address': 'has no public address',
  'internet/not-public': 'has no such address',
  'internet/private-destination': 'has no private addresses',
  'nat-gateway/cannot-originate': 'opens no connections by itself',
  'nat-gateway/no-session': 'opened no session for it',
  'nat-gateway/not-available': 'is not available',
  'nat-gateway/protocol': 'carries TCP, UDP and ICMP only',
  'nat-gateway/same-subnet': 'cannot serve its own subnet',
  'network-acl/denied-inbound': 'denies it inbound',
  'network-acl/denied-outbound': 'denies it outbound',
  'network-interface/link-local': 'has nothing at that address',
  'network-interface/no-such-address': 'has no such address',
  'network-interface/not-attached': 'is attached to nothing',
  'network-interface/outside-vpc': 'stands in no subnet',
  'network-interface/source-dest-check': 'takes only its own packets',
  'route-table/blackhole': 'has a route to nowhere',
  'route-table/link-local': 'never routes that address',
  'route-table/no-route': 'has no route',
  'route-table/no-target': 'has no way there',
  'security-group/denied-inbound': 'denies it inbound',
  'security-group/denied-outbound': 'denies it outbound',
  'security-group/no-rules-inbound': 'lets nothing in',
  'security-group/no-rules-outbound': 'lets nothing out',
  'security-group/reference-not-preserved': 'names a group, which does not hold here',
  'vpc-peering/address-outside-vpc': 'carries between its two VPCs only',
  'vpc/no-internet-gateway': 'has no internet gateway',
}

/** A blocker in a few words that begin with who it is about: "rt-app-a has no route", "web has no public address". */
export function blockerTitle({ cause, reason, packet, disposition }: Blocker, design: Design): string {
  const name = design.resources[cause.resource]?.name ?? cause.resource
  const kind = design.resources[cause.resource]?.kind
  if (disposition === 'not-modelled')
    return `${name} ${kind === 'unmodelled' ? 'is not modelled' : 'leaves it unknown'}`
  const holder = holderOf(packet.destination, design)
  const said = titles[reason.code]
  if (said === undefined) return shortened(plain(reason.phrase, design))
  switch (reason.code) {
    case 'internet-gateway/no-public-address':
      return `${holderOf(packet.source, design) ?? formatIpValue(packet.source)} ${said}`
    case 'internet-gateway/unknown-address':
      if (kind === 'elastic-ip') return `${name} belongs to nothing`
      return holder === undefined ? `${name} knows no such public address` : `${holder} ${said}`
    case 'route-table/blackhole':
      return `${name} ${kind === 'route-table' ? said : 'is not running'}`
    default:
      return `${name} ${said}`
  }
}

/** Who has a private address: what its interface belongs to. */
function holderOf(address: Packet['source'], design: Design): string | undefined {
  const text = formatIpValue(address)
  for (const resource of Object.values(design.resources)) {
    if (resource.kind !== 'network-interface') continue
    if (!rowsOf(design, resource.id, 'addresses').some((row) => row['address'] === text)) continue
    const owner = resource.fields['attachedTo']
    return (typeof owner === 'string' ? design.resources[owner] : undefined)?.name ?? resource.name
  }
  return undefined
}

/** A sentence up to its first pause. */
function shortened(sentence: string): string {
  const [head = ''] = sentence.split(/[,:;]\s/, 1)
  return head.charAt(0).toUpperCase() + head.slice(1)
}
