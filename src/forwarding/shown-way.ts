// The part of an answer that is told of one packet: its way, and all that stops it and others like it.
import { same } from '../design/change.ts'
import { intersect, subtract } from '../net/packet-set.ts'
import type { Blocker, Flow, Verdict } from './answer.ts'
import type { Followed } from './follow.ts'
import type { Program } from './program.ts'
import { restOf } from './rest-of.ts'
import { thereAndBack, type Told } from './there-and-back.ts'
import { failingReply, meeting, unknownFirst, witnessOf } from './witness.ts'

/** Chooses a witness and traces it. */
export function shownWay(program: Program, flow: Flow, sets: Followed, verdict: Verdict): Told {
  const good = verdict === 'reachable' || verdict === 'partial'
  const lostReply = sets.lost.length > 0 ? failingReply(flow, sets) : null
  // What fails on its way back is worth more than one more thing that works.
  if (lostReply && (verdict === 'partial' || verdict === 'one-way'))
    return thereAndBack(program, flow, lostReply)
  const shown = thereAndBack(program, flow, witnessOf(good ? sets.passes : unknownFirst(flow, sets))!)
  if (verdict !== 'partial') return shown
  const fails = subtract(flow.asked, sets.passes)
  const each =
    restOf(flow, sets) === 'mixed' ? [meeting('blocked', flow, sets), unknownFirst(flow, sets)] : [fails]
  const blockers = each.flatMap((set) => {
    const failing = witnessOf(intersect(fails, set))
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
