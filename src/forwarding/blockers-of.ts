// What stops a packet that was traced: each blocker with the hop where it stands, counted through the whole answer.
import type { Reason } from '../design/phrase.ts'
import type { Packet } from '../net/packet.ts'
import type { Blocker } from './answer.ts'
import type { EndStep, Trace } from './trace-types.ts'

/** One direction of a flow, or what is beyond an obstacle in it, and how many hops of the answer come before. */
export interface Leg {
  readonly trace: Trace
  readonly direction: Blocker['direction']
  readonly hopsBefore: number
}

export function endOf({ hops }: Trace): EndStep {
  const step = hops.at(-1)!.steps.at(-1)!
  if (step.kind !== 'end') throw new Error('trace without an end')
  return step
}

/** With those beyond what stops it. */
export function countHops({ hops, beyond }: Trace): number {
  return hops.length + (beyond ? countHops(beyond) : 0)
}

/** Everything that ends the leg before it arrives, in the order in which the packet meets it. */
export function blockersOf({ trace, direction, hopsBefore }: Leg): Blocker[] {
  const { hops, beyond } = trace
  const { disposition, reason, cause } = endOf(trace)
  const hop = hops.at(-1)!
  const at = { at: hop.at, hop: hopsBefore + hops.length - 1, packet: hop.left }
  const here: Blocker[] =
    disposition === 'delivered' ? [] : [{ direction, reason, cause, ...at, disposition }]
  if (!beyond) return here
  return [...here, ...blockersOf({ trace: beyond, direction, hopsBefore: hopsBefore + hops.length })]
}

/** At a stage that wants both directions of the flow and sees this one alone. */
export function halved(
  { trace, direction, hopsBefore }: Leg,
  { at, reason }: Trace['bothWays'][number],
): Blocker {
  const index = trace.hops.findIndex((hop) => hop.at.resource === at.resource)
  return {
    direction,
    reason,
    cause: at,
    at,
    hop: hopsBefore + index,
    packet: trace.hops[index]!.arrived,
    disposition: 'not-modelled',
  }
}

/** Delivered, but not to whom it was meant for. */
export function misled({ trace, direction, hopsBefore }: Leg, reason: Reason, packet: Packet): Blocker {
  const { at } = trace.hops.at(-1)!
  const hop = hopsBefore + trace.hops.length - 1
  return { direction, reason, cause: at, at, hop, packet, disposition: 'blocked' }
}
