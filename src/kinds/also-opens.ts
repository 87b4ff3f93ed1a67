// What a change opens besides what was asked: every new way between a source and a receiver, told in a few sentences.
import { code, type Fragment, type Phrase } from '../design/phrase.ts'
import { ref, type Resource, type ResourceId } from '../design/resource.ts'
import type { Answer } from '../forwarding/answer.ts'
import { reach } from '../forwarding/reach.ts'
import { intervals } from '../net/interval-set.ts'
import { protocolName } from '../net/packet.ts'
import {
  boxes,
  forgetMark,
  intersect,
  isEmpty,
  nothing,
  packets,
  subtract,
  union,
  wellFormed,
  type PacketSet,
} from '../net/packet-set.ts'
import { formatPorts } from '../net/ports.ts'
import type { Network } from './ask.ts'
import type { KindEnd } from './kind.ts'
import { anyoneOutside } from './network.ts'
import { anywhere, outsideEnd } from './outside-end.ts'

export interface Opened {
  readonly summary: Phrase
  readonly nothing: boolean
}

interface Way {
  readonly from: ResourceId
  readonly to: ResourceId
  readonly traffic: string
}

/** More sources than this are not worked out while a person waits. */
const mostSources = 400

export function alsoOpens(before: Network, after: Network, asked: Answer): Opened {
  const sources = sourcesOf(after)
  if (sources.length > mostSources)
    return { summary: ['not worked out for a design of this size'], nothing: false }
  const ways: Way[] = []
  for (const [id, end] of sources) {
    const old = deliveries(before, end)
    for (const [receiver, set] of deliveries(after, end)) {
      if (receiver === id) continue
      const gained = subtract(set, old.get(receiver) ?? nothing)
      const other =
        id === asked.from.at.resource && isAsked(receiver, asked)
          ? subtract(gained, askedHeaders(asked))
          : gained
      if (!isEmpty(other)) ways.push({ from: id, to: receiver, traffic: trafficOf(other) })
    }
  }
  return ways.length === 0
    ? { summary: ['nothing else'], nothing: true }
    : { summary: tell(ways, after), nothing: false }
}

const isAsked = (receiver: ResourceId, asked: Answer): boolean =>
  receiver === asked.to.at.resource || asked.to.receivers.includes(receiver)

/** Addresses may be translated on the way: only protocol and ports tell what was asked. */
function askedHeaders(asked: Answer): PacketSet {
  const headers = union(asked.passes, asked.fails)
  return boxes(headers).reduce<PacketSet>(
    (all, box) => union(all, packets({ protocols: box.protocols, destinationPorts: box.destinationPorts })),
    nothing,
  )
}

function sourcesOf({ view, kinds }: Network): readonly (readonly [ResourceId, KindEnd])[] {
  const inside = view.all().flatMap((resource): (readonly [ResourceId, KindEnd])[] => {
    const end = isOwnSender(resource) ? kinds.get(resource.kind)?.end?.(resource, view) : null
    return end && end.origins.length > 0 ? [[resource.id, end]] : []
  })
  const outside = anyoneOutside(view).resource
  return [...inside, [outside, outsideEnd(outside, anywhere(view))]]
}

const isOwnSender = (resource: Resource): boolean => 'forwards' in resource.fields

/** What a source's packets, whatever their destination, come to: by receiver. */
function deliveries(network: Network, end: KindEnd): ReadonlyMap<ResourceId, PacketSet> {
  const out = new Map<ResourceId, PacketSet>()
  for (const origin of end.origins) {
    if (!network.program.has(origin.stage)) continue
    const all = intersect(
      packets({
        family: origin.family,
        sources: origin.values,
        marks: intervals([0, 0]),
        protocols: usualProtocols,
      }),
      wellFormed,
    )
    for (const share of reach(network.program, origin.stage, all).shares) {
      if (share.end.disposition !== 'delivered' || share.end.answers === undefined || !share.end.receiver)
        continue
      const receiver = share.end.receiver.resource
      out.set(receiver, union(out.get(receiver) ?? nothing, forgetMark(share.packets)))
    }
  }
  return out
}

const usualProtocols = intervals([1, 1], [6, 6], [17, 17], [58, 58])

/** "any port", or the protocols and ports in short. */
function trafficOf(set: PacketSet): string {
  const parts = new Set<string>()
  for (const box of boxes(set)) {
    for (let i = 0; i < box.protocols.length; i += 2) {
      for (let protocol = Number(box.protocols[i]); protocol <= Number(box.protocols[i + 1]); protocol++) {
        if (protocol === 1 || protocol === 58) {
          parts.add('ping')
          continue
        }
        for (let p = 0; p < box.destinationPorts.length; p += 2) {
          const ports = formatPorts({
            first: Number(box.destinationPorts[p]),
            last: Number(box.destinationPorts[p + 1]),
          })
          parts.add(
            ports === 'all' ? `any ${protocolName(protocol)} port` : `${protocolName(protocol)} ${ports}`,
          )
        }
      }
    }
  }
  if (parts.has('any tcp port') && parts.has('any udp port')) return 'any port'
  const list = [...parts]
  return list.length > 3 ? `${list.slice(0, 3).join(', ')} and more` : list.join(', ')
}

/** One sentence a group of sources with the same gain; at most three. */
function tell(ways: readonly Way[], { view }: Network): Phrase {
  const bySource = new Map<string, { from: ResourceId[]; to: ResourceId[]; traffic: string }>()
  for (const source of new Set(ways.map((way) => way.from))) {
    const mine = ways.filter((way) => way.from === source)
    for (const traffic of new Set(mine.map((way) => way.traffic))) {
      const to = mine.filter((way) => way.traffic === traffic).map((way) => way.to)
      const key = `${traffic} ${to.toSorted().join(' ')}`
      const known = bySource.get(key)
      if (known) known.from.push(source)
      else bySource.set(key, { from: [source], to, traffic })
    }
  }
  const outside = anyoneOutside(view).resource
  const groups = [...bySource.values()]
  const named = (ids: readonly ResourceId[]): readonly Fragment[] => {
    const shown = ids.length > 3 ? ids.slice(0, 2) : ids
    const parts: Fragment[] = shown.map((id) => (id === outside ? 'the internet' : ref(id)))
    if (shown.length < ids.length) parts.push(`${ids.length - shown.length} more`)
    return parts.flatMap((part, i) => (i === 0 ? [part] : [i === parts.length - 1 ? ' and ' : ', ', part]))
  }
  const sentences = groups
    .slice(0, 3)
    .map((group): Phrase => [...named(group.from), ' to ', ...named(group.to), ', on ', code(group.traffic)])
  const rest = groups.length - sentences.length
  return [
    ...sentences.flatMap((sentence, i) => (i === 0 ? sentence : ['; ', ...sentence])),
    ...(rest > 0 ? [`; and ${rest} more ${rest === 1 ? 'way' : 'ways'}`] : []),
    '.',
  ]
}
