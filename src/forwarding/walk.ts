// Takes one packet through a program, stage by stage. `trace` tells the way; the sibling of reach(), which takes sets.
import type { Reason } from '../design/phrase.ts'
import type { Ref } from '../design/resource.ts'
import { contains, rewritePacket } from '../net/packet-set.ts'
import { samePacket, type Packet } from '../net/packet.ts'
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
import { rulesFor } from './rule-index.ts'
import { answerTo, type Session } from './sessions.ts'

export interface WalkOptions {
  /** Sessions that the request opened whose reply this is. What this packet opens itself it does not answer. */
  readonly sessions?: readonly Session[]
  /** Goes on past what stops the packet, along the way it was meant to take, as another leg. */
  readonly carryOn?: boolean
  /** The port a translation takes when it may choose. */
  readonly preferPort?: number
}

/** A packet at a stage: what decided there (null: a session did), and where that leads. */
export interface Visit {
  readonly stage: Stage
  readonly packet: Packet
  readonly after: Packet
  readonly outcome: Outcome | null
  readonly target: StageId | End
}

/** The way to an end. */
export interface Leg {
  readonly visits: readonly Visit[]
  /** Where it ended: at the last visit or, of a loop, where the packet had been before. */
  readonly stage: Stage
  readonly cause: Ref
  readonly end: End
  /** The packet as it stood there. */
  readonly packet: Packet
}

export interface Walked {
  /** Past each end but the last the packet was carried on. */
  readonly legs: readonly [Leg, ...Leg[]]
  readonly last: Leg
  /** The sessions given and those opened on the way, including the intended way beyond a blocker. */
  readonly sessions: readonly Session[]
  /** Where the answer of the last receiver starts. */
  readonly answers: StageId | undefined
}

const looped: Reason = {
  code: 'forwarding/loop',
  phrase: ['the packet comes back to where it was: a routing loop'],
}

/** No real way is so long; a guard for intended ways only, since a leg never repeats a stage and header. */
const longest = 10_000

/** Total: every packet comes to an end, a routing loop included. */
export function walk(program: Program, start: StageId, packet: Packet, options: WalkOptions = {}): Walked {
  const sessions: Session[] = [...(options.sessions ?? [])]
  const visited: Visit[] = []
  const legs: Leg[] = []
  for (let at: StageId | undefined = start; at !== undefined;) {
    const leg = walkLeg(program, at, packet, options, visited, sessions)
    legs.push(leg)
    const { stage, end } = leg
    const intended = end.intended === 'onward' ? onwardOf(stage) : end.intended
    if (!options.carryOn || intended === undefined || visited.length > longest) break
    if (stage.opens !== undefined)
      sessions.push({ owner: stage.opens, before: leg.packet, after: leg.packet })
    packet = leg.packet
    at = intended
  }
  const last = legs.at(-1)!
  return {
    legs: legs as [Leg, ...Leg[]],
    last,
    sessions,
    answers: legs.some((leg) => leg.end.unanswerable) ? undefined : last.end.answers,
  }
}

/** Adds to `visited` and `sessions`. */
function walkLeg(
  program: Program,
  start: StageId,
  packet: Packet,
  options: WalkOptions,
  visited: Visit[],
  sessions: Session[],
): Leg {
  const first = visited.length
  for (let at = start; ;) {
    const stage = program.stage(at)
    if (wasHere(visited, stage, packet)) {
      const end: End = { disposition: 'blocked', reason: looped }
      return { visits: visited.slice(first), stage, cause: stage.at, end, packet }
    }
    const visit = decide(program, stage, packet, options)
    visited.push(visit)
    const { target, outcome, after } = visit
    if (typeof target !== 'string') {
      const cause = outcome?.cause ?? stage.at
      return { visits: visited.slice(first), stage, cause, end: target, packet: after }
    }
    if (outcome && stage.opens !== undefined) sessions.push({ owner: stage.opens, before: packet, after })
    packet = after
    at = target
  }
}

/** Ways are short, so a list is quicker than a table of keys. */
function wasHere(visited: readonly Visit[], stage: Stage, packet: Packet): boolean {
  for (const visit of visited) {
    if (visit.stage === stage && visit.packet.mark === packet.mark && samePacket(visit.packet, packet))
      return true
  }
  return false
}

function decide(program: Program, stage: Stage, packet: Packet, options: WalkOptions): Visit {
  const { returns } = stage
  const answer = returns && answerTo(options.sessions ?? [], returns.owner, packet)
  if (returns && answer) {
    const after = returns.mark === undefined ? answer : { ...answer, mark: returns.mark }
    return { stage, packet, after, outcome: null, target: follow(stage, returns.next) }
  }
  const outcome = firstMatch(program, stage, packet)
  const after = outcome.rewrite ? rewritePacket(packet, outcome.rewrite, options.preferPort) : packet
  return { stage, packet, after, outcome, target: follow(stage, outcome.next) }
}

function firstMatch(program: Program, stage: Stage, packet: Packet): Outcome {
  for (const list of stage.lists) {
    for (const rule of rulesFor(rulesIn(program, list), packet)) if (contains(rule.match, packet)) return rule
  }
  return stage.otherwise
}

/** Rules that would have matched too, had `outcome` not come before them in its list. */
export function shadowedBy(program: Program, { stage, packet, outcome }: Visit): readonly Ref[] {
  for (const list of stage.lists) {
    const rules = rulesFor(rulesIn(program, list), packet)
    const at = rules.findIndex((rule) => rule === outcome)
    if (at === -1) continue
    return rules
      .slice(at + 1)
      .filter((other) => contains(other.match, packet))
      .map((other) => other.cause)
  }
  return []
}
