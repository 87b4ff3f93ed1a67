// What a question as a person puts it asks of the engine: a flow between two ends, or what is wrong with the question.
import { code, say } from '../design/phrase.ts'
import type { Question } from '../design/design.ts'
import { ref, type Ref } from '../design/resource.ts'
import type { Flow, FlowEnd, Span } from '../forwarding/answer.ts'
import type { Program } from '../forwarding/program.ts'
import type { Network } from './analysed.ts'
import { readHeaders } from './asked-headers.ts'
import { askedPackets } from './asked-packets.ts'
import { ephemeralRange } from './ephemeral.ts'
import { betweenHosts, unsent } from './first-stage.ts'
import { flowEnd } from './flow-end.ts'
import { otherWays, type Way } from './other-ways.ts'
import { questionProblem, type QuestionProblem } from './question-problem.ts'
import type { Resolved } from './resolution.ts'
import { resolveEnd } from './resolve-end.ts'

export interface Asked {
  readonly ok: true
  readonly flow: Flow
  /** The network's, or one of a single stage for a packet that cannot so much as be sent. */
  readonly program: Program
  /** Besides the addresses of the flow. */
  readonly others: readonly Way[]
  /** The destination is a machine, of which any address will do. */
  readonly ofMachine: boolean
  readonly whereabouts: Span | undefined
  readonly perhaps: Ref | undefined
}

export type Understood = Asked | QuestionProblem

/** Between the first addresses of a family that both ends have, or those of `way`. */
export function understand(network: Network, question: Question, way?: Way): Understood {
  const { view, kinds } = network
  const from = resolveEnd(question.from, view, kinds)
  if (!from.ok) return questionProblem('from', from.problem, from.suggestions)
  const to = resolveEnd(question.to, view, kinds, from.end.at)
  if (!to.ok) return questionProblem('to', to.problem, to.suggestions)
  if (from.end.end.origins.length === 0) {
    return questionProblem(
      'from',
      say`nothing in the design sends from ${code(from.end.label)}, or several do: name a resource by its id`,
    )
  }
  const read = readHeaders(question)
  if (!read.ok) return read
  const { headers } = read

  const targets = destinationsFor(from.end, to.end)
  const origins = from.end.end.origins
  const pair = way ?? inOneFamily(origins, targets.spans)
  const single = pair ? null : unsent(from.end, to.end, targets.spans)
  const { origin, target } = pair ?? inOneFamily(single?.origins ?? [], targets.spans) ?? {}
  if (!origin || !target)
    return questionProblem('to', say`${from.end.label} and ${to.end.label} have no address family in common`)
  const isBetweenHosts = from.end.end.isOutside === true && to.end.end.isOutside === true && pair !== null
  const start = isBetweenHosts
    ? 'between-hosts'
    : from.end.end.isOutside && targets.closed !== null && pair
      ? targets.closed
      : origin.stage
  const clients = headers.sourcePorts ?? ephemeralRange(from.end.end.ephemeral)
  return {
    ok: true,
    program: isBetweenHosts
      ? betweenHosts(view, to.end, network.program)
      : (single?.program ?? network.program),
    others: pair && !way ? otherWays(pair, origins, targets.spans, targets.each) : [],
    ofMachine: targets.each !== null,
    whereabouts: isBetweenHosts ? undefined : to.end.end.whereabouts,
    perhaps: to.end.end.perhaps,
    flow: {
      from: flowEnd(from.end.end, ref(from.end.id), from.end.label),
      to: {
        ...flowEnd(to.end.end, ref(to.end.id), to.end.label),
        addresses: way ? [way.target] : targets.spans,
      },
      start,
      cause: origin.cause,
      asked: askedPackets(headers, origin, target, clients),
      manyPorts:
        headers.protocol === 'all' || headers.ports === null || headers.ports.first !== headers.ports.last,
    },
  }
}

/** From outside, a resource goes by its public address; without one there is no way to name it. */
function destinationsFor(from: Resolved, to: Resolved): Targets {
  const { addresses, outside, closed, isOutside } = to.end
  const each = to.end.each?.()
  if (!from.end.isOutside || isOutside) return { spans: addresses, each: each?.inside ?? null, closed: null }
  if (outside && outside.length > 0)
    return { spans: each?.outside ?? outside, each: each?.outside ?? null, closed: null }
  return { spans: addresses, each: each?.inside ?? null, closed: closed ?? null }
}

interface Targets {
  /** The first of a family is asked about first. */
  readonly spans: readonly Span[]
  /** The single addresses of a machine. */
  readonly each: readonly Span[] | null
  readonly closed: string | null
}

function inOneFamily(origins: FlowEnd['origins'], targets: readonly Span[]): Way | null {
  for (const family of [4, 6] as const) {
    const origin = origins.find((one) => one.family === family)
    const target = targets.find((span) => span.family === family)
    if (origin && target) return { origin, target }
  }
  return null
}
