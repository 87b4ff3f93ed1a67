// An address or CIDR as the end of a question: the interface that has it, or hosts that the design does not know.
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { formatAddress, sameAddress, type Address, type IpValue } from '../net/address.ts'
import { intervalsEmpty, intervalsIntersect, intervalsSubset } from '../net/interval-set.ts'
import { prefixOf, type Prefix } from '../net/prefix.ts'
import { privateRanges, publicRanges, publicRanges6 } from './address-ranges.ts'
import type { KindEnd, Kinds } from './kind.ts'
import { anyoneOutside, cidrsOf, isGatewayOut, mappingsOf, spanOf, vpcOf, type Mapping } from './network.ts'
import { outsideEnd } from './outside-end.ts'
import type { NetworkInterface, Vpc } from './records.ts'
import { resolved, type Resolution, type Resolved } from './resolution.ts'
import { stages } from './stage-ids.ts'

export function resolveAddress(address: Address, view: View, kinds: Kinds): Resolution {
  const label = formatAddress(address)
  const owners = ownersByAddress(view).get(address.value) ?? []
  const [owner] = owners
  return owner
    ? resolved({ ...ownedEnd(address, owner, owners.length === 1, view, kinds), label, byAddress: true })
    : resolvePrefix(prefixOf(address), label, view)
}

interface Owner {
  readonly networkInterface: NetworkInterface
  readonly mapping: Mapping
}

/** Interfaces by each of their addresses, private and public. */
function ownersByAddress(view: View): ReadonlyMap<IpValue, readonly Owner[]> {
  return view.memo('owners by address', () => {
    const byAddress = new Map<IpValue, Owner[]>()
    for (const networkInterface of view.of('network-interface') as readonly NetworkInterface[]) {
      for (const mapping of mappingsOf(view, networkInterface)) {
        for (const { value } of [mapping.address, ...(mapping.public ? [mapping.public] : [])]) {
          const owner = { networkInterface, mapping }
          const known = byAddress.get(value)
          if (known) known.push(owner)
          else byAddress.set(value, [owner])
        }
      }
    }
    return byAddress
  })
}

/** `alone`: the same private address may be in use in several VPCs; then routes decide whose it is, and none can send. */
function ownedEnd(
  address: Address,
  { networkInterface, mapping }: Owner,
  alone: boolean,
  view: View,
  kinds: Kinds,
): Pick<Resolved, 'at' | 'id' | 'end'> {
  const resource = view.get(networkInterface.fields.attachedTo) ?? networkInterface
  const usual = kinds.get(resource.kind)?.end?.(resource, view)
  const vpc = vpcOf(view, resource)
  const span = { family: address.family, values: [address.value, address.value] }
  const isPublic = mapping.public !== null && sameAddress(mapping.public, address)
  const own = mapping.address
  const origin = {
    family: own.family,
    values: [own.value, own.value],
    stage: wayOut(usual, networkInterface),
    cause: ref(resource.id),
  }
  const end: KindEnd = {
    origins: alone ? [origin] : [],
    addresses: [span],
    outside: isPublic || address.family === 6 ? [span] : [],
    receivers: alone ? (usual?.receivers ?? [resource.id, networkInterface.id]) : [],
    ...(usual?.ephemeral === undefined ? {} : { ephemeral: usual.ephemeral }),
    ...(vpc ? { closed: stages.vpcFromOutside(vpc.id) } : {}),
  }
  return { at: resource, id: resource.id, end }
}

/** That of the interface with the address, unless its owner has one of its own for whatever it sends. */
function wayOut(usual: KindEnd | null | undefined, networkInterface: NetworkInterface): string {
  const stage = usual?.origins[0]?.stage
  return stage === undefined || stage.startsWith('interface/')
    ? stages.interfaceOut(networkInterface.id)
    : stage
}

/** Addresses that no interface of the design has: hosts outside, or an address inside that nobody has taken. */
export function resolvePrefix(prefix: Prefix, label: string, view: View): Resolution {
  const span = { family: prefix.family, values: [prefix.first, prefix.last] }
  // Of a wide range, the hosts on the internet are meant; an address that none of them can have is not outside.
  const publicHosts = intervalsIntersect(span.values, prefix.family === 4 ? publicRanges : publicRanges6)
  const hosts = isPrivateElsewhere(prefix, view) ? span.values : publicHosts
  const id = anyoneOutside(view).resource
  const end: KindEnd = intervalsEmpty(hosts)
    ? { origins: notKnown(prefix, view), addresses: [span], receivers: [] }
    : {
        ...outsideEnd(id, [{ family: prefix.family, values: hosts }]),
        ephemeral: 'linux',
        receivers: [],
      }
  return resolved({ at: view.get(id) ?? null, id, label, byAddress: true, end })
}

/** Behind what is not modelled, such as a VPN: how its packets come in is not known. */
function notKnown(prefix: Prefix, view: View): KindEnd['origins'] {
  const all = view.of('unmodelled')
  const way = all.find(isGatewayOut) ?? all[0]
  if (!way || !isOfNoVpc(prefix, view)) return []
  const values = [prefix.first, prefix.last]
  return [{ family: prefix.family, values, stage: stages.unmodelled(way.id), cause: ref(way.id) }]
}

function isOfNoVpc({ family, first, last }: Prefix, view: View): boolean {
  const blocks = (view.of('vpc') as readonly Vpc[]).flatMap((vpc) => cidrsOf(view, vpc))
  return (
    family === 4 &&
    intervalsSubset([first, last], privateRanges) &&
    intervalsEmpty(intervalsIntersect([first, last], spanOf(blocks, 4)))
  )
}

/**
 * Private, of no VPC here, and nothing is drawn that could lead there: its packets can only come by the internet, where
 * gateways drop them; rule 9.3. Behind what is not modelled they may come another way.
 */
const isPrivateElsewhere = (prefix: Prefix, view: View): boolean =>
  isOfNoVpc(prefix, view) && view.of('unmodelled').length === 0
