// Follows a set of packets through a program: what gets through, what is stopped. The sibling of trace(): it carries
// no causes beyond each end, merges freely, and leaves the telling to a trace of a witness.
import type { Reason } from '../design/phrase.ts'
import type { Ref } from '../design/resource.ts'
import {
  intersect,
  isEmpty,
  nothing,
  rewritePackets,
  subtract,
  union,
  type PacketSet,
} from '../net/packet-set.ts'
import {
  follow,
  onwardOf,
  rulesIn,
  type End,
  type Outcome,
  type Program,
  type Stage,
  type StageId,
} from './program.ts'
import { rulesForSet } from './rule-index.ts'
import { answersTo, type SessionSet } from './sessions.ts'

/** Packets that came to one end for one cause, as they stood there. */
export interface Share {
  readonly stage: StageId
  readonly cause: Ref
  readonly end: End
  readonly packets: PacketSet
}

export interface Reach {
  readonly shares: readonly Share[]
  /** Every packet that came to each stage. */
  readonly arrived: ReadonlyMap<StageId, PacketSet>
  /** The sessions given and those opened on the way. */
  readonly sessions: readonly SessionSet[]
  readonly assumptions: readonly Reason[]
}

export interface Seed {
  readonly at: StageId
  readonly packets: PacketSet
}

/** Total. A packet that comes back to a stage it was at goes round for ever and is in no share: see `trace`. */
export function reach(
  program: Program,
  start: StageId,
  packets: PacketSet,
  sessions: readonly SessionSet[] = [],
): Reach {
  return reachFrom(program, [{ at: start, packets }], sessions)
}

/** The same from several stages at once: much less work than one after the other where their ways join. */
export function reachFrom(
  program: Program,
  seeds: readonly Seed[],
  sessions: readonly SessionSet[] = [],
): Reach {
  const arrived = new Map<StageId, PacketSet>()
  const shares = new Map<string, Share>()
  const opened: SessionSet[] = [...sessions]
  const assumptions = new Set<Reason>()
  const waiting: Seed[] = [...seeds]

  const send = (stage: Stage, outcome: Outcome, set: PacketSet) => {
    const target = follow(stage, outcome.next)
    const after = outcome.rewrite ? rewritePackets(set, outcome.rewrite) : set
    if (outcome.assumes) assumptions.add(outcome.assumes)
    if (typeof target === 'string') {
      if (stage.opens !== undefined)
        opened.push({ owner: stage.opens, before: set, after, rewrite: outcome.rewrite })
      waiting.push({ at: target, packets: after })
      return
    }
    // Ends that differ in who has the packet, or in where its answer starts, are different ends.
    const key = [
      stage.id,
      outcome.cause.resource,
      outcome.cause.part,
      target.reason.code,
      target.receiver?.resource,
      target.answers,
    ].join(' ')
    const known = shares.get(key)
    shares.set(key, {
      stage: stage.id,
      cause: outcome.cause,
      end: target,
      packets: known ? union(known.packets, after) : after,
    })
  }

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const before = arrived.get(next.at) ?? nothing
    let fresh = subtract(next.packets, before)
    if (isEmpty(fresh)) continue
    arrived.set(next.at, union(before, fresh))
    const stage = program.stage(next.at)
    if (stage.returns) {
      const { came, goes } = answersTo(sessions, stage.returns.owner, fresh)
      if (!isEmpty(came)) {
        waiting.push({
          at: stage.returns.next === 'onward' ? onwardOf(stage) : stage.returns.next.to,
          packets:
            stage.returns.mark === undefined ? goes : rewritePackets(goes, { mark: stage.returns.mark }),
        })
        fresh = subtract(fresh, came)
      }
    }
    for (const list of stage.lists) {
      if (isEmpty(fresh)) break
      for (const rule of rulesForSet(rulesIn(program, list), fresh)) {
        if (isEmpty(fresh)) break
        const matched = intersect(fresh, rule.match)
        if (isEmpty(matched)) continue
        send(stage, rule, matched)
        fresh = subtract(fresh, matched)
      }
    }
    if (!isEmpty(fresh)) send(stage, stage.otherwise, fresh)
  }
  return { shares: [...shares.values()], arrived, sessions: opened, assumptions: [...assumptions] }
}
