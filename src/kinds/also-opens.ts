// What a change opens besides what was asked: every new way between a source and a receiver, told in a few sentences.
import { code, type Fragment, type Phrase } from '../design/phrase.ts'
import { ref, type Resource, type ResourceId } from '../design/resource.ts'
import type { Answer, Flow, FlowEnd } from '../forwarding/answer.ts'
import { answeredOf, receivedOf, type Received } from '../forwarding/judge.ts'
import { rulesIn, type StageId } from '../forwarding/program.ts'
import { same } from '../design/change.ts'
import type { Family } from '../net/address.ts'
import {
  intervals,
  intervalsContain,
  intervalsEmpty,
  intervalsIntersect,
  intervalsSubtract,
  intervalsUnion,
  pairsOf,
  type IntervalSet,
} from '../net/interval-set.ts'
import { hasPorts, isIcmp, protocolName } from '../net/packet.ts'
import {
  boxes,
  intersect,
  isEmpty,
  isSubset,
  nothing,
  packets,
  project,
  subtract,
  union,
  wellFormed,
  type Box,
  type PacketSet,
} from '../net/packet-set.ts'
import { formatPorts } from '../net/ports.ts'
import type { Network } from './ask.ts'
import { ephemeralRange } from './ephemeral.ts'
import { usualTraffic } from './internet-access.ts'
import type { KindEnd } from './kind.ts'
import { anyoneOutside, interfacesOf, mappingsOf, pointsOf } from './network.ts'
import { anywhere, outsideEnd } from './outside-end.ts'
import type { NetworkInterface } from './records.ts'
import type { View } from '../design/view.ts'

export interface Opened {
  readonly summary: Phrase
  readonly nothing: boolean
}

type Source = readonly [id: ResourceId, end: KindEnd]

interface Way {
  readonly from: ResourceId
  readonly to: ResourceId
  readonly traffic: string
}

/** More sources than this are not worked out while a person waits: the work grows with the square of their number. */
const mostSources = 150

export function alsoOpens(before: Network, after: Network, asked: Answer): Opened {
  const sources = sourcesOf(after)
  if (sources.length > mostSources)
    return { summary: ['not worked out for a design of this size'], nothing: false }
  const question = anySourcePort(union(asked.passes, asked.fails))
  const unusual = intervalsSubtract(project(question, 'protocols'), usualProtocols)
  const ways: Way[] = []
  const isKept = keeper(before, after)
  for (const [id, end] of sources) {
    const isOwn = id === asked.from.at.resource || (end.isOutside ?? false)
    const old = sentBefore(before, id, unusual)
    for (const flow of flowsOf(after, id, end, unusual)) {
      const was = old.find((one) => one.flow.start === flow.start && shareSources(one.flow.asked, flow.asked))
      const sent = sentNow(after, flow, was, isKept)
      if (!sent) continue
      const known = was ? byReceiver(before, was) : new Map<ResourceId, PacketSet>()
      for (const [receiver, passes] of byReceiver(after, sent)) {
        if (receiver === id) continue
        const gained = gainedBy(
          passes,
          known.get(receiver) ?? nothing,
          isOwn ? question : nothing,
          isOutside(after, receiver),
          isAsked(receiver, asked),
        )
        if (!isEmpty(gained)) ways.push({ from: id, to: receiver, traffic: trafficOf(gained) })
      }
    }
  }
  return ways.length === 0
    ? { summary: ['nothing else'], nothing: true }
    : { summary: tell(ways, after), nothing: false }
}

/** What passes now, less what passed before and what was asked for. */
function gainedBy(
  passes: PacketSet,
  known: PacketSet,
  question: PacketSet,
  outside: boolean,
  wasAsked: boolean,
): PacketSet {
  const other = subtract(passes, question)
  if (outside) return subtract(other, known)
  // One and the same machine, by whichever of its addresses: another way to it opens nothing new.
  return subtract(anyDestination(other), anyDestination(wasAsked ? union(known, question) : known))
}

const isAsked = (receiver: ResourceId, asked: Answer): boolean =>
  receiver === asked.to.at.resource || asked.to.receivers.includes(receiver)

/** What packets leave for: hosts outside, or the service behind a gateway endpoint. */
function isOutside({ view, kinds }: Network, receiver: ResourceId): boolean {
  const resource = view.get(receiver)
  const end = resource && kinds.get(resource.kind)?.end?.(resource, view)
  return end?.isOutside ?? !end
}

const shareSources = (a: PacketSet, b: PacketSet): boolean =>
  ([4, 6] as const).some(
    (family) =>
      !intervalsEmpty(intervalsIntersect(project(a, 'sources', family), project(b, 'sources', family))),
  )

const anySourcePort = (set: PacketSet): PacketSet =>
  each(set, ({ family, protocols, sources, destinations, destinationPorts }) =>
    packets({ family, protocols, sources, destinations, destinationPorts }),
  )

const anyDestination = (set: PacketSet): PacketSet =>
  each(set, ({ family, protocols, sources, sourcePorts, destinationPorts }) =>
    packets({ family, protocols, sources, sourcePorts, destinationPorts }),
  )

const each = (set: PacketSet, change: (box: Box) => PacketSet): PacketSet =>
  boxes(set).reduce<PacketSet>((all, box) => union(all, change(box)), nothing)

/** Machines, the hosts outside that are drawn, and everybody else there. */
const sourcesOf = (network: Network): readonly Source[] =>
  network.view.memo('senders', () => findSources(network))

function findSources({ view, kinds }: Network): readonly Source[] {
  const outside = anyoneOutside(view).resource
  const named = view.all().flatMap((resource): readonly Source[] => {
    const end = isOwnSender(resource) ? kinds.get(resource.kind)?.end?.(resource, view) : null
    return end && end.origins.length > 0 && resource.id !== outside ? [[resource.id, end]] : []
  })
  return [...named, [outside, { ...outsideEnd(outside, anywhere(view)), ephemeral: 'linux' }]]
}

/** Whatever takes source ports of its own. */
const isOwnSender = (resource: Resource): boolean => 'ephemeral' in resource.fields

const usualProtocols = intervals([1, 1], [6, 6], [17, 17], [58, 58])

/** What one origin of a source sends, and what becomes of it. */
interface Sent {
  readonly flow: Pick<Flow, 'from' | 'start' | 'asked'>
  readonly received: Received
  readonly answered: ReturnType<typeof answeredOf>
}

function flowsOf(
  network: Network,
  id: ResourceId,
  end: KindEnd,
  unusual: IntervalSet,
): readonly Sent['flow'][] {
  const from: FlowEnd = {
    at: ref(id),
    label: '',
    origins: end.origins,
    addresses: end.addresses,
    receivers: end.receivers,
    ephemeral: ephemeralRange(end.ephemeral),
    notes: [],
  }
  return end.origins
    .filter(({ stage }) => network.program.has(stage))
    .map(({ stage, family, values }) => {
      const rare = packets({ family, sources: values, protocols: unusual, marks: intervals([0, 0]) })
      const asked = union(usualTraffic(family, values, from.ephemeral), intersect(rare, wellFormed))
      return { from, start: stage, asked }
    })
}

/** Kept with the network, since every fix of an answer is compared with the same one. */
const sentBefore = (network: Network, id: ResourceId, unusual: IntervalSet): readonly Sent[] =>
  network.view.memo(`sent/${id}/${unusual.join(' ')}`, () => {
    const end = sourcesOf(network).find(([source]) => source === id)?.[1]
    return (end ? flowsOf(network, id, end, unusual) : []).map((flow) => {
      const received = receivedOf(network.program, flow)
      return { flow, received, answered: answeredOf(network.program, flow, received) }
    })
  })

/** Null where nothing can have changed since. */
function sentNow(
  { program }: Network,
  flow: Sent['flow'],
  old: Sent | undefined,
  isKept: (stage: StageId) => boolean,
): Sent | null {
  const was = old && sameSet(old.flow.asked, flow.asked) ? old : undefined
  const received = was?.received.stages.every(isKept) ? was.received : receivedOf(program, flow)
  if (was && sameReceived(was.received, received) && was.answered.stages.every(isKept)) return null
  return { flow, received, answered: answeredOf(program, flow, received) }
}

const sameReceived = (a: Received, b: Received): boolean =>
  a === b ||
  (a.by.size === b.by.size && [...a.by].every(([id, set]) => sameSet(set, b.by.get(id) ?? nothing)))

const sameSet = (a: PacketSet, b: PacketSet): boolean => isSubset(a, b) && isSubset(b, a)

/** A stage with the rules of the lists that it names. */
function whole({ program }: Network, id: StageId) {
  const stage = program.stage(id)
  return { ...stage, lists: stage.lists.map((list) => rulesIn(program, list)) }
}

/** Whether a stage is in both networks what it is in the other, so that packets fare alike there. */
function keeper(before: Network, after: Network): (stage: StageId) => boolean {
  const known = new Map<StageId, boolean>()
  return (id) => {
    const found = known.get(id) ?? (after.program.has(id) && same(whole(before, id), whole(after, id)))
    known.set(id, found)
    return found
  }
}

/** What is received and answered, by receiver: in the headers that the source sent. */
function byReceiver({ view }: Network, { received, answered }: Sent): ReadonlyMap<ResourceId, PacketSet> {
  const out = new Map<ResourceId, PacketSet>()
  for (const family of [4, 6] as const) {
    for (const [receiver, arrived] of received.by) {
      const destinations = destinationsOf(view, receiver, family, project(arrived, 'destinations', family))
      if (intervalsEmpty(destinations)) continue
      const passes = intersect(answered.packets, packets({ family, destinations }))
      if (!isEmpty(passes)) out.set(receiver, union(out.get(receiver) ?? nothing, passes))
    }
  }
  return out
}

/** What was sent to, for packets that arrived at these addresses: a public one is translated on the way. */
function destinationsOf(view: View, receiver: ResourceId, family: Family, arrived: IntervalSet): IntervalSet {
  const resource = view.get(receiver)
  const interfaces = resource
    ? [...interfacesOf(view, resource), ...(resource.kind === 'network-interface' ? [resource] : [])]
    : []
  const publics = interfaces
    .flatMap((networkInterface) => mappingsOf(view, networkInterface as NetworkInterface))
    .filter(({ address }) => address.family === family && intervalsContain(arrived, address.value))
    .flatMap((mapping) => mapping.public ?? [])
  return intervalsUnion(arrived, pointsOf(publics, family))
}

/** "any port", or the protocols and ports in short. */
function trafficOf(set: PacketSet): string {
  const parts = pairsOf(project(set, 'protocols')).flatMap(([first, last]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i).flatMap(
      (protocol) => trafficIn(set, protocol),
    ),
  )
  if (parts.includes('any tcp port') && parts.includes('any udp port')) return 'any port'
  return parts.length > 3 ? `${parts.slice(0, 3).join(', ')} and more` : parts.join(', ')
}

function trafficIn(set: PacketSet, protocol: number): readonly string[] {
  if (isIcmp(protocol)) return ['ping']
  const name = protocolName(protocol)
  if (!hasPorts(protocol)) return [name]
  const ports = project(intersect(set, packets({ protocols: [protocol, protocol] })), 'destinationPorts')
  return pairsOf(ports).map(([first, last]) => {
    const text = formatPorts({ first: Number(first), last: Number(last) })
    return text === 'all' ? `any ${name} port` : `${name} ${text}`
  })
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
