// An answer as JSON: the same object for one question and for each line of many.
import { plain } from '../design/phrase.ts'
import type { Design, Question } from '../design/design.ts'
import type { Ref } from '../design/resource.ts'
import type { Answer, Blocker } from '../forwarding/answer.ts'
import type { ToldFix } from '../forwarding/explain.ts'
import { hopsOf, type ToldHop } from '../forwarding/hops-of.ts'
import { formatIpValue, parseAddress } from '../net/address.ts'
import { hasPorts, isIcmp, protocolName, type Packet } from '../net/packet.ts'
import { formatIcmp, formatPorts } from '../net/ports.ts'
import { stepJson } from './step-json.ts'

/** What a query may be called by: kept as it was given. */
export type QueryId = string | number | null

interface Fixes {
  /** For each of the answer's blockers. */
  readonly fixes: readonly (readonly ToldFix[])[]
  /** Whether they say what else each opens. */
  readonly opens: boolean
}

export function answerJson(
  id: QueryId,
  question: Question,
  answer: Answer,
  design: Design,
  { fixes, opens }: Fixes,
) {
  const hops = hopsOf(answer, design)
  const told = (direction: Blocker['direction'], beyond: boolean) =>
    hops
      .filter((hop) => hop.direction === direction && hop.beyond === beyond)
      .map((hop) => hopJson(hop, design))
  return {
    id,
    question,
    outcome: answer.verdict,
    // Of a partial answer: what becomes of what does not surely get through.
    rest: answer.rest,
    summary: plain(answer.summary, design),
    request: {
      delivered: answer.delivered,
      deliveredTo: deliveredTo(answer, design),
      hops: told('request', false),
      beyond: told('request', true),
    },
    // The reply to what never arrived is told through its blockers only.
    reply: answer.delivered
      ? { delivered: answer.replied, hops: told('reply', false), beyond: told('reply', true) }
      : null,
    blockers: answer.blockers.map((blocker, i) => ({
      code: blocker.reason.code,
      awsCode: blocker.reason.awsCode ?? null,
      text: plain(blocker.reason.phrase, design),
      resource: blocker.cause.resource,
      part: blocker.cause.part ?? null,
      at: blocker.at.resource,
      direction: blocker.direction,
      disposition: blocker.disposition,
      packet: packetJson(blocker.packet),
      fixes: (fixes[i] ?? []).map((fix) => plain(fix.title, design)),
      // For each of the fixes; null: nothing else.
      ...(opens
        ? { alsoOpens: (fixes[i] ?? []).map((fix) => (fix.opens ? plain(fix.opens, design) : null)) }
        : {}),
    })),
    open: answer.open.map(({ protocol, ports }) => ({
      protocol: protocolName(protocol),
      ports: isIcmp(protocol) ? formatIcmp(ports) : hasPorts(protocol) ? formatPorts(ports) : 'all',
    })),
    assumptions: answer.assumptions.map(({ code, phrase }) => ({ code, text: plain(phrase, design) })),
    fixes: [...new Set(fixes.flat().map((fix) => plain(fix.title, design)))],
  }
}

/** A question that cannot be answered, in the shape of an answer. */
export function errorJson(id: QueryId, error: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    error,
    ...more,
    outcome: 'unknown',
    rest: null,
    request: { delivered: false, deliveredTo: null, hops: [], beyond: [] },
    reply: null,
    blockers: [],
    open: [],
    assumptions: [],
    fixes: [],
  }
}

/** Ids where the design has what received the packet, the service's name where it is not drawn, the address outside. */
function deliveredTo({ delivered, receiver, seenAs, to }: Answer, design: Design): string | null {
  if (!delivered || !receiver || !seenAs) return null
  if (isDrawn(receiver, design)) return receiver.resource
  if (isDrawn(to.at, design)) return to.at.resource
  const isService = to.label !== 'internet' && parseAddress(to.label) === null && !to.label.includes('/')
  return isService ? to.label : formatIpValue(seenAs.destination)
}

/** Not the outside at large, and not a gateway endpoint, which only takes packets to the addresses of its service. */
function isDrawn(ref: Ref, design: Design): boolean {
  const resource = design.resources[ref.resource]
  return resource !== undefined && resource.kind !== 'internet' && resource.kind !== 'gateway-endpoint'
}

function hopJson({ hop, lines }: ToldHop, design: Design) {
  return {
    at: hop.at.resource,
    name: plain([{ resource: hop.at.resource }], design),
    arrived: packetJson(hop.arrived),
    left: packetJson(hop.left),
    steps: hop.steps.map((step) => stepJson(step, hop, lines, design)),
  }
}

/** ICMP and protocols without ports have null there; ICMP has type and code instead. */
function packetJson(packet: Packet) {
  const ports = hasPorts(packet.protocol)
  return {
    protocol: protocolName(packet.protocol),
    source: formatIpValue(packet.source),
    sourcePort: ports ? packet.sourcePort : null,
    destination: formatIpValue(packet.destination),
    destinationPort: ports ? packet.destinationPort : null,
    ...(isIcmp(packet.protocol)
      ? { icmpType: Math.floor(packet.destinationPort / 256), icmpCode: packet.destinationPort % 256 }
      : {}),
  }
}
