// A question as a person puts it, answered.
import { code, say } from '../design/phrase.ts'
import type { Design, Question } from '../design/design.ts'
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Answer, Flow, FlowEnd, Span, Verdict } from '../forwarding/answer.ts'
import { judge } from '../forwarding/judge.ts'
import type { Program, Stage } from '../forwarding/program.ts'
import type { Family } from '../net/address.ts'
import { readHeaders } from './asked-headers.ts'
import { askedPackets } from './asked-packets.ts'
import { ephemeralRange } from './ephemeral.ts'
import { flowEnd } from './flow-end.ts'
import type { Kinds } from './kind.ts'
import { blocked, reason } from './outcomes.ts'
import { questionProblem, type QuestionProblem } from './question-problem.ts'
import type { Resolved } from './resolution.ts'
import { resolveEnd } from './resolve-end.ts'
import { summarise } from './summarise.ts'

export interface Network {
  readonly design: Design
  readonly view: View
  readonly program: Program
  readonly kinds: Kinds
}

export type Understood =
  /** `program` is the network's, or one of a single stage for a packet that cannot so much as be sent. */
  { readonly ok: true; readonly flow: Flow; readonly program: Program } | QuestionProblem

export type AskResult = { readonly ok: true; readonly answer: Answer } | QuestionProblem

/** Total: what cannot be understood comes back as a problem with the field it stands in. */
export function ask(network: Network, question: Question): AskResult {
  const understood = understand(network, question)
  if (!understood.ok) return understood
  const answer = better(network, question, judge(understood.program, understood.flow))
  return { ok: true, answer: { ...answer, summary: summarise(answer, network.view, question) } }
}

/**
 * Ends with names and both families are asked about in IPv4. Where that does not pass and IPv6 gets further, IPv6 is
 * the answer: what is open in one family is open.
 */
function better(network: Network, question: Question, answer: Answer): Answer {
  const asked = answer.request.hops[0].arrived.family
  if (asked === 6 || answer.verdict === 'reachable') return answer
  const understood = understand(network, question, [6])
  if (!understood.ok) return answer
  const other = judge(understood.program, understood.flow)
  if (openness.indexOf(other.verdict) >= openness.indexOf(answer.verdict)) return answer
  const over = reason(
    'network-interface/over-ipv6',
    null,
    say`this is over IPv6; over IPv4 the answer is ${answer.verdict}`,
  )
  return { ...other, assumptions: [...other.assumptions, over] }
}

const openness: readonly Verdict[] = ['reachable', 'partial', 'unknown', 'one-way', 'blocked']

/** `families`: which may be asked about, the first that both ends have first. */
export function understand(
  network: Network,
  question: Question,
  families: readonly Family[] = [4, 6],
): Understood {
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
  const pair = familyFor(origins, targets.spans, families)
  const single = pair ? null : unsent(from.end, to.end, targets.spans, families)
  const { origin, target } = pair ?? familyFor(single?.origins ?? [], targets.spans, families) ?? {}
  if (!origin || !target)
    return questionProblem('to', say`${from.end.label} and ${to.end.label} have no address family in common`)
  const start = from.end.end.isOutside && targets.closed !== null && pair ? targets.closed : origin.stage
  const clients = headers.sourcePorts ?? ephemeralRange(from.end.end.ephemeral)
  return {
    ok: true,
    program: single?.program ?? network.program,
    flow: {
      from: flowEnd(from.end.end, ref(from.end.id), from.end.label),
      to: { ...flowEnd(to.end.end, ref(to.end.id), to.end.label), addresses: targets.spans },
      start,
      cause: origin.cause,
      asked: askedPackets(headers, origin, target, clients),
      manyPorts:
        headers.protocol === 'all' || headers.ports === null || headers.ports.first !== headers.ports.last,
    },
  }
}

/** A packet of a family of which the source has no address is never sent; rule 1.7. */
function unsent(from: Resolved, to: Resolved, targets: readonly Span[], families: readonly Family[]) {
  const family = families.find((one) => targets.some((span) => span.family === one))
  const at = ref(from.id)
  const stage: Stage = {
    id: 'unsent',
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: blocked(
        'network-interface/no-address',
        null,
        say`${from.at ? at : code(from.label)} has no IPv${String(family)} address to send from to ${to.at ? ref(to.id) : code(to.label)}`,
      ),
      cause: at,
    },
  }
  const program: Program = { stage: () => stage, has: () => true, list: () => [], ids: () => [stage.id] }
  const nobody = family === 6 ? 0n : 0
  const origins = family ? [{ family, values: [nobody, nobody], stage: stage.id, cause: at }] : []
  return { program, origins }
}

/** From outside, a resource goes by its public address; without one there is no way to name it. */
function destinationsFor(
  from: Resolved,
  to: Resolved,
): { readonly spans: readonly Span[]; readonly closed: string | null } {
  const { addresses, outside, closed, isOutside } = to.end
  if (!from.end.isOutside || isOutside) return { spans: addresses, closed: null }
  if (outside && outside.length > 0) return { spans: outside, closed: null }
  return { spans: addresses, closed: closed ?? null }
}

function familyFor(origins: FlowEnd['origins'], targets: readonly Span[], families: readonly Family[]) {
  for (const family of families) {
    const origin = origins.find((one) => one.family === family)
    const target = targets.find((span) => span.family === family)
    if (origin && target) return { origin, target }
  }
  return null
}
