import type { Family } from './address.ts'
import type { Dimension } from './box.ts'
import { type IntervalSet, intervals, pairsOf } from './interval-set.ts'
import { type PacketSet, boxes } from './packet-algebra.ts'

/**
 * The values one dimension takes in the set, in one family or in all. Throws Error for the addresses of a set with
 * members of both families when no family is given: they are different kinds of number.
 */
export function project(
  set: PacketSet,
  dimension: Exclude<Dimension, 'marks'>,
  family?: Family,
): IntervalSet {
  const chosen = boxes(set).filter((box) => family === undefined || box.family === family)
  const addresses = dimension === 'sources' || dimension === 'destinations'
  if (addresses && chosen.some((box) => box.family !== chosen[0]?.family))
    throw new Error(`projection to ${dimension} of both families`)
  return intervals(...chosen.flatMap((box) => pairsOf(box[dimension])))
}
