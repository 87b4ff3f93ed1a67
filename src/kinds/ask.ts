// A question as a person puts it, answered.
import { code, say, type Reason } from '../design/phrase.ts'
import type { Question } from '../design/design.ts'
import type { Answer, Verdict } from '../forwarding/answer.ts'
import { judge } from '../forwarding/judge.ts'
import { formatIpValue } from '../net/address.ts'
import { intervalsContain } from '../net/interval-set.ts'
import type { Packet } from '../net/packet.ts'
import type { Network } from './analysed.ts'
import { eitherWay } from './either-way.ts'
import { fromAnyAddress } from './nat-addresses.ts'
import { notSure } from './not-sure.ts'
import type { Way } from './other-ways.ts'
import { reason } from './outcomes.ts'
import type { QuestionProblem } from './question-problem.ts'
import { summarise } from './summarise.ts'
import { understand, type Asked } from './understand.ts'
import { ifSure } from './whereabouts.ts'

export type AskResult = { readonly ok: true; readonly answer: Answer } | QuestionProblem

/** Total: what cannot be understood comes back as a problem with the field it stands in. */
export function ask(network: Network, question: Question): AskResult {
  const understood = understand(network, question)
  if (!understood.ok) return understood
  const answer = whichever(network, judgeBest(network, question, understood), (supposed) => {
    const other = understand(supposed, question)
    return other.ok ? judgeBest(supposed, question, other) : null
  })
  const told = wherever(understood, answer)
  return { ok: true, answer: { ...told, summary: summarise(told, network.view, question) } }
}

/** A name that may lead to an endpoint nobody listed is not known to lead outside; rule 14.4. */
function wherever({ perhaps }: Asked, answer: Answer): Answer {
  if (!perhaps) return answer
  const why = reason(
    'interface-endpoint/not-listed',
    'UNKNOWN_DESTINATION',
    say`which service ${perhaps} is for was not read, and the name ${code(answer.to.label)} may lead there`,
  )
  return notSure(answer, why, perhaps)
}

function judgeBest(network: Network, question: Question, understood: Asked): Answer {
  const first = judge(understood.program, understood.flow)
  return sure(network, question, understood, better(network, question, understood, first))
}

/**
 * An answer that depends on what AWS picks: the same whichever it picks, or unknown. `again` asks the same of another
 * network; `left`: see eitherWay.
 */
function whichever(
  network: Network,
  answer: Answer,
  again: (supposed: Network) => Answer | null,
  left?: number,
  nat: 'any address' | 'first address' = 'any address',
): Answer {
  const inside = (supposed: Network, leftThere?: number, natThere = nat) => {
    const other = again(supposed)
    return other && whichever(supposed, other, again, leftThere, natThere)
  }
  const settled = eitherWay(network, answer, inside, left)
  // What is the same with every choice was asked with each of them from any address.
  if (settled !== answer || nat === 'first address') return settled
  return fromAnyAddress(network, answer, (supposed) => inside(supposed, left, 'first address'))
}

/** Of what has no address that is known, the answer counts only where it is the same at any that it may have. */
function sure(network: Network, question: Question, { whereabouts, flow }: Asked, answer: Answer): Answer {
  const { source } = answer.request.hops[0].arrived
  const origin = flow.from.origins.find(
    (one) => one.family === whereabouts?.family && intervalsContain(one.values, source),
  )
  if (!whereabouts || !origin) return answer
  const understood = understand(network, question, { origin, target: whereabouts })
  if (!understood.ok) return answer
  const to = { ...understood.flow.to, receivers: [] }
  return ifSure(answer, judge(understood.program, { ...understood.flow, to }), whereabouts)
}

/** An answer for every pair of addresses that the ends may mean; none where the question cannot be understood. */
export const askEveryWay = (network: Network, question: Question): readonly Answer[] =>
  everyWay(network, question, (judged) => {
    const answer = judged(network)
    return answer && whichever(network, answer, judged)
  })

/** The same by the routes and addresses that the engine takes where AWS picks one. */
export const judgeEveryWay = (network: Network, question: Question): readonly Answer[] =>
  everyWay(network, question, (judged) => judged(network))

function everyWay(
  network: Network,
  question: Question,
  answered: (judged: (one: Network) => Answer | null) => Answer | null,
): readonly Answer[] {
  const understood = understand(network, question)
  if (!understood.ok) return []
  return [undefined, ...understood.others].flatMap(
    (way) =>
      answered((one) => {
        const asked = understand(one, question, way)
        return asked.ok ? judge(asked.program, asked.flow) : null
      }) ?? [],
  )
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
  const understood = understand(network, question, way)
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
