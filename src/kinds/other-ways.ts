// A name may stand for a machine with several addresses. One of each end is asked about first; these are the others.
import type { FlowEnd, Span } from '../forwarding/answer.ts'
import type { Family } from '../net/address.ts'
import { intervalsEmpty, intervalsSubtract, intervalsUnion, noIntervals } from '../net/interval-set.ts'

/** An address to send from and those to send to, of one family. */
export interface Way {
  readonly origin: FlowEnd['origins'][number]
  readonly target: Span
}

/** A source uses the first address of each of its interfaces and families by default; rule 8.1. */
export const firstOfEach = (origins: FlowEnd['origins']): FlowEnd['origins'] =>
  origins.filter(
    (origin, i) =>
      i === origins.findIndex(({ family, stage }) => family === origin.family && stage === origin.stage),
  )

/**
 * Ways besides the first. `each`: the single addresses of the destination; null where it is no machine, and
 * `targets` are all that there is.
 */
export function otherWays(
  first: Way,
  origins: FlowEnd['origins'],
  targets: readonly Span[],
  each: readonly Span[] | null,
): readonly Way[] {
  return firstOfEach(origins).flatMap((origin): readonly Way[] => {
    const target = each ? together(each, origin.family) : targets.find((one) => one.family === origin.family)
    if (!target) return []
    const asked = origin.stage === first.origin.stage && origin.family === first.origin.family
    const values = asked ? intervalsSubtract(target.values, first.target.values) : target.values
    return intervalsEmpty(values) ? [] : [{ origin, target: { family: origin.family, values } }]
  })
}

function together(each: readonly Span[], family: Family): Span | null {
  const values = each
    .filter((one) => one.family === family)
    .reduce((all, one) => intervalsUnion(all, one.values), noIntervals)
  return intervalsEmpty(values) ? null : { family, values }
}
