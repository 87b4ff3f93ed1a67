// Which blocks of two VPCs cover the same addresses.
import { prefixesOverlap, type Prefix } from '../net/prefix.ts'
import type { View } from '../design/view.ts'
import { cidrsOf } from './network.ts'
import type { Vpc } from './records.ts'

/** The first pair of overlapping blocks, IPv4 or IPv6; vpc-peering-basics counts unused ones too. */
export function overlapBetween(view: View, a: Vpc, b: Vpc): readonly [Prefix, Prefix] | undefined {
  for (const one of cidrsOf(view, a))
    for (const other of cidrsOf(view, b)) if (prefixesOverlap(one, other)) return [one, other]
  return undefined
}
