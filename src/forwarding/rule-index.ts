// Finds the rules of a long list that may match, without trying every one: lists that name one address a rule.
import type { IntervalSet } from '../net/interval-set.ts'
import type { IpValue } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import { boxes, type PacketSet } from '../net/packet-set.ts'
import type { Rule } from './program.ts'

/** Every rule of the list speaks of one address of its own in this dimension, so a packet meets at most one of them. */
interface RuleIndex {
  readonly dimension: 'sources' | 'destinations'
  readonly field: 'source' | 'destination'
  readonly byPoint: ReadonlyMap<IpValue, Rule>
  readonly points: { readonly [family in 4 | 6]: readonly IpValue[] }
}

/** Shorter lists are tried rule by rule. */
const shortest = 8

const indexes = new WeakMap<readonly Rule[], RuleIndex | null>()

/** The rules that may match the packet, in their order. */
export function rulesFor(list: readonly Rule[], packet: Packet): readonly Rule[] {
  const index = indexOf(list)
  if (!index) return list
  const rule = index.byPoint.get(packet[index.field])
  return rule ? [rule] : none
}

/** The rules that may match some packet of the set, in their order. */
export function rulesForSet(list: readonly Rule[], set: PacketSet): readonly Rule[] {
  const index = indexOf(list)
  if (!index) return list
  const found = new Set<Rule>()
  for (const box of boxes(set)) {
    const values = box[index.dimension]
    if (values.length === 2 && values[0] === values[1]) {
      const rule = index.byPoint.get(values[0]!)
      if (rule) found.add(rule)
      continue
    }
    for (const point of pointsWithin(index.points[box.family], values)) found.add(index.byPoint.get(point)!)
  }
  return [...found]
}

const none: readonly Rule[] = []

function indexOf(list: readonly Rule[]): RuleIndex | null {
  if (list.length < shortest) return null
  const known = indexes.get(list)
  if (known !== undefined) return known
  const built = build(list, 'destinations', 'destination') ?? build(list, 'sources', 'source')
  indexes.set(list, built)
  return built
}

function build(
  list: readonly Rule[],
  dimension: RuleIndex['dimension'],
  field: RuleIndex['field'],
): RuleIndex | null {
  const byPoint = new Map<IpValue, Rule>()
  const points: { readonly [family in 4 | 6]: IpValue[] } = { 4: [], 6: [] }
  for (const rule of list) {
    for (const box of boxes(rule.match)) {
      const values = box[dimension]
      const point = values[0]!
      if (values.length !== 2 || point !== values[1] || byPoint.has(point)) return null
      byPoint.set(point, rule)
      points[box.family].push(point)
    }
  }
  for (const family of [4, 6] as const) points[family].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return { dimension, field, byPoint, points }
}

/** Both are sorted: one pass over each. */
function* pointsWithin(points: readonly IpValue[], values: IntervalSet): Iterable<IpValue> {
  let i = 0
  for (const point of points) {
    while (i < values.length && values[i + 1]! < point) i += 2
    if (i >= values.length) return
    if (values[i]! <= point) yield point
  }
}
