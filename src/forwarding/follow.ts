// A flow followed as sets: what is delivered, what of it is answered, and what is lost on the way back.
import {
  forgetMark,
  intersect,
  isEmpty,
  nothing,
  reversePackets,
  subtract,
  union,
  type PacketSet,
} from '../net/packet-set.ts'
import type { Flow } from './answer.ts'
import { seenHalf } from './both-ways.ts'
import { isReceiver } from './is-receiver.ts'
import type { Program } from './program.ts'
import { reach, type Reach, type Share } from './reach.ts'

/** Everything the set engine found out about a flow. */
export interface Followed {
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

export function follow(program: Program, flow: Flow): Followed {
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
function thereAndBackAgain(program: Program, back: Program, flow: Flow): Followed {
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
