// A question as a person puts it, answered.
import { code, say, type Reason } from '../design/phrase.ts'
import type { Question } from '../design/design.ts'
import { ref } from '../design/resource.ts'
import type { Answer, Flow, FlowEnd, Span, Verdict } from '../forwarding/answer.ts'
import { judge } from '../forwarding/judge.ts'
import type { Program } from '../forwarding/program.ts'
import { formatIpValue, type Family } from '../net/address.ts'
import { intervalsContain } from '../net/interval-set.ts'
import type { Packet } from '../net/packet.ts'
import { readHeaders } from './asked-headers.ts'
import { askedPackets } from './asked-packets.ts'
import { eitherWay } from './either-way.ts'
import { ephemeralRange } from './ephemeral.ts'
import { betweenHosts, unsent } from './first-stage.ts'
import { flowEnd } from './flow-end.ts'
import type { Network } from './analysed.ts'
import { fromAnyAddress } from './nat-addresses.ts'
import { otherWays, together, type Way } from './other-ways.ts'
import { reason } from './outcomes.ts'
import { questionProblem, type QuestionProblem } from './question-problem.ts'
import type { Resolved } from './resolution.ts'
import { resolveEnd } from './resolve-end.ts'
import { summarise } from './summarise.ts'
import { ifSure } from './whereabouts.ts'

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
}

export type Understood = Asked | QuestionProblem

export type AskResult = { readonly ok: true; readonly answer: Answer } | QuestionProblem

/** Total: what cannot be understood comes back as a problem with the field it stands in. */
export function ask(network: Network, question: Question): AskResult {
  const understood = understand(network, question)
  if (!understood.ok) return understood
  const answer = answerTo(network, question, understood)
  return { ok: true, answer: { ...answer, summary: summarise(answer, network.view, question) } }
}

function answerTo(network: Network, question: Question, understood: Asked, left?: number): Answer {
  const first = judge(understood.program, understood.flow)
  const answer = sure(network, question, understood, better(network, question, understood, first))
  const again = (supposed: Network, more: number) => {
    const other = understand(supposed, question)
    return other.ok ? answerTo(supposed, question, other, more) : null
  }
  const settled = eitherWay(network, answer, again, left)
  return left === 0 ? settled : fromAnyAddress(network, settled, (supposed) => again(supposed, 0))
}

/** Of what has no address that is known, the answer counts only where it is the same at any that it may have. */
function sure(network: Network, question: Question, { whereabouts, flow }: Asked, answer: Answer): Answer {
  const { source } = answer.request.hops[0].arrived
  const origin = flow.from.origins.find(
    (one) => one.family === whereabouts?.family && intervalsContain(one.values, source),
  )
  if (!whereabouts || !origin) return answer
  const understood = understand(network, question, undefined, { origin, target: whereabouts })
  if (!understood.ok) return answer
  const to = { ...understood.flow.to, receivers: [] }
  return ifSure(answer, judge(understood.program, { ...understood.flow, to }), whereabouts)
}

/** An answer for every pair of addresses that the ends may mean; none where the question cannot be understood. */
export function askEveryWay(network: Network, question: Question): readonly Answer[] {
  const understood = understand(network, question)
  if (!understood.ok) return []
  const others = understood.others.flatMap((way) => {
    const other = understand(network, question, undefined, way)
    return other.ok ? [other] : []
  })
  return [understood, ...others].map(({ program, flow }) => judge(program, flow))
}

/**
 * Ends with names are asked about by their primary addresses, in IPv4. Where that does not pass, and another address of
 * theirs or IPv6 gets further, that is the answer: what is open at one address is open.
 */
function better(network: Network, question: Question, { others }: Asked, answer: Answer): Answer {
  let best = answer
  for (const way of others) {
    if (best.verdict === 'reachable') break
    const other = judgeWay(network, question, way)
    if (other && openness.indexOf(other.verdict) < openness.indexOf(best.verdict)) best = other
  }
  return best === answer ? answer : { ...best, assumptions: [...best.assumptions, insteadOf(answer, best)] }
}

/** Of several addresses the one counts that the witness was sent to; of hosts outside, all of them. */
function judgeWay(network: Network, question: Question, way: Way): Answer | null {
  const understood = understand(network, question, undefined, way)
  if (!understood.ok) return null
  const answer = judge(understood.program, understood.flow)
  const { destination } = answer.request.hops[0].arrived
  const { family, values } = way.target
  if (!understood.ofMachine || values.every((one) => one === destination)) return answer
  return judgeWay(network, question, { ...way, target: { family, values: [destination, destination] } })
}

/** Told with an answer that is not of the addresses which were asked about first. */
function insteadOf(before: Answer, after: Answer): Reason {
  const [was, is] = [before, after].map(({ request }) => request.hops[0].arrived) as [Packet, Packet]
  if (was.family !== is.family)
    return reason(
      'network-interface/over-ipv6',
      null,
      say`this is over IPv6; over IPv4 the answer is ${before.verdict}`,
    )
  const ends = (packet: Packet) =>
    say`from ${formatIpValue(packet.source)} to ${formatIpValue(packet.destination)}`
  return reason(
    'network-interface/other-address',
    null,
    say`this is ${ends(is)}, not between the addresses that are usually meant: ${ends(was)} the answer is ${before.verdict}`,
  )
}

/** What is open at one of several addresses is open. */
export const openness: readonly Verdict[] = ['reachable', 'partial', 'unknown', 'one-way', 'blocked']

/**
 * Between the first addresses of a family that both ends have. `families`: of these only, to every address that the
 * destination has in them. `way`: between which addresses.
 */
export function understand(
  network: Network,
  question: Question,
  families?: readonly Family[],
  way?: Way,
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
  const pair = way ?? familyFor(origins, families ? everyOf(targets) : targets.spans, families)
  const single = pair ? null : unsent(from.end, to.end, targets.spans, families)
  const { origin, target } = pair ?? familyFor(single?.origins ?? [], targets.spans, families) ?? {}
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
  const { addresses, outside, closed, isOutside, each } = to.end
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

const everyOf = ({ spans, each }: Targets): readonly Span[] =>
  each ? ([4, 6] as const).flatMap((family) => together(each, family) ?? []) : spans

function familyFor(
  origins: FlowEnd['origins'],
  targets: readonly Span[],
  families: readonly Family[] = [4, 6],
): Way | null {
  for (const family of families) {
    const origin = origins.find((one) => one.family === family)
    const target = targets.find((span) => span.family === family)
    if (origin && target) return { origin, target }
  }
  return null
}
