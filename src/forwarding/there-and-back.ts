// One packet and the reply to it, traced past whatever stops them, so that every obstacle on the way is told.
import type { Reason } from '../design/phrase.ts'
import { reverse, samePacket } from '../net/packet.ts'
import type { Answer, Blocker, Flow } from './answer.ts'
import { blockersOf, countHops, endOf, halved, misled, type Leg } from './blockers-of.ts'
import { halvesOf } from './both-ways.ts'
import { isReceiver } from './is-receiver.ts'
import type { Program } from './program.ts'
import { trace, type Traced } from './trace.ts'
import type { Trace } from './trace-types.ts'
import type { Witness } from './witness.ts'

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

/** What an answer tells of one packet. */
export type Told = Pick<
  Answer,
  'request' | 'reply' | 'delivered' | 'replied' | 'blockers' | 'receiver' | 'seenAs'
>

export function thereAndBack(program: Program, flow: Flow, witness: Witness): Told {
  const { packet, preferPort } = witness
  const port = preferPort === undefined ? {} : { preferPort }
  const request = trace(program, flow.start, packet, { carryOn: true, origin: flow.cause, ...port })
  const end = endOf(request.trace)
  const delivered = isReceiver(flow.to, end)
  const there: Leg = { trace: request.trace, direction: 'request', hopsBefore: 0 }
  const blockers = blockersOf(there)
  if (end.disposition === 'delivered' && !delivered) blockers.push(misled(there, elsewhere, request.packet))
  const back = isReceiver(flow.to, request.last) ? replyTo(program, flow, witness, request, there) : null
  return {
    request: request.trace,
    reply: back?.reply ?? null,
    delivered,
    replied: delivered && (back ? back.replied : request.answers === undefined),
    blockers: [...blockers, ...(back?.blockers ?? [])],
    receiver: delivered ? (end.receiver ?? null) : null,
    seenAs: delivered ? request.packet : null,
  }
}

/** Null where nothing can stop the reply. A request that got there only past what stops it is answered all the same. */
function replyTo(
  program: Program,
  flow: Flow,
  { packet, preferPort }: Witness,
  request: Traced,
  there: Leg,
): { readonly reply: Trace; readonly replied: boolean; readonly blockers: readonly Blocker[] } | null {
  if (request.answers === undefined) return null
  const reply = trace(program, request.answers, reverse(request.packet), {
    carryOn: true,
    sessions: request.sessions,
    ...(preferPort === undefined ? {} : { preferPort }),
  })
  const end = endOf(reply.trace)
  const home = isReceiver(flow.from, end)
  const known = home && samePacket(reply.packet, reverse(packet))
  const back: Leg = { trace: reply.trace, direction: 'reply', hopsBefore: countHops(request.trace) }
  const delivered = isReceiver(flow.to, endOf(request.trace))
  const half =
    delivered && known ? halvesOf(request.trace.bothWays, reply.trace.bothWays) : { request: [], reply: [] }
  const seenHalf = [
    ...half.request.map((one) => halved(there, one)),
    ...half.reply.map((one) => halved(back, one)),
  ]
  const stray = end.disposition === 'delivered' && !known
  return {
    reply: reply.trace,
    replied: known && seenHalf.length === 0,
    blockers: [
      ...seenHalf,
      ...blockersOf(back),
      ...(stray ? [misled(back, home ? strange : elsewhere, reply.packet)] : []),
    ],
  }
}
