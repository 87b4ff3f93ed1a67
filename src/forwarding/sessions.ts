// What stateful stages remember of a packet that went through, so that its reply is known when it comes.
import { hasPorts, reverse, samePacket, type Packet } from '../net/packet.ts'
import {
  boxes,
  forgetMark,
  intersect,
  isEmpty,
  nothing,
  packets,
  project,
  reversePackets,
  union,
  type PacketSet,
  type Rewrite,
} from '../net/packet-set.ts'

/** One packet's passage: as it came to the stage and as it left. */
export interface Session {
  readonly owner: string
  readonly before: Packet
  readonly after: Packet
}

/** The reply as it goes on from the stage, when `packet` answers one of the owner's sessions. */
export function answerTo(sessions: readonly Session[], owner: string, packet: Packet): Packet | null {
  for (const session of sessions) {
    if (session.owner === owner && samePacket(reverse(session.after), packet)) {
      return { ...reverse(session.before), mark: packet.mark }
    }
  }
  return null
}

/** The passage of many packets at once. Which member of `before` became which of `after` is not kept. */
export interface SessionSet {
  readonly owner: string
  readonly before: PacketSet
  readonly after: PacketSet
  readonly rewrite: Rewrite | undefined
}

/** The part of `arrived` that answers the owner's sessions, as it came and as it goes on. */
export function answersTo(
  sessions: readonly SessionSet[],
  owner: string,
  arrived: PacketSet,
): { readonly came: PacketSet; readonly goes: PacketSet } {
  let came = nothing
  let goes = nothing
  for (const session of sessions) {
    if (session.owner !== owner) continue
    const matched = intersect(arrived, forgetMark(reversePackets(session.after)))
    if (isEmpty(matched)) continue
    came = union(came, matched)
    goes = union(goes, putBack(matched, session))
  }
  return { came, goes }
}

/** Puts back what was rewritten, in every combination: sound for one client, and the most that can be said of many. */
function putBack(matched: PacketSet, { before, rewrite }: SessionSet): PacketSet {
  if (!rewrite) return matched
  const restored = boxes(matched).map((box) => {
    const ports = box.protocols.every((protocol) => hasPorts(Number(protocol)))
    return packets({
      ...box,
      ...(rewrite.source === undefined ? {} : { destinations: project(before, 'sources', box.family) }),
      ...(rewrite.destination === undefined ? {} : { sources: project(before, 'destinations', box.family) }),
      ...(rewrite.sourcePorts && ports
        ? { destinationPorts: project(before, 'sourcePorts', box.family) }
        : {}),
      ...(rewrite.destinationPorts && ports
        ? { sourcePorts: project(before, 'destinationPorts', box.family) }
        : {}),
    })
  })
  return intersect(restored.reduce(union, nothing), forgetMark(reversePackets(before)))
}
