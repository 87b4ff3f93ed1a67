// The hops of an answer as one list, numbered as the panel, the player and the canvas show them.
import type { AskResult, Hop, Trace } from '../library.ts'

export interface ListedHop {
  readonly hop: Hop
  readonly direction: 'request' | 'reply'
  /** Behind a blocker: where the packet was meant to go. */
  readonly beyond: boolean
  /** From 1, through request and reply. */
  readonly number: number
  /** Index in this list, as blockers count. */
  readonly index: number
}

const none: readonly ListedHop[] = []
const listed = new WeakMap<AskResult, readonly ListedHop[]>()

export function hopList(answer: AskResult | null): readonly ListedHop[] {
  if (answer === null || !answer.ok) return none
  const known = listed.get(answer)
  if (known) return known
  const { request, reply, delivered } = answer.answer
  const list = [
    ...hopsOf(request, 'request', false),
    ...(reply ? hopsOf(reply, 'reply', !delivered) : []),
  ].map((hop, at) => ({
    ...hop,
    index: at,
    number: at + 1,
  }))
  listed.set(answer, list)
  return list
}

/** The reply to a request that did not arrive is nowhere but beyond. */
function hopsOf(
  trace: Trace,
  direction: ListedHop['direction'],
  from: boolean,
): Omit<ListedHop, 'number' | 'index'>[] {
  const list: Omit<ListedHop, 'number' | 'index'>[] = []
  let beyond = from
  for (let part: Trace | undefined = trace; part; part = part.beyond) {
    for (const hop of part.hops) list.push({ hop, direction, beyond })
    beyond = true
  }
  return list
}
