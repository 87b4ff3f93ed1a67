// The algebra of packet sets. A set is a list of pairwise disjoint boxes; nothing outside this folder may rely on that.
import type { Family } from './address.ts'
import { type Box, DIMENSIONS, WHOLE, boxContains, boxIntersect, boxJoin, boxSubtract } from './box.ts'
import { type IntervalSet, intervals, intervalsIntersect } from './interval-set.ts'
import type { Packet } from './packet.ts'

declare const opaque: unique symbol

/** A set of packets, exact. Immutable, plain data (it survives structuredClone); compare with equal, never by identity. */
export interface PacketSet {
  readonly [opaque]: 'PacketSet'
}

/** The disjoint boxes a set consists of, for printing. The same set may be cut into boxes in several ways. */
export const boxes = (set: PacketSet): readonly Box[] => set as unknown as readonly Box[]

/** The set of boxes that are known to be pairwise disjoint. */
export const disjointBoxes = (list: readonly Box[]): PacketSet => list as unknown as PacketSet

/**
 * A product of choices; an absent dimension is any. Without family both families are meant, and then sources and
 * destinations must be absent. Values outside a dimension (port 70000) are dropped.
 */
export interface Match {
  readonly family?: Family
  readonly protocols?: IntervalSet
  readonly sources?: IntervalSet
  readonly destinations?: IntervalSet
  readonly sourcePorts?: IntervalSet
  readonly destinationPorts?: IntervalSet
  readonly marks?: IntervalSet
}

export const nothing: PacketSet = disjointBoxes([])
export const everything: PacketSet = disjointBoxes([WHOLE[4], WHOLE[6]])

/** Throws Error when addresses are given without a family, or in the other family's kind of number. */
export function packets(match: Match): PacketSet {
  if (match.family === undefined && (match.sources ?? match.destinations) !== undefined)
    throw new Error('match with addresses but no family')
  // A set of intervals holds one kind of number only, so its first value tells for all.
  const kind = match.family === 4 ? 'number' : 'bigint'
  for (const first of [match.sources?.[0], match.destinations?.[0]])
    if (first !== undefined && typeof first !== kind)
      throw new Error(`match with addresses not of family ${match.family}`)
  if (match.family === undefined)
    return disjointBoxes(([4, 6] as const).flatMap((family) => matchBox(family, match) ?? []))
  const box = matchBox(match.family, match)
  return box === null ? nothing : disjointBoxes([box])
}

function matchBox(family: Family, match: Match): Box | null {
  const box = { ...WHOLE[family] }
  for (const dimension of DIMENSIONS) {
    const values = match[dimension]
    if (values === undefined) continue
    const whole = WHOLE[family][dimension]
    // Nearly all that is asked for lies within the dimension, and needs no cutting.
    box[dimension] = within(values, whole) ? values : intervalsIntersect(whole, values)
    if (box[dimension].length === 0) return null
  }
  return box
}

/** Inside the one interval of `whole`, and not all of it. */
function within(values: IntervalSet, [first, last]: IntervalSet): boolean {
  const [lowest] = values
  const highest = values.at(-1)
  if (lowest === undefined || highest === undefined || first === undefined || last === undefined) return false
  return first <= lowest && highest <= last && (first < lowest || highest < last)
}

/** The set of one packet, its mark included. */
export function only(packet: Packet): PacketSet {
  return packets({
    family: packet.family,
    protocols: intervals([packet.protocol, packet.protocol]),
    sources: intervals([packet.source, packet.source]),
    destinations: intervals([packet.destination, packet.destination]),
    sourcePorts: intervals([packet.sourcePort, packet.sourcePort]),
    destinationPorts: intervals([packet.destinationPort, packet.destinationPort]),
    marks: intervals([packet.mark, packet.mark]),
  })
}

export function union(a: PacketSet, b: PacketSet): PacketSet {
  if (a === b || isEmpty(b)) return a
  if (isEmpty(a)) return b
  // Boxes that b swallows whole go first: cutting b around them would leave more pieces.
  const kept = boxes(a).filter((box) => !boxes(b).some((other) => boxIntersect(box, other) === box))
  const added = boxes(subtract(b, disjointBoxes(kept)))
  return disjointBoxes(joinInto(kept, [...added]))
}

export function intersect(a: PacketSet, b: PacketSet): PacketSet {
  if (a === b) return a
  const common: Box[] = []
  for (const box of boxes(a)) {
    for (const other of boxes(b)) {
      const both = boxIntersect(box, other)
      if (both !== null) common.push(both)
    }
  }
  return disjointBoxes(joinInto([], common))
}

/** What is in a and not in b. */
export function subtract(a: PacketSet, b: PacketSet): PacketSet {
  if (a === b) return nothing
  let rest = boxes(a)
  for (const cut of boxes(b)) {
    const kept: Box[] = []
    const pieces: Box[] = []
    for (const box of rest) {
      const left = boxSubtract(box, cut)
      if (left[0] === box) kept.push(box)
      else pieces.push(...left)
    }
    // Joined again after every cut: left alone, the pieces of a few hundred cuts are several times as many.
    if (kept.length < rest.length) rest = joinInto(kept, pieces)
  }
  return disjointBoxes(rest)
}

export function isEmpty(a: PacketSet): boolean {
  return boxes(a).length === 0
}

export function isSubset(a: PacketSet, b: PacketSet): boolean {
  return boxes(a).every((box) => isEmpty(subtract(disjointBoxes([box]), b)))
}

/** Equal as sets, however they are cut into boxes. */
export function equal(a: PacketSet, b: PacketSet): boolean {
  return a === b || (isSubset(a, b) && isSubset(b, a))
}

/** The inner loop of tracing: allocates nothing. */
export function contains(set: PacketSet, packet: Packet): boolean {
  const list = boxes(set)
  for (let i = 0; i < list.length; i++) if (boxContains(list[i]!, packet)) return true
  return false
}

/** The union of boxes that may overlap. */
export function overlappingBoxes(list: readonly Box[]): PacketSet {
  let set = nothing
  for (const box of list) set = union(set, disjointBoxes([box]))
  return set
}

/** Adds disjoint boxes to disjoint boxes, joining two wherever they differ in one dimension only. Changes both lists. */
function joinInto(list: Box[], waiting: Box[]): readonly Box[] {
  for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
    let joined: Box | null = null
    for (let i = 0; i < list.length && joined === null; i++) {
      joined = boxJoin(list[i]!, box)
      if (joined === null) continue
      list[i] = list.at(-1)!
      list.pop()
    }
    if (joined === null) list.push(box)
    else waiting.push(joined)
  }
  return list
}
