// Whoever receives headers, and which of them are answered: what badges and comparisons of designs ask, for many ends at once.
import { forgetMark, intersect, nothing, reversePackets, union, type PacketSet } from '../net/packet-set.ts'
import type { ResourceId } from '../design/resource.ts'
import type { Flow } from './answer.ts'
import { isReceiver } from './is-receiver.ts'
import type { Program, StageId } from './program.ts'
import { reach, reachFrom, type Reach, type Seed } from './reach.ts'

/** What becomes of headers, whoever they were meant for. */
export interface Received {
  /** Who receives which of them, as they arrive. */
  readonly by: ReadonlyMap<ResourceId, PacketSet>
  /** Those whose answer nothing can stop. */
  readonly sure: PacketSet
  readonly replies: readonly Seed[]
  readonly sessions: Reach['sessions']
  /** The stages that had a say. */
  readonly stages: readonly StageId[]
}

export function receivedOf(program: Program, { start, asked }: Pick<Flow, 'start' | 'asked'>): Received {
  const { shares, sessions, arrived } = reach(program, start, asked)
  const by = new Map<ResourceId, PacketSet>()
  const replies: Seed[] = []
  let sure = nothing
  for (const { end, packets: delivered } of shares) {
    if (end.disposition !== 'delivered' || !end.receiver) continue
    const { resource } = end.receiver
    by.set(resource, union(by.get(resource) ?? nothing, forgetMark(delivered)))
    if (end.answers === undefined) sure = union(sure, intersect(asked, forgetMark(delivered)))
    else replies.push({ at: end.answers, packets: reversePackets(delivered) })
  }
  return { by, sure, replies, sessions, stages: [...arrived.keys()] }
}

/** Of the headers asked about, those that were received and whose replies come back to the source as such. */
export function answeredOf(
  program: Program,
  { from, asked }: Pick<Flow, 'from' | 'asked'>,
  { sure, replies, sessions }: Received,
): { readonly packets: PacketSet; readonly stages: readonly StageId[] } {
  const { shares, arrived } = reachFrom(program, replies, sessions)
  const back = shares
    .filter(({ end }) => isReceiver(from, end))
    .map((share) => intersect(asked, forgetMark(reversePackets(share.packets))))
  return { packets: back.reduce(union, sure), stages: [...arrived.keys()] }
}
