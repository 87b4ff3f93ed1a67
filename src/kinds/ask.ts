// A question as a person puts it, answered.
import { code, say, type Phrase } from '../design/phrase.ts'
import type { Design, Question } from '../design/design.ts'
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Answer, Flow, FlowEnd, Span, Verdict } from '../forwarding/answer.ts'
import { judge } from '../forwarding/judge.ts'
import type { Program, Stage } from '../forwarding/program.ts'
import type { Family } from '../net/address.ts'
import { intervals } from '../net/interval-set.ts'
import { ICMP, ICMPV6, UDP, hasPorts, parseProtocol } from '../net/packet.ts'
import { intersect, packets, subtract, union, wellFormed, type PacketSet } from '../net/packet-set.ts'
import { parseIcmp, parsePorts, type PortRange } from '../net/ports.ts'
import { ephemeralRange } from './ephemeral.ts'
import { flowEnd } from './flow-end.ts'
import type { Kinds } from './kind.ts'
import { blocked, reason } from './outcomes.ts'
import { resolveEnd, type Resolved } from './resolve-end.ts'
import { summarise } from './summarise.ts'
import { portsNamed } from './traffic-words.ts'

export interface Network {
  readonly design: Design
  readonly view: View
  readonly program: Program
  readonly kinds: Kinds
}

type QuestionField = 'from' | 'to' | 'protocol' | 'port' | 'sourcePort'

export type Understood =
  /** `program` is the network's, or one of a single stage for a packet that cannot so much as be sent. */
  | { readonly ok: true; readonly flow: Flow; readonly program: Program }
  | {
      readonly ok: false
      readonly problem: Phrase
      readonly field: QuestionField
      readonly suggestions: readonly string[]
    }

export type AskResult = { readonly ok: true; readonly answer: Answer } | Extract<Understood, { ok: false }>

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
  const no = (field: QuestionField, problem: Phrase, suggestions: readonly string[] = []): Understood => ({
    ok: false,
    field,
    problem,
    suggestions,
  })
  const from = resolveEnd(question.from, view, kinds)
  if (!from.ok) return no('from', from.problem, from.suggestions)
  const to = resolveEnd(question.to, view, kinds, from.end.at)
  if (!to.ok) return no('to', to.problem, to.suggestions)
  if (from.end.end.origins.length === 0) {
    return no(
      'from',
      say`nothing in the design sends from ${code(from.end.label)}, or several do: name a resource by its id`,
    )
  }
  const protocol = readProtocol(question.protocol)
  if (protocol === null)
    return no(
      'protocol',
      say`${code(question.protocol)} is not a protocol: write tcp, udp, icmp, all or a number`,
      ['tcp', 'udp', 'icmp'],
    )
  const headers = readHeaders(protocol, question)
  if (!headers.ok) return no(headers.field, headers.problem, headers.suggestions)

  const targets = destinationsFor(from.end, to.end)
  const origins = from.end.end.origins
  const pair = familyFor(origins, targets.spans, families)
  const single = pair ? null : unsent(from.end, to.end, targets.spans, families)
  const { origin, target } = pair ?? familyFor(single?.origins ?? [], targets.spans, families) ?? {}
  if (!origin || !target)
    return no('to', say`${from.end.label} and ${to.end.label} have no address family in common`)
  const start = from.end.end.isOutside && targets.closed !== null && pair ? targets.closed : origin.stage
  const ephemeral = headers.sourcePorts ?? ephemeralRange(from.end.end.ephemeral)
  return {
    ok: true,
    program: single?.program ?? network.program,
    flow: {
      from: flowEnd(from.end.end, ref(from.end.id), from.end.label),
      to: { ...flowEnd(to.end.end, ref(to.end.id), to.end.label), addresses: targets.spans },
      start,
      cause: origin.cause,
      asked: askedPackets(target.family, origin, target, protocol, headers.ports, ephemeral),
      manyPorts: headers.ports === null || headers.ports.first !== headers.ports.last || protocol === 'all',
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

type Protocol = number | 'all' | 'icmp'

function readProtocol(text: string): Protocol | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === 'all' || wanted === 'any' || wanted === '-1') return 'all'
  if (wanted === 'icmp' || wanted === 'ping' || wanted === '1') return 'icmp'
  return parseProtocol(wanted)
}

type Headers =
  | { readonly ok: true; readonly ports: PortRange | null; readonly sourcePorts: PortRange | null }
  | {
      readonly ok: false
      readonly field: QuestionField
      readonly problem: Phrase
      readonly suggestions: readonly string[]
    }

function readHeaders(protocol: Protocol, question: Question): Headers {
  const icmp = protocol === 'icmp' || protocol === ICMPV6
  // An echo request has no code but 0 (RFC 792, RFC 4443), so its type alone asks for nothing else.
  const readIcmp = (text: string) =>
    parseIcmp(text === String(protocol === 'icmp' ? 8 : 128) ? `${text}/0` : text)
  const read = (text: string | null) =>
    text === null || text.trim() === '' ? null : icmp ? readIcmp(text.trim()) : parsePorts(text.trim())
  const given = (text: string | null) => text !== null && text.trim() !== ''
  const ports = read(question.port)
  if (given(question.port) && ports === null) {
    return {
      ok: false,
      field: 'port',
      problem: say`${code(question.port!)} is not ${icmp ? 'an ICMP type, such as 8 or 8/0' : 'a port or a range, such as 443 or 8000-8100'}`,
      suggestions: icmp
        ? ['8/0']
        : portsNamed(protocol === UDP ? 'udp' : 'tcp', question.port!).map((named) => named.ports),
    }
  }
  const sourcePorts = given(question.sourcePort) ? parsePorts(question.sourcePort!.trim()) : null
  if (given(question.sourcePort) && sourcePorts === null) {
    return {
      ok: false,
      field: 'sourcePort',
      problem: say`${code(question.sourcePort!)} is not a port or a range`,
      suggestions: [],
    }
  }
  return { ok: true, ports, sourcePorts }
}

function askedPackets(
  family: Family,
  from: Span,
  to: Span,
  protocol: Protocol,
  ports: PortRange | null,
  sourcePorts: PortRange,
): PacketSet {
  const ends = { family, sources: from.values, destinations: to.values, marks: intervals([0, 0]) }
  const icmpNumber = family === 4 ? ICMP : ICMPV6
  const echo = family === 4 ? 8 * 256 : 128 * 256
  const range = (value: PortRange) => intervals([value.first, value.last])
  const clients = range(sourcePorts)
  const icmp = (types: PortRange) =>
    packets({
      ...ends,
      protocols: [icmpNumber, icmpNumber],
      sourcePorts: [0, 0],
      destinationPorts: range(types),
    })
  if (protocol === 'all') {
    // Of ICMP only the echo is a question that is answered.
    const withPorts = packets({
      ...ends,
      sourcePorts: clients,
      ...(ports ? { destinationPorts: range(ports) } : {}),
    })
    const others = subtract(packets(ends), packets({ protocols: [icmpNumber, icmpNumber] }))
    const noPorts = intersect(
      subtract(others, portCarriers),
      packets({ sourcePorts: [0, 0], destinationPorts: [0, 0] }),
    )
    const carriesPorts = subtract(withPorts, packets({ sourcePorts: [0, 0] }))
    return intersect(
      union(
        union(intersect(carriesPorts, portCarriers), ports ? carriesPorts : noPorts),
        icmp({ first: echo, last: echo }),
      ),
      wellFormed,
    )
  }
  if (protocol === 'icmp' || protocol === ICMPV6) return icmp(ports ?? { first: echo, last: echo })
  const protocols = intervals([protocol, protocol])
  if (!hasPorts(protocol))
    return packets({ ...ends, protocols, sourcePorts: [0, 0], destinationPorts: [0, 0] })
  return packets({
    ...ends,
    protocols,
    sourcePorts: clients,
    ...(ports ? { destinationPorts: range(ports) } : {}),
  })
}

const portCarriers = packets({
  protocols: intervals(...[6, 17, 33, 132, 136].map((number) => [number, number] as const)),
})
