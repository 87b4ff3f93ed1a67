// Who is meant by the other end of a rule or the destination of a route: a CIDR, a security group or a prefix list.
import { code, say, type Phrase } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { formatAddress } from '../net/address.ts'
import { formatPrefix, parsePrefix } from '../net/prefix.ts'
import { serviceLabel } from './aws-ranges.ts'
import { addressesOf, cidrsOf, membersOf, subnetCidrs, vpcOf } from './network.ts'
import type { NetworkInterface, PrefixList, Subnet, Vpc } from './records.ts'

/** In the middle of a sentence: "any IPv4 address", "anything inside main". Null when nothing is meant by it. */
export function peerPhrase(view: View, peer: string, from: Resource): Phrase | null {
  const named = view.get(peer)
  if (named) return named.id === from.id ? ['members of this group'] : resourcePhrase(view, named)
  const prefix = parsePrefix(peer, 'zero')
  if (prefix === null) return null
  if (prefix.length === 0) return [`any IPv${prefix.family} address`]
  const owner = ownerOf(view, formatPrefix(prefix), vpcOf(view, from))
  if (owner === undefined) return [code(peer)]
  if (owner.kind === 'vpc' || owner.kind === 'subnet') return say`anything inside ${ref(owner.id)}`
  return say`${ref(cardOf(view, owner).id)}`
}

/** The same for a route: packets go to addresses, not to whoever has them. */
export function destinationPhrase(view: View, destination: string, from: Resource): Phrase | null {
  const named = view.get(destination)
  if (named) return resourcePhrase(view, named)
  const prefix = parsePrefix(destination, 'zero')
  if (prefix === null) return null
  const owner = ownerOf(view, formatPrefix(prefix), vpcOf(view, from))
  return owner ? say`${code(destination)} (${ref(owner.id)})` : [code(destination)]
}

export function capital(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : phrase
}

function resourcePhrase(view: View, resource: Resource): Phrase {
  if (resource.kind === 'prefix-list') {
    const { awsService } = (resource as PrefixList).fields
    return awsService === '' ? say`the addresses in ${ref(resource.id)}` : [serviceLabel(awsService)]
  }
  if (resource.kind !== 'security-group') return say`${ref(resource.id)}`
  const cards = new Set(membersOf(view, resource).map((member) => cardOf(view, member).id))
  const [only] = cards
  return cards.size === 1 && only !== undefined
    ? say`${ref(only)}`
    : say`whatever carries ${ref(resource.id)}`
}

/** What people see of an interface: the instance, gateway or endpoint that it belongs to. */
export function cardOf(view: View, resource: Resource): Resource {
  const owner =
    resource.kind === 'network-interface'
      ? view.get((resource as NetworkInterface).fields.attachedTo)
      : undefined
  return owner ?? resource
}

/** The VPC, subnet or interface that a CIDR is exactly the range of; of the VPC asked from, if several have it. */
function ownerOf(view: View, cidr: string, within: Vpc | undefined): Resource | undefined {
  const owners = view.memo('owners by cidr', () => {
    const map = new Map<string, Resource[]>()
    const note = (text: string, resource: Resource) => map.set(text, [...(map.get(text) ?? []), resource])
    for (const vpc of view.of('vpc'))
      for (const prefix of cidrsOf(view, vpc as Vpc)) note(formatPrefix(prefix), vpc)
    for (const subnet of view.of('subnet'))
      for (const prefix of subnetCidrs(view, subnet as Subnet)) note(formatPrefix(prefix), subnet)
    for (const one of view.of('network-interface'))
      for (const address of addressesOf(view, one as NetworkInterface))
        note(`${formatAddress(address)}/${address.family === 4 ? 32 : 128}`, one)
    return map
  })
  const found = owners.get(cidr) ?? []
  return found.find((resource) => vpcOf(view, resource)?.id === within?.id) ?? found[0]
}
