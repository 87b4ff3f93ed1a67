// What a person may write as the end of a question: an id, a unique name, an address, a service, or `internet`.
import { nearest } from '../design/guess.ts'
import { code, say, type Phrase } from '../design/phrase.ts'
import { ref, type Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { formatAddress, parseAddress, sameAddress, type Address, type IpValue } from '../net/address.ts'
import { intervalsEmpty, intervalsIntersect, intervalsSubset } from '../net/interval-set.ts'
import { parsePrefix, type Prefix } from '../net/prefix.ts'
import { privateRanges, publicRanges, publicRanges6 } from './address-ranges.ts'
import { knownServices, rangesOf } from './aws-ranges.ts'
import type { KindEnd, Kinds } from './kind.ts'
import {
  anyoneOutside,
  cidrsOf,
  isGatewayOut,
  mappingsOf,
  prefixes,
  regionOf,
  spanOf,
  vpcOf,
  type Mapping,
} from './network.ts'
import { anywhere, outsideEnd } from './outside-end.ts'
import type { InterfaceEndpoint, NetworkInterface, Vpc } from './records.ts'
import { stages } from './stage-ids.ts'
import { whereabouts } from './whereabouts.ts'

export interface Resolved {
  readonly at: Resource | null
  readonly id: string
  readonly label: string
  readonly end: KindEnd
  /** The end was written as an address: packets are sent to, or from, just this. */
  readonly byAddress: boolean
}

export type Resolution =
  | { readonly ok: true; readonly end: Resolved }
  | { readonly ok: false; readonly problem: Phrase; readonly suggestions: readonly string[] }

/** `near` is the other end where it is known: private DNS names resolve by the VPC they are asked in. */
export function resolveEnd(text: string, view: View, kinds: Kinds, near?: Resource | null): Resolution {
  const wanted = text.trim()
  const byId = view.get(wanted)
  if (byId && (isEnd(byId, kinds) || !isService(wanted.toLowerCase(), view)))
    return ofResource(byId, view, kinds)
  if (wanted === '')
    return {
      ok: false,
      problem: say`say what it is: a resource, an address, a service or internet`,
      suggestions: ['internet'],
    }
  const address = parseAddress(wanted)
  if (address) return ofAddress(address, view, kinds)
  const prefix = parsePrefix(wanted, 'zero')
  if (prefix) return ofPrefix(prefix, wanted, view)
  const lower = wanted.toLowerCase()
  const named = allNamed(view, kinds, wanted)
  const service = lower.replace(/^com\.amazonaws\.[a-z0-9-]+\./, '')
  // A service's name is asked of DNS, which may answer with an endpoint, also when the service is drawn under that name.
  if (isService(service, view) && named.every((one) => serviceKinds.has(one.kind))) {
    return ofService(service, view, kinds, near ?? null)
  }
  if (named.length === 1) return ofResource(named[0]!, view, kinds)
  if (lower === 'internet') return ofInternet(view)
  if (named.length > 1) {
    return {
      ok: false,
      problem: say`${named.length} resources are called ${code(wanted)}: name one by its id`,
      suggestions: named.map((one) => one.id),
    }
  }
  return {
    ok: false,
    problem: say`nothing here is called ${code(wanted)}`,
    suggestions: similar(wanted, view, kinds),
  }
}

const serviceKinds = new Set(['aws-service', 'interface-endpoint', 'gateway-endpoint'])

const isService = (name: string, view: View): boolean =>
  knownServices.some((known) => known.value === name) ||
  view.of('interface-endpoint').some((one) => one.fields['service'] === name)

const isEnd = (resource: Resource, kinds: Kinds): boolean => kinds.get(resource.kind)?.end !== undefined

/** Composed or not, a letter with its accent is one letter. */
const spelt = (name: string): string => name.normalize('NFC')

function allNamed(view: View, kinds: Kinds, name: string): readonly Resource[] {
  const index = view.memo('ends by name', () => {
    const byName = new Map<string, Resource[]>()
    for (const resource of view.all()) {
      if (!isEnd(resource, kinds)) continue
      const key = spelt(resource.name).toLowerCase()
      const list = byName.get(key)
      if (list) list.push(resource)
      else byName.set(key, [resource])
    }
    return byName
  })
  const found = index.get(spelt(name).toLowerCase()) ?? []
  const exact = found.filter((resource) => spelt(resource.name) === spelt(name))
  const all = exact.length > 0 ? exact : found
  // Tags are often given to an instance and its interfaces alike: the instance is meant.
  return all.filter((resource) => {
    const { attachedTo } = resource.fields
    return resource.kind !== 'network-interface' || !all.some((other) => other.id === attachedTo)
  })
}

function ofResource(resource: Resource, view: View, kinds: Kinds): Resolution {
  const end = kinds.get(resource.kind)?.end?.(resource, view)
  if (!end) {
    return {
      ok: false,
      problem: say`${ref(resource.id)} has no address that packets could be sent to or from`,
      suggestions: [],
    }
  }
  return { ok: true, end: { at: resource, id: resource.id, label: resource.name, end, byAddress: false } }
}

function ofInternet(view: View): Resolution {
  const id = anyoneOutside(view).resource
  return {
    ok: true,
    end: {
      at: view.get(id) ?? null,
      id,
      label: 'internet',
      end: { ...outsideEnd(id, anywhere(view)), ephemeral: 'linux' },
      byAddress: false,
    },
  }
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
        for (const address of [mapping.address, ...(mapping.public ? [mapping.public] : [])]) {
          byAddress.set(address.value, [
            ...(byAddress.get(address.value) ?? []),
            { networkInterface, mapping },
          ])
        }
      }
    }
    return byAddress
  })
}

function ofAddress(address: Address, view: View, kinds: Kinds): Resolution {
  const text = formatAddress(address)
  const span = { family: address.family, values: [address.value, address.value] }
  const owners = ownersByAddress(view).get(address.value) ?? []
  const [owner] = owners
  if (owner) {
    const resource = view.get(owner.networkInterface.fields.attachedTo) ?? owner.networkInterface
    const usual = kinds.get(resource.kind)?.end?.(resource, view)
    const isPublic = owner.mapping.public !== null && sameAddress(owner.mapping.public, address)
    const vpc = vpcOf(view, resource)
    return {
      ok: true,
      end: {
        at: resource,
        id: resource.id,
        label: text,
        byAddress: true,
        end: {
          origins:
            owners.length > 1
              ? []
              : [
                  {
                    family: owner.mapping.address.family,
                    values: [owner.mapping.address.value, owner.mapping.address.value],
                    stage:
                      usual?.origins[0]?.stage.startsWith('interface/') === false
                        ? usual.origins[0].stage
                        : stages.interfaceOut(owner.networkInterface.id),
                    cause: ref(resource.id),
                  },
                ],
          addresses: [span],
          outside: isPublic || address.family === 6 ? [span] : [],
          // The same private address may be in use in several VPCs: routes decide whose it is.
          receivers: owners.length > 1 ? [] : (usual?.receivers ?? [resource.id, owner.networkInterface.id]),
          ...(usual?.ephemeral === undefined ? {} : { ephemeral: usual.ephemeral }),
          ...(vpc ? { closed: stages.vpcFromOutside(vpc.id) } : {}),
        },
      },
    }
  }
  return ofPrefix(
    {
      family: address.family,
      first: address.value,
      last: address.value,
      length: address.family === 4 ? 32 : 128,
    },
    text,
    view,
  )
}

/** Addresses that no interface of the design has: hosts outside, or an address inside that nobody has taken. */
function ofPrefix(prefix: Prefix, label: string, view: View): Resolution {
  const span = { family: prefix.family, values: [prefix.first, prefix.last] }
  // Of a wide range, the hosts on the internet are meant; an address that none of them can have is not outside.
  const publicHosts = intervalsIntersect(span.values, prefix.family === 4 ? publicRanges : publicRanges6)
  const hosts = isPrivateElsewhere(prefix, view) ? span.values : publicHosts
  const id = anyoneOutside(view).resource
  return {
    ok: true,
    end: {
      at: view.get(id) ?? null,
      id,
      label,
      byAddress: true,
      end: intervalsEmpty(hosts)
        ? { origins: notKnown(prefix, view), addresses: [span], receivers: [] }
        : {
            ...outsideEnd(id, [{ family: prefix.family, values: hosts }]),
            ephemeral: 'linux',
            receivers: [],
          },
    },
  }
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
function isPrivateElsewhere(prefix: Prefix, view: View): boolean {
  return isOfNoVpc(prefix, view) && view.of('unmodelled').length === 0
}

function ofService(service: string, view: View, kinds: Kinds, near: Resource | null): Resolution {
  const vpc = near && vpcOf(view, near)
  const endpoint = (view.of('interface-endpoint') as readonly InterfaceEndpoint[]).find(
    (one) =>
      one.fields.service === service &&
      one.fields.privateDns &&
      isAvailable(one) &&
      vpc?.id === one.parent &&
      vpc.fields.dnsSupport &&
      vpc.fields.dnsHostnames,
  )
  // Private DNS resolves the service's name to the endpoint for the whole VPC; rule 14.4.
  if (endpoint) return ofResource(endpoint, view, kinds)
  const drawn = view.of('aws-service').filter((one) => one.fields['service'] === service)
  const region = near && regionOf(view, near)
  const resource = drawn.find((one) => one.parent === region?.id) ?? drawn[0]
  if (resource) return ofResource(resource, view, kinds)
  const id = anyoneOutside(view).resource
  const list = prefixes(rangesOf(view, service, region?.id ?? null))
  const spans = ([4, 6] as const).flatMap((family) => {
    const values = spanOf(list, family)
    return values.length === 0 ? [] : [{ family, values }]
  })
  const unknown = whereabouts(view, service, region?.id ?? null)
  const end = { ...outsideEnd(id, spans), receivers: [], ...(unknown ? { whereabouts: unknown } : {}) }
  return { ok: true, end: { at: null, id, label: service, byAddress: false, end } }
}

/** Only an available endpoint has its private DNS in force. */
const isAvailable = ({ fields }: InterfaceEndpoint): boolean =>
  fields.state === 'available' || fields.state === ''

/** Names that hold what was typed, or else the one that is a slip of the hand away. */
function similar(text: string, view: View, kinds: Kinds): readonly string[] {
  const letters = text.toLowerCase()
  const names = view
    .all()
    .filter((resource) => isEnd(resource, kinds))
    .map((resource) => resource.name)
  const holding = names.filter(
    (name) => name.toLowerCase().includes(letters) || letters.includes(name.toLowerCase()),
  )
  const near = nearest(text, [...names, 'internet'])
  return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, 5)
}
