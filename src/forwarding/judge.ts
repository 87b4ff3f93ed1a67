// Judges a flow: request as a set, reply as a set, and a witness told step by step. docs/aws-rules.md 1.1–1.4.
import type { Reason } from '../design/phrase.ts'
import { same } from '../design/change.ts'
import { reverse, samePacket, type Packet } from '../net/packet.ts'
import {
  forgetMark,
  intersect,
  isEmpty,
  nothing,
  pick,
  project,
  reversePackets,
  subtract,
  union,
  packets,
  boxes,
  type PacketSet,
} from '../net/packet-set.ts'
import type { ResourceId } from '../design/resource.ts'
import type { Answer, Blocker, Flow, FlowEnd, Verdict } from './answer.ts'
import { halvesOf, passedBothWays, seenHalf } from './both-ways.ts'
import type { Disposition, End, Program, StageId } from './program.ts'
import { reach, reachFrom, type Reach, type Seed, type Share } from './reach.ts'
import { trace, type Traced } from './trace.ts'
import type { Trace } from './trace-types.ts'
import { walk } from './walk.ts'

/** The reply came from an address that the source did not ask: its operating system drops it. */
const strange: Reason = {
  code: 'internet/wrong-way-back',
  phrase: [
    'the reply comes back with another address than was asked, so the source does not take it for an answer',
  ],
}
const elsewhere: Reason = {
  code: 'forwarding/delivered-elsewhere',
  phrase: ['the packet is delivered, but to another resource that has the same address'],
}

/** Everything the set engine found out about a flow. */
interface Sets {
  readonly request: Reach
  /** Delivered where it was meant to go. */
  readonly delivered: readonly Share[]
  readonly replies: readonly Reach[]
  /** Headers asked about that get there and whose replies all come back, or may. */
  readonly passes: PacketSet
  /** Replies of delivered requests that are stopped, as they stood there. */
  readonly lost: readonly Share[]
  /** What would pass, but for a stage that sees only one direction of it and may not have that. */
  readonly half: PacketSet
  readonly unknown: boolean
}

export function judge(program: Program, flow: Flow): Answer {
  const sets = follow(program, flow)
  const verdict = verdictOf(flow, sets)
  const told = tell(program, flow, sets, verdict)
  const fails = subtract(flow.asked, sets.passes)
  return {
    verdict,
    from: flow.from,
    to: flow.to,
    ...told,
    assumptions: assumptionsOf(flow, sets, told.request, told.reply),
    passes: sets.passes,
    fails,
    rest: verdict === 'partial' ? restOf(flow, sets) : null,
    open: flow.manyPorts ? openPorts(sets.passes) : [],
    summary: [],
  }
}

/** Only the verdict: what a badge needs, without telling the way. */
export function verdictFor(program: Program, flow: Flow): Verdict {
  return verdictOf(flow, follow(program, flow))
}

/** Whether this one packet gets there and is answered. */
export function isAnswered(
  program: Program,
  flow: Pick<Flow, 'from' | 'to' | 'start'>,
  packet: Packet,
): boolean {
  const request = walk(program, flow.start, packet)
  if (!isReceiver(flow.to, request.last.end)) return false
  if (request.answers === undefined) return true
  const { sessions } = request
  const reply = walk(program, request.answers, reverse(request.last.packet), { sessions })
  if (!isReceiver(flow.from, reply.last.end) || !samePacket(reply.last.packet, reverse(packet))) return false
  const half = halvesOf(passedBothWays(request.last.visits), passedBothWays(reply.last.visits))
  return half.request.length + half.reply.length === 0
}

const isReceiver = (
  end: FlowEnd,
  { disposition, receiver }: Pick<End, 'disposition' | 'receiver'>,
): boolean =>
  disposition === 'delivered' &&
  (end.receivers.length === 0 || end.receivers.includes(receiver?.resource ?? ''))

function follow(program: Program, flow: Flow): Sets {
  const sets = thereAndBackAgain(program, program, flow)
  const visited = [sets.request, ...sets.replies].flatMap(({ arrived }) => [...arrived.keys()])
  const half = seenHalf(
    program,
    visited,
    sets.passes,
    (there, back) => thereAndBackAgain(there, back, flow).passes,
  )
  if (isEmpty(half)) return sets
  return { ...sets, passes: subtract(sets.passes, half), half, unknown: true }
}

/** Requests go through the one program, replies through the other. */
function thereAndBackAgain(program: Program, back: Program, flow: Flow): Sets {
  const request = reach(program, flow.start, flow.asked)
  const delivered = request.shares.filter((share) => isReceiver(flow.to, share.end))
  const expected = forgetMark(reversePackets(flow.asked))
  let passes = nothing
  let lost: Share[] = []
  const replies: Reach[] = []
  for (const share of delivered) {
    if (share.end.answers === undefined) {
      // Nothing can stop the answer, and nothing on the way rewrote the question.
      passes = union(passes, intersect(flow.asked, forgetMark(share.packets)))
      continue
    }
    const reply = reach(back, share.end.answers, reversePackets(share.packets), request.sessions)
    replies.push(reply)
    for (const home of reply.shares) {
      const isHome = isReceiver(flow.from, home.end)
      const good = isHome ? intersect(forgetMark(home.packets), expected) : nothing
      if (!isEmpty(good)) passes = union(passes, intersect(flow.asked, forgetMark(reversePackets(good))))
      const bad = isHome ? subtract(home.packets, expected) : home.packets
      if (!isEmpty(bad)) lost = [...lost, { ...home, packets: bad }]
    }
  }
  const unknown = [request, ...replies].some((side) =>
    side.shares.some((share) => share.end.disposition === 'not-modelled'),
  )
  return { request, delivered, replies, passes, lost, half: nothing, unknown }
}

/** What becomes of headers, whoever they were meant for. */
export interface Received {
  /** Who receives which of them, as they arrive. */
  readonly by: ReadonlyMap<ResourceId, PacketSet>
  /** Those whose answer nothing can stop. */
  readonly sure: PacketSet
  readonly replies: readonly Seed[]
  readonly sessions: Reach['sessions']
  /** The stages that had a say. */
  readonly stages: readonly StageId[]
}

export function receivedOf(program: Program, { start, asked }: Pick<Flow, 'start' | 'asked'>): Received {
  const { shares, sessions, arrived } = reach(program, start, asked)
  const by = new Map<ResourceId, PacketSet>()
  const replies: Seed[] = []
  let sure = nothing
  for (const { end, packets: delivered } of shares) {
    if (end.disposition !== 'delivered' || !end.receiver) continue
    const { resource } = end.receiver
    by.set(resource, union(by.get(resource) ?? nothing, forgetMark(delivered)))
    if (end.answers === undefined) sure = union(sure, intersect(asked, forgetMark(delivered)))
    else replies.push({ at: end.answers, packets: reversePackets(delivered) })
  }
  return { by, sure, replies, sessions, stages: [...arrived.keys()] }
}

/** Of the headers asked about, those that were received and whose replies come back to the source as such. */
export function answeredOf(
  program: Program,
  { from, asked }: Pick<Flow, 'from' | 'asked'>,
  { sure, replies, sessions }: Received,
): { readonly packets: PacketSet; readonly stages: readonly StageId[] } {
  const { shares, arrived } = reachFrom(program, replies, sessions)
  const back = shares
    .filter(({ end }) => isReceiver(from, end))
    .map((share) => intersect(asked, forgetMark(reversePackets(share.packets))))
  return { packets: back.reduce(union, sure), stages: [...arrived.keys()] }
}

function verdictOf(flow: Flow, { delivered, passes, lost, unknown }: Sets): Verdict {
  if (isEmpty(passes)) return unknown ? 'unknown' : delivered.length > 0 ? 'one-way' : 'blocked'
  const all = isEmpty(subtract(flow.asked, passes)) && lost.length === 0
  return all ? 'reachable' : 'partial'
}

/** What becomes of the headers that do not surely pass. */
function restOf(flow: Flow, { request, lost, unknown }: Sets): NonNullable<Answer['rest']> {
  if (!unknown) return 'stopped'
  const stopped =
    lost.some((share) => share.end.disposition !== 'not-modelled') ||
    request.shares.some(
      ({ end }) =>
        end.disposition === 'blocked' || (end.disposition === 'delivered' && !isReceiver(flow.to, end)),
    )
  return stopped ? 'mixed' : 'unknown'
}

type Told = Pick<Answer, 'request' | 'reply' | 'delivered' | 'replied' | 'blockers' | 'receiver' | 'seenAs'>

/** Chooses a witness and tells its way. */
function tell(program: Program, flow: Flow, sets: Sets, verdict: Verdict): Told {
  const good = verdict === 'reachable' || verdict === 'partial'
  const lostReply = sets.lost.length > 0 ? failingReply(flow, sets) : null
  // What fails on its way back is worth more than one more thing that works.
  if (lostReply && (verdict === 'partial' || verdict === 'one-way'))
    return thereAndBack(program, flow, lostReply.packet, lostReply.preferPort)
  const shown = thereAndBack(program, flow, pick(good ? sets.passes : unknownFirst(flow, sets), wishes)!)
  if (verdict !== 'partial') return shown
  const fails = subtract(flow.asked, sets.passes)
  const each =
    restOf(flow, sets) === 'mixed' ? [meeting('blocked', flow, sets), unknownFirst(flow, sets)] : [fails]
  const blockers = each.flatMap((set) => {
    const failing = pick(intersect(fails, set), wishes)
    return failing ? thereAndBack(program, flow, failing).blockers : []
  })
  return {
    ...shown,
    blockers: blockers.filter((one, i) => blockers.findIndex((other) => sameObstacle(one, other)) === i),
  }
}

/** Two witnesses stopped by the same. */
const sameObstacle = (a: Blocker, b: Blocker): boolean =>
  a.direction === b.direction && a.reason.code === b.reason.code && same(a.cause, b.cause)

/** Where the verdict is unknown, a packet that meets what is not modelled shows why. */
function unknownFirst(flow: Flow, sets: Sets): PacketSet {
  if (!isEmpty(sets.half)) return sets.half
  return sets.unknown ? meeting('not-modelled', flow, sets) : flow.asked
}

/** Headers asked about whose request meets such an end as it was sent; all, where nothing shows which. */
function meeting(disposition: Disposition, flow: Flow, { request }: Sets): PacketSet {
  const met = request.shares
    .filter((share) => share.end.disposition === disposition)
    .map((share) => intersect(flow.asked, forgetMark(share.packets)))
    .find((set) => !isEmpty(set))
  return met ?? flow.asked
}

// 198.51.100.7, of a range kept for documentation, stands for hosts outside.
const outsider = 0xc633_6407
const wishes: readonly PacketSet[] = [
  packets({ protocols: [6, 6], destinationPorts: [443, 443] }),
  packets({ protocols: [6, 6] }),
  packets({ family: 4, destinations: [outsider, outsider] }),
  packets({ family: 4, sources: [outsider, outsider] }),
]

/** A request whose reply is stopped: the port that fails is the client's own, or the one a translation chose. */
function failingReply(
  flow: Flow,
  sets: Sets,
): { readonly packet: Packet; readonly preferPort?: number } | null {
  const share = sets.lost.find((candidate) => candidate.end.disposition === 'blocked') ?? sets.lost[0]!
  const stopped = pick(share.packets)
  const base = stopped && pick(askedLike(flow, stopped), wishes)
  if (!stopped || !base) return null
  const own = intersect(
    flow.asked,
    packets({ family: stopped.family, sources: [stopped.destination, stopped.destination] }),
  )
  if (isEmpty(own)) return { packet: base, preferPort: stopped.destinationPort }
  const exact = intersect(
    own,
    packets({
      protocols: [stopped.protocol, stopped.protocol],
      sourcePorts: [stopped.destinationPort, stopped.destinationPort],
    }),
  )
  return { packet: pick(exact, wishes) ?? base, preferPort: stopped.destinationPort }
}

/** Delivered requests of the protocol and port that the stopped reply answers. */
function askedLike(flow: Flow, stopped: Packet): PacketSet {
  const protocol = intersect(flow.asked, packets({ protocols: [stopped.protocol, stopped.protocol] }))
  const exact = intersect(protocol, packets({ destinationPorts: [stopped.sourcePort, stopped.sourcePort] }))
  return isEmpty(exact) ? protocol : exact
}

/** One packet there and back, past whatever stops it. */
function thereAndBack(program: Program, flow: Flow, packet: Packet, preferPort?: number): Told {
  const port = preferPort === undefined ? {} : { preferPort }
  const request = trace(program, flow.start, packet, { carryOn: true, origin: flow.cause, ...port })
  const firstEnd = endOf(request.trace)
  const delivered = isReceiver(flow.to, firstEnd)
  const blockers = blockersOf(request.trace, 'request')
  if (firstEnd.disposition === 'delivered' && !delivered)
    blockers.push(misled(request.trace, elsewhere, request.packet))
  let reply: Traced | null = null
  let replied = delivered && request.answers === undefined
  if (isReceiver(flow.to, request.last) && request.answers !== undefined) {
    reply = trace(program, request.answers, reverse(request.packet), {
      carryOn: true,
      sessions: request.sessions,
      ...port,
    })
    const end = endOf(reply.trace)
    const home = isReceiver(flow.from, end)
    const known = home && samePacket(reply.packet, reverse(packet))
    const half =
      delivered && known ? halvesOf(request.trace.bothWays, reply.trace.bothWays) : { request: [], reply: [] }
    replied = delivered && known && half.request.length + half.reply.length === 0
    const before = countHops(request.trace)
    blockers.push(
      ...half.request.map((one) => halved(one, request.trace, 'request', 0)),
      ...half.reply.map((one) => halved(one, reply!.trace, 'reply', before)),
    )
    blockers.push(...blockersOf(reply.trace, 'reply', before))
    if (end.disposition === 'delivered' && !known)
      blockers.push(misled(reply.trace, home ? strange : elsewhere, reply.packet, 'reply', before))
  }
  return {
    request: request.trace,
    reply: reply?.trace ?? null,
    delivered,
    replied,
    blockers,
    receiver: delivered ? (firstEnd.receiver ?? null) : null,
    seenAs: delivered ? request.packet : null,
  }
}

function endOf(told: Trace) {
  const step = told.hops.at(-1)!.steps.at(-1)!
  if (step.kind !== 'end') throw new Error('trace without an end')
  return step
}

function countHops(told: Trace): number {
  return told.hops.length + (told.beyond ? countHops(told.beyond) : 0)
}

function blockersOf(told: Trace, direction: Blocker['direction'], hopsBefore = 0): Blocker[] {
  const end = endOf(told)
  const hop = told.hops.at(-1)!
  const here: Blocker[] =
    end.disposition === 'delivered'
      ? []
      : [
          {
            direction,
            reason: end.reason,
            cause: end.cause,
            at: hop.at,
            hop: hopsBefore + told.hops.length - 1,
            packet: hop.left,
            disposition: end.disposition,
          },
        ]
  return told.beyond ? [...here, ...blockersOf(told.beyond, direction, hopsBefore + told.hops.length)] : here
}

function halved(
  { at, reason }: Trace['bothWays'][number],
  told: Trace,
  direction: Blocker['direction'],
  hopsBefore: number,
): Blocker {
  const index = told.hops.findIndex((hop) => hop.at.resource === at.resource)
  return {
    direction,
    reason,
    cause: at,
    at,
    hop: hopsBefore + index,
    packet: told.hops[index]!.arrived,
    disposition: 'not-modelled',
  }
}

function misled(
  told: Trace,
  reason: Reason,
  packet: Packet,
  direction: Blocker['direction'] = 'request',
  hopsBefore = 0,
): Blocker {
  const hop = told.hops.at(-1)!
  return {
    direction,
    reason,
    cause: hop.at,
    at: hop.at,
    hop: hopsBefore + told.hops.length - 1,
    packet,
    disposition: 'blocked',
  }
}

function assumptionsOf(flow: Flow, sets: Sets, request: Trace, reply: Trace | null): readonly Reason[] {
  const all = [
    ...flow.from.notes,
    ...flow.to.notes,
    ...request.assumptions,
    ...(reply?.assumptions ?? []),
    ...sets.request.assumptions,
    ...sets.replies.flatMap((side) => side.assumptions),
  ]
  return all.filter((reason, i) => all.findIndex((other) => same(other, reason)) === i)
}

function openPorts(passes: PacketSet): Answer['open'] {
  const open: { protocol: number; ports: { first: number; last: number } }[] = []
  const protocols = new Set(boxes(passes).flatMap((box) => listed(box.protocols)))
  for (const protocol of [...protocols].toSorted((a, b) => a - b)) {
    const ports = project(intersect(passes, packets({ protocols: [protocol, protocol] })), 'destinationPorts')
    for (let i = 0; i < ports.length; i += 2)
      open.push({ protocol, ports: { first: Number(ports[i]), last: Number(ports[i + 1]) } })
  }
  return open
}

function listed(set: readonly (number | bigint)[]): number[] {
  const out: number[] = []
  for (let i = 0; i < set.length; i += 2)
    for (let value = Number(set[i]); value <= Number(set[i + 1]); value++) out.push(value)
  return out
}
