// The engine asked about one packet there and back, in the words of the naive walker, so that the two can be compared.
import type { Design } from '../design/design.ts'
import { createView } from '../design/view.ts'
import { halvesOf } from '../forwarding/both-ways.ts'
import { compile } from '../forwarding/compile.ts'
import type { Program } from '../forwarding/program.ts'
import { trace, type Traced } from '../forwarding/trace.ts'
import { kinds } from '../kinds/index.ts'
import { stages } from '../kinds/stage-ids.ts'
import { reverse, samePacket, type Packet } from '../net/packet.ts'

export const programOf = (design: Design): Program =>
  compile(
    createView(design, (kind) => kinds.get(kind)?.fields),
    kinds,
  )

interface Told {
  readonly fate: 'delivered' | 'stopped' | 'unknown'
  /** The owner of the interface, the resource, or `outside`. */
  readonly to: string
  readonly code: string
  readonly packet: Packet
}
export interface ToldBoth {
  readonly request: Told
  readonly reply: Told | null
  readonly outcome: 'delivered' | 'one-way' | 'stopped' | 'unknown'
}

export const startOf = (from: string | 'outside'): string =>
  from === 'outside' ? stages.internet : stages.interfaceOut(from)

export function engineRoundTrip(
  program: Program,
  design: Design,
  packet: Packet,
  from: string | 'outside',
): ToldBoth {
  const there = trace(program, startOf(from), packet)
  const seen = told(design, there)
  // An answer that nothing can stop comes from the host's own services.
  const request = seen.fate === 'delivered' && there.answers === undefined ? { ...seen, to: 'service' } : seen
  if (request.fate !== 'delivered') return { request, reply: null, outcome: request.fate }
  if (there.answers === undefined) return { request, reply: null, outcome: 'delivered' }
  const back = trace(program, there.answers, reverse(there.packet), { sessions: there.sessions })
  const reply = told(design, back)
  const home =
    reply.fate === 'delivered' &&
    reply.to === ownerOf(design, from) &&
    samePacket(back.packet, reverse(packet))
  const half = halvesOf(there.trace.bothWays, back.trace.bothWays)
  if (home && half.request.length + half.reply.length > 0) return { request, reply, outcome: 'unknown' }
  return { request, reply, outcome: home ? 'delivered' : reply.fate === 'unknown' ? 'unknown' : 'one-way' }
}

/** Names that mean the same to both: the owner of an interface; `outside` for the internet and what stands on it. */
export function ownerOf(design: Design, id: string): string {
  const found = design.resources[id]
  if (found?.kind === 'network-interface') return (found.fields['attachedTo'] as string | null) ?? id
  if (id === 'service') return id
  if (
    !found ||
    found.kind === 'internet' ||
    found.kind === 'aws-service' ||
    found.kind === 'gateway-endpoint' ||
    found.kind === 'prefix-list'
  )
    return 'outside'
  return id
}

function told(design: Design, { last, packet }: Traced): Told {
  const fate = ({ delivered: 'delivered', blocked: 'stopped', 'not-modelled': 'unknown' } as const)[
    last.disposition
  ]
  return { fate, to: ownerOf(design, last.receiver?.resource ?? 'outside'), code: last.reason.code, packet }
}
