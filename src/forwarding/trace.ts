// Follows one packet through a program and tells every step.
import { same } from '../design/change.ts'
import type { Reason } from '../design/phrase.ts'
import type { Ref } from '../design/resource.ts'
import { samePacket, type Packet } from '../net/packet.ts'
import { passedBothWays } from './both-ways.ts'
import type { Program, StageId } from './program.ts'
import type { Session } from './sessions.ts'
import type { EndStep, Hop, Step, Trace } from './trace-types.ts'
import { shadowedBy, walk, type Leg, type Visit, type WalkOptions } from './walk.ts'

export interface TraceOptions extends WalkOptions {
  /** Told as the first step. */
  readonly origin?: Ref
}

export interface Traced {
  /** What lies beyond an end that the packet was carried past is told as `beyond`. */
  readonly trace: Trace
  readonly sessions: readonly Session[]
  /** The last end: of the trace itself or, past blockers, of what lies beyond. */
  readonly last: EndStep
  /** The packet as it stood there. */
  readonly packet: Packet
  readonly answers: StageId | undefined
}

/** Total: every packet comes to an end, a routing loop included. */
export function trace(program: Program, start: StageId, packet: Packet, options: TraceOptions = {}): Traced {
  const { legs, last, sessions, answers } = walk(program, start, packet, options)
  const told = legs
    .map((leg, i) => tellLeg(program, leg, i === 0 ? options.origin : undefined))
    .reduceRight((beyond, leg) => ({ ...leg, beyond }))
  return { trace: told, sessions, last: endStep(last), packet: last.packet, answers }
}

function endStep({ end, cause }: Leg): EndStep {
  return {
    kind: 'end',
    disposition: end.disposition,
    reason: end.reason,
    cause,
    ...(end.receiver ? { receiver: end.receiver } : {}),
  }
}

function tellLeg(program: Program, leg: Leg, origin: Ref | undefined): Trace {
  const [start] = leg.visits
  const at = start?.stage.at ?? leg.stage.at
  const book = new Book(at, start?.packet ?? leg.packet)
  if (origin) book.add(at, { kind: 'originate', by: origin })
  for (const visit of leg.visits) {
    book.arrive(visit.stage.at, visit.packet)
    for (const step of stepsOf(program, visit)) book.add(visit.stage.at, step)
    book.assume(visit.outcome?.assumes)
    if (typeof visit.target === 'string') book.leave(visit.after)
  }
  book.add(leg.stage.at, endStep(leg))
  // A loop ends at a stage that the last visit led to.
  const looped = typeof leg.visits.at(-1)?.target !== 'object'
  return {
    ...book.told(),
    bothWays: passedBothWays(leg.visits),
    stages: [...leg.visits.map(({ stage }) => stage.id), ...(looped ? [leg.stage.id] : [])],
  }
}

function stepsOf(program: Program, visit: Visit): readonly Step[] {
  const { stage, packet, after, outcome, target } = visit
  if (outcome === null) {
    return [
      ...(stage.role.does === 'pass'
        ? []
        : [{ kind: 'session', owner: stage.at, action: 'matched' } as const]),
      ...(samePacket(after, packet)
        ? []
        : [{ kind: 'translate', by: stage.at, before: packet, after } as const]),
    ]
  }
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
      return [
        {
          kind: 'route',
          table: stage.role.table,
          route: byDefault ? 'none' : outcome.cause,
          shadowed: shadowedBy(program, visit),
        },
      ]
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
  private readonly assumptions: Reason[] = []
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

  leave(packet: Packet): void {
    const last = this.hops.at(-1)
    if (last && last.at.resource === this.current.at.resource) last.left = packet
  }

  assume(reason: Reason | undefined): void {
    if (reason && !this.assumptions.some((known) => same(known, reason))) this.assumptions.push(reason)
  }

  told(): Pick<Trace, 'hops' | 'assumptions'> {
    return { hops: this.hops as unknown as readonly [Hop, ...Hop[]], assumptions: this.assumptions }
  }
}
