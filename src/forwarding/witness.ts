// Which packet of a flow is shown: one that people know, and that shows what the verdict says.
import { documentationHost } from '../net/documentation-host.ts'
import type { Packet } from '../net/packet.ts'
import { forgetMark, intersect, isEmpty, packets, pick, type PacketSet } from '../net/packet-set.ts'
import type { Flow } from './answer.ts'
import type { Followed } from './follow.ts'
import type { Disposition } from './program.ts'

export interface Witness {
  readonly packet: Packet
  /** The port that a translation is to choose, where it chooses one. */
  readonly preferPort?: number
}

/** The best known first: HTTPS, then TCP, then hosts outside by an address that is nobody's. */
const wishes: readonly PacketSet[] = [
  packets({ protocols: [6, 6], destinationPorts: [443, 443] }),
  packets({ protocols: [6, 6] }),
  packets({ family: 4, destinations: [documentationHost, documentationHost] }),
  packets({ family: 4, sources: [documentationHost, documentationHost] }),
]

/** One of them to show, or null where there is none. */
export function witnessOf(set: PacketSet): Witness | null {
  const packet = pick(set, wishes)
  return packet ? { packet } : null
}

/** Where the verdict is unknown, a packet that meets what is not modelled shows why. */
export function unknownFirst(flow: Flow, sets: Followed): PacketSet {
  if (!isEmpty(sets.half)) return sets.half
  return sets.unknown ? meeting('not-modelled', flow, sets) : flow.asked
}

/** Headers asked about whose request meets such an end as it was sent; all, where nothing shows which. */
export function meeting(disposition: Disposition, flow: Flow, { request }: Followed): PacketSet {
  const met = request.shares
    .filter((share) => share.end.disposition === disposition)
    .map((share) => intersect(flow.asked, forgetMark(share.packets)))
    .find((set) => !isEmpty(set))
  return met ?? flow.asked
}

/** A request whose reply is stopped: the port that fails is the client's own, or the one a translation chose. */
export function failingReply(flow: Flow, sets: Followed): Witness | null {
  const share = sets.lost.find((candidate) => candidate.end.disposition === 'blocked') ?? sets.lost[0]!
  const stopped = pick(share.packets)
  const base = stopped && pick(askedLike(flow, stopped), wishes)
  if (!stopped || !base) return null
  const own = intersect(
    flow.asked,
    packets({ family: stopped.family, sources: [stopped.destination, stopped.destination] }),
  )
  if (isEmpty(own)) return { packet: base, preferPort: stopped.destinationPort }
  const exact = intersect(
    own,
    packets({
      protocols: [stopped.protocol, stopped.protocol],
      sourcePorts: [stopped.destinationPort, stopped.destinationPort],
    }),
  )
  return { packet: pick(exact, wishes) ?? base, preferPort: stopped.destinationPort }
}

/** Delivered requests of the protocol and port that the stopped reply answers. */
function askedLike(flow: Flow, stopped: Packet): PacketSet {
  const protocol = intersect(flow.asked, packets({ protocols: [stopped.protocol, stopped.protocol] }))
  const exact = intersect(protocol, packets({ destinationPorts: [stopped.sourcePort, stopped.sourcePort] }))
  return isEmpty(exact) ? protocol : exact
}
