// Who reaches whom and is answered, before a change and after it: worked out only where the change can matter.
import { same } from '../design/change.ts'
import { ref, type Resource, type ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Flow } from '../forwarding/answer.ts'
import { answeredOf, receivedOf, type Received } from '../forwarding/received.ts'
import { rulesIn, type StageId } from '../forwarding/program.ts'
import type { Family } from '../net/address.ts'
import {
  intervals,
  intervalsContain,
  intervalsEmpty,
  intervalsIntersect,
  intervalsUnion,
  type IntervalSet,
} from '../net/interval-set.ts'
import {
  intersect,
  isEmpty,
  isSubset,
  nothing,
  packets,
  project,
  union,
  wellFormed,
  type PacketSet,
} from '../net/packet-set.ts'
import type { Network } from './analysed.ts'
import { flowEnd } from './flow-end.ts'
import { usualTraffic } from './internet-access.ts'
import type { KindEnd } from './kind.ts'
import { anyoneOutside, interfacesOf, mappingsOf, pointsOf } from './network.ts'
import { anywhere, outsideEnd } from './outside-end.ts'
import type { NetworkInterface } from './records.ts'

type Source = readonly [id: ResourceId, end: KindEnd]

/** What a receiver gets and answers of what a source sends, in the headers that the source sends. */
export interface ChangedWay {
  readonly source: ResourceId
  readonly end: KindEnd
  readonly receiver: ResourceId
  readonly passes: PacketSet
  /** The same before the change. */
  readonly known: PacketSet
}

/**
 * TCP, UDP and ping, and the `unusual` protocols; of ways that are what they were, some are left out.
 * Null after each source: whoever works while others wait may pause there.
 */
export function* changedWays(
  before: Network,
  after: Network,
  unusual: IntervalSet,
): Generator<ChangedWay | null> {
  const isKept = keeper(before, after)
  for (const [source, end] of sourcesOf(after)) {
    const old = sentBefore(before, source, unusual)
    for (const flow of flowsOf(after, source, end, unusual)) {
      const was = old.find((one) => one.flow.start === flow.start && shareSources(one.flow.asked, flow.asked))
      const sent = sentNow(after, flow, was, isKept)
      if (!sent) continue
      const known = was ? byReceiver(before, was) : new Map<ResourceId, PacketSet>()
      for (const [receiver, passes] of byReceiver(after, sent))
        yield { source, end, receiver, passes, known: known.get(receiver) ?? nothing }
    }
    yield null
  }
}

const shareSources = (a: PacketSet, b: PacketSet): boolean =>
  ([4, 6] as const).some(
    (family) =>
      !intervalsEmpty(intervalsIntersect(project(a, 'sources', family), project(b, 'sources', family))),
  )

/** Machines, the hosts outside that are drawn, and everybody else there. */
export const sourcesOf = (network: Network): readonly Source[] =>
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
  const from = flowEnd(end, ref(id))
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
