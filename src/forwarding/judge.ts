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
import type { Program, StageId } from './program.ts'
import { reach, reachFrom, type Reach, type Seed, type Share } from './reach.ts'
import { trace, type Traced } from './trace.ts'
import type { EndStep, Trace } from './trace-types.ts'

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
  const request = trace(program, flow.start, packet)
  if (!isReceiver(flow.to, request.last)) return false
  if (request.answers === undefined) return true
  const reply = trace(program, request.answers, reverse(request.packet), { sessions: request.sessions })
  return isReceiver(flow.from, reply.last) && samePacket(reply.packet, reverse(packet))
}

const isReceiver = (
  end: FlowEnd,
  { disposition, receiver }: Pick<EndStep, 'disposition' | 'receiver'>,
): boolean =>
  disposition === 'delivered' &&
  (end.receivers.length === 0 || end.receivers.includes(receiver?.resource ?? ''))

function follow(program: Program, flow: Flow): Sets {
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
    const reply = reach(program, share.end.answers, reversePackets(share.packets), request.sessions)
    replies.push(reply)
    for (const back of reply.shares) {
      const home = isReceiver(flow.from, back.end)
      const good = home ? intersect(forgetMark(back.packets), expected) : nothing
      if (!isEmpty(good)) passes = union(passes, intersect(flow.asked, forgetMark(reversePackets(good))))
      const bad = home ? subtract(back.packets, expected) : back.packets
      if (!isEmpty(bad)) lost = [...lost, { ...back, packets: bad }]
    }
  }
  const unknown = [request, ...replies].some((side) =>
    side.shares.some((share) => share.end.disposition === 'not-modelled'),
  )
  return { request, delivered, replies, passes, lost, unknown }
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
  const failing = pick(subtract(flow.asked, sets.passes), wishes)
  if (!failing) return shown
  const failed = thereAndBack(program, flow, failing)
  return { ...shown, blockers: failed.blockers }
}

/** Where the verdict is unknown, a packet that meets what is not modelled shows why. */
function unknownFirst(flow: Flow, sets: Sets): PacketSet {
  if (!sets.unknown || sets.delivered.length > 0) return flow.asked
  const meets = sets.request.shares.filter((share) => share.end.disposition === 'not-modelled')
  const direct = meets
    .map((share) => intersect(flow.asked, forgetMark(share.packets)))
    .find((set) => !isEmpty(set))
  return direct ?? flow.asked
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
    replied = delivered && known
    blockers.push(...blockersOf(reply.trace, 'reply', countHops(request.trace)))
    if (end.disposition === 'delivered' && !known)
      blockers.push(
        misled(reply.trace, home ? strange : elsewhere, reply.packet, 'reply', countHops(request.trace)),
      )
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

export function endOf(told: Trace) {
  const step = told.hops.at(-1)!.steps.at(-1)!
  if (step.kind !== 'end') throw new Error('trace without an end')
  return step
}

export function countHops(told: Trace): number {
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
