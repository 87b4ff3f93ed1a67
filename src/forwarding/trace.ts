// Follows one packet through a program and tells every step. The sibling of reach(), which follows sets.
import type { Reason } from '../design/phrase.ts'
import { same } from '../design/change.ts'
import type { Ref } from '../design/resource.ts'
import { contains } from '../net/packet-set.ts'
import { rewritePacket } from '../net/packet-set.ts'
import { samePacket, type Packet } from '../net/packet.ts'
import {
  follow,
  onwardOf,
  type End,
  type Outcome,
  type Program,
  type Stage,
  type StageId,
} from './program.ts'
import { rulesFor } from './rule-index.ts'
import { answerTo, type Session } from './sessions.ts'
import type { EndStep, Hop, Step, Trace } from './trace-types.ts'

export interface TraceOptions {
  /** Sessions that the request opened whose reply this is. What this packet opens itself it does not answer. */
  readonly sessions?: readonly Session[]
  /** Goes on past what stops the packet, along the way it was meant to take, and tells that as `beyond`. */
  readonly carryOn?: boolean
  /** The port a translation takes when it may choose. */
  readonly preferPort?: number
  /** Told as the first step. */
  readonly origin?: Ref
}

export interface Traced {
  readonly trace: Trace
  /** The sessions given and those opened on the way, including the intended way beyond a blocker. */
  readonly sessions: readonly Session[]
  /** The last end: of the trace itself or, past blockers, of what lies beyond. */
  readonly last: EndStep
  /** The packet as it stood there. */
  readonly packet: Packet
  readonly answers: StageId | undefined
}

const looped: Reason = {
  code: 'forwarding/loop',
  phrase: ['the packet comes back to where it was: a routing loop'],
}

/** Total: every packet comes to an end, a routing loop included. */
export function trace(program: Program, start: StageId, packet: Packet, options: TraceOptions = {}): Traced {
  const walk = new Walk(program, options)
  return walk.run(start, packet)
}

/** The state of one walk. A class because its fields belong together and change together. */
class Walk {
  private readonly sessions: Session[]
  private answerable = true
  private readonly visits: { readonly stage: Stage; readonly packet: Packet }[] = []
  private readonly program: Program
  private readonly options: TraceOptions

  constructor(program: Program, options: TraceOptions) {
    this.program = program
    this.options = options
    this.sessions = [...(options.sessions ?? [])]
  }

  run(start: StageId, packet: Packet): Traced {
    const book = new Book(this.program.stage(start).at, packet)
    if (this.options.origin)
      book.add(this.program.stage(start).at, { kind: 'originate', by: this.options.origin })
    return this.from(start, packet, book)
  }

  private from(start: StageId, packet: Packet, book: Book): Traced {
    let at = start
    for (;;) {
      const stage = this.program.stage(at)
      book.stages.push(at)
      if (this.wasHere(stage, packet)) {
        return this.close(book, stage, packet, { disposition: 'blocked', reason: looped }, stage.at)
      }

      const answer = stage.returns && answerTo(this.options.sessions ?? [], stage.returns.owner, packet)
      if (stage.returns && answer) {
        book.arrive(stage.at, packet)
        book.pass(stage)
        if (stage.role.does !== 'pass')
          book.add(stage.at, { kind: 'session', owner: stage.at, action: 'matched' })
        if (!samePacket(answer, packet))
          book.add(stage.at, { kind: 'translate', by: stage.at, before: packet, after: answer })
        packet = stage.returns.mark === undefined ? answer : { ...answer, mark: stage.returns.mark }
        book.leave(packet)
        at = stage.returns.next === 'onward' ? onwardOf(stage) : stage.returns.next.to
        continue
      }

      const { outcome, shadowed } = decide(stage, packet)
      const target = follow(stage, outcome.next)
      const after = outcome.rewrite ? rewritePacket(packet, outcome.rewrite, this.options.preferPort) : packet
      book.arrive(stage.at, packet)
      for (const step of stepsOf(stage, outcome, target, packet, after, shadowed)) book.add(stage.at, step)
      if (outcome.assumes && !book.assumptions.some((known) => same(known, outcome.assumes)))
        book.assumptions.push(outcome.assumes)
      if (typeof target !== 'string') return this.close(book, stage, after, target, outcome.cause)
      if (outcome === stage.otherwise) book.pass(stage)
      if (stage.opens !== undefined) this.sessions.push({ owner: stage.opens, before: packet, after })
      packet = after
      book.leave(packet)
      at = target
    }
  }

  /** Notes the visit. Ways are short, so a list is quicker than a table of keys. */
  private wasHere(stage: Stage, packet: Packet): boolean {
    for (const visit of this.visits) {
      if (visit.stage === stage && visit.packet.mark === packet.mark && samePacket(visit.packet, packet))
        return true
    }
    this.visits.push({ stage, packet })
    return false
  }

  private close(book: Book, stage: Stage, packet: Packet, end: End, cause: Ref): Traced {
    const step: EndStep = {
      kind: 'end',
      disposition: end.disposition,
      reason: end.reason,
      cause,
      ...(end.receiver ? { receiver: end.receiver } : {}),
    }
    book.add(stage.at, step)
    if (end.unanswerable) this.answerable = false
    const intended = end.intended === 'onward' ? onwardOf(stage) : end.intended
    if (!this.options.carryOn || intended === undefined || this.visits.length > longest) {
      return {
        trace: book.trace(),
        sessions: this.sessions,
        last: step,
        packet,
        answers: this.answerable ? end.answers : undefined,
      }
    }
    if (stage.opens !== undefined) this.sessions.push({ owner: stage.opens, before: packet, after: packet })
    const beyond = this.from(intended, packet, new Book(this.program.stage(intended).at, packet))
    return { ...beyond, trace: { ...book.trace(), beyond: beyond.trace } }
  }
}

/** No real way is so long; a guard for intended ways only, since the walk itself never repeats a stage and header. */
const longest = 10_000

/** What the stage does with the packet, and what lower-ranking rules would have matched too. */
export function decide(
  stage: Stage,
  packet: Packet,
): { readonly outcome: Outcome; readonly shadowed: readonly Ref[] } {
  for (const list of stage.lists) {
    const rules = rulesFor(list, packet)
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i]!
      if (!contains(rule.match, packet)) continue
      const shadowed =
        stage.role.does === 'route'
          ? rules
              .slice(i + 1)
              .filter((other) => contains(other.match, packet))
              .map((other) => other.cause)
          : []
      return { outcome: rule, shadowed }
    }
  }
  return { outcome: stage.otherwise, shadowed: [] }
}

function stepsOf(
  stage: Stage,
  outcome: Outcome,
  target: StageId | End,
  packet: Packet,
  after: Packet,
  shadowed: readonly Ref[],
): readonly Step[] {
  const ends = typeof target !== 'string'
  const byDefault = outcome === stage.otherwise
  switch (stage.role.does) {
    case 'filter': {
      const { filters, direction } = stage.role
      const denied = ends && target.disposition === 'blocked'
      // Whether it lets the packet pass is just what is not known; the end says so.
      if (ends && target.disposition === 'not-modelled') return []
      return [
        {
          kind: 'filter',
          filters,
          direction,
          action: denied ? 'deny' : 'allow',
          rule: byDefault ? 'default' : outcome.cause,
        },
      ]
    }
    case 'route':
      return [{ kind: 'route', table: stage.role.table, route: byDefault ? 'none' : outcome.cause, shadowed }]
    case 'translate':
      if (samePacket(packet, after)) return ends ? [] : [{ kind: 'forward', over: stage.at }]
      return [{ kind: 'translate', by: stage.at, before: packet, after }]
    case 'forward':
      return ends ? [] : [{ kind: 'forward', over: stage.at }]
    case 'pass':
      return []
  }
}

/** The hops told so far. A hop begins with its first step, so that stages that only pass leave none. */
class Book {
  readonly stages: StageId[] = []
  readonly assumptions: Reason[] = []
  readonly bothWays: Trace['bothWays'][number][] = []
  private readonly hops: { at: Ref; arrived: Packet; left: Packet; steps: Step[] }[] = []
  private current: { at: Ref; arrived: Packet }

  constructor(at: Ref, packet: Packet) {
    this.current = { at, arrived: packet }
  }

  arrive(at: Ref, packet: Packet): void {
    if (this.current.at.resource !== at.resource) this.current = { at, arrived: packet }
  }

  add(at: Ref, step: Step): void {
    const last = this.hops.at(-1)
    if (last && last.at.resource === at.resource) last.steps.push(step)
    else this.hops.push({ at, arrived: this.current.arrived, left: this.current.arrived, steps: [step] })
  }

  pass({ id, at, bothWays: reason }: Stage): void {
    if (reason) this.bothWays.push({ stage: id, at, reason })
  }

  leave(packet: Packet): void {
    const last = this.hops.at(-1)
    if (last && last.at.resource === this.current.at.resource) last.left = packet
  }

  trace(): Trace {
    return {
      hops: this.hops as unknown as readonly [Hop, ...Hop[]],
      assumptions: this.assumptions,
      bothWays: this.bothWays,
      stages: this.stages,
    }
  }
}
