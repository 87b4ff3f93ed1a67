// What a change opens besides what was asked: every new way between a source and a receiver, told in a few sentences.
import { code, type Fragment, type Phrase } from '../design/phrase.ts'
import { ref, type ResourceId } from '../design/resource.ts'
import type { Answer } from '../forwarding/answer.ts'
import { intervals, intervalsSubtract, pairsOf } from '../net/interval-set.ts'
import { hasPorts, isIcmp, protocolName } from '../net/packet.ts'
import {
  boxes,
  intersect,
  isEmpty,
  nothing,
  packets,
  project,
  subtract,
  union,
  type Box,
  type PacketSet,
} from '../net/packet-set.ts'
import { formatPorts } from '../net/ports.ts'
import type { Network } from './analysed.ts'
import { changedWays, sourcesOf } from './changed-ways.ts'
import { anyoneOutside } from './network.ts'

export interface Opened {
  readonly summary: Phrase
  readonly nothing: boolean
}

interface Way {
  readonly from: ResourceId
  readonly to: ResourceId
  readonly traffic: string
}

/** Those that are always looked at. */
const usualProtocols = intervals([1, 1], [6, 6], [17, 17], [58, 58])

/** More sources than this are not worked out while a person waits: the work grows with the square of their number. */
const mostSources = 150

/**
 * What passes and is answered `after` a change that did not `before`, but for what was `asked`. Grows with the square of
 * the number of sources: seconds for a hundred; beyond 150 it says that it was not worked out.
 */
export function alsoOpens(before: Network, after: Network, asked: Answer): Opened {
  const steps = openedInSteps(before, after, asked)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps of one source each, for a worker that must hear of an edit meanwhile. */
export function* openedInSteps(
  before: Network,
  after: Network,
  asked: Answer,
): Generator<undefined, Opened, undefined> {
  if (sourcesOf(after).length > mostSources)
    return { summary: ['not worked out for a design of this size'], nothing: false }
  const question = anySourcePort(union(asked.passes, asked.fails))
  const unusual = intervalsSubtract(project(question, 'protocols'), usualProtocols)
  const ways: Way[] = []
  for (const way of changedWays(before, after, unusual)) {
    if (way === null) yield
    if (way === null || way.receiver === way.source) continue
    const { source, end, receiver, passes, known } = way
    const isOwn = source === asked.from.at.resource || (end.isOutside ?? false)
    const gained = gainedBy(
      passes,
      known,
      isOwn ? question : nothing,
      isOutside(after, receiver),
      isAsked(receiver, asked),
    )
    if (!isEmpty(gained)) ways.push({ from: source, to: receiver, traffic: trafficOf(gained) })
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
