// Judges a flow: request as a set, reply as a set, and a witness told step by step. docs/aws-rules.md 1.1–1.4.
import type { Reason } from '../design/phrase.ts'
import { same } from '../design/change.ts'
import { reverse, samePacket, type Packet } from '../net/packet.ts'
import { isEmpty, subtract } from '../net/packet-set.ts'
import type { Answer, Flow, Verdict } from './answer.ts'
import { halvesOf, passedBothWays } from './both-ways.ts'
import { follow, type Followed } from './follow.ts'
import { isReceiver } from './is-receiver.ts'
import { openPorts } from './open-ports.ts'
import type { Program } from './program.ts'
import { restOf } from './rest-of.ts'
import { shownWay } from './shown-way.ts'
import type { Trace } from './trace-types.ts'
import { walk } from './walk.ts'

export function judge(program: Program, flow: Flow): Answer {
  const sets = follow(program, flow)
  const verdict = verdictOf(flow, sets)
  const told = shownWay(program, flow, sets, verdict)
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

function verdictOf(flow: Flow, { delivered, passes, lost, unknown }: Followed): Verdict {
  if (isEmpty(passes)) return unknown ? 'unknown' : delivered.length > 0 ? 'one-way' : 'blocked'
  const all = isEmpty(subtract(flow.asked, passes)) && lost.length === 0
  return all ? 'reachable' : 'partial'
}

function assumptionsOf(flow: Flow, sets: Followed, request: Trace, reply: Trace | null): readonly Reason[] {
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
