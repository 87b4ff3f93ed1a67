// A box: one family and, for each other dimension, the values it allows. It holds every combination of them.
// One box can hold a rule that names five hundred addresses, and two boxes meet exactly when all their dimensions do.
import type { Family } from './address.ts'
import {
  type IntervalSet,
  intervalsContain,
  intervalsEqual,
  intervalsIntersect,
  intervalsSubtract,
  intervalsUnion,
} from './interval-set.ts'
import type { Packet } from './packet.ts'

/** No dimension of a box is ever empty. */
export interface Box {
  readonly family: Family
  readonly protocols: IntervalSet
  readonly sources: IntervalSet
  readonly destinations: IntervalSet
  readonly sourcePorts: IntervalSet
  readonly destinationPorts: IntervalSet
  readonly marks: IntervalSet
}

export type Dimension = Exclude<keyof Box, 'family'>

/** The order in which boxes are compared and cut: what most often tells rules apart comes first. */
export const DIMENSIONS: readonly Dimension[] = [
  'protocols',
  'destinationPorts',
  'destinations',
  'sources',
  'sourcePorts',
  'marks',
]

// Shared: a dimension that allows everything is always one of these very arrays, which a comparison of identities tells.
const ANY_PROTOCOL: IntervalSet = [0, 255]
const ANY_PORT: IntervalSet = [0, 65535]
const ANY_MARK: IntervalSet = [0, 2 ** 30 - 1]
const ANY_IPV4: IntervalSet = [0, 2 ** 32 - 1]
const ANY_IPV6: IntervalSet = [0n, 2n ** 128n - 1n]

const anyBox = (family: Family, addresses: IntervalSet): Box => ({
  family,
  protocols: ANY_PROTOCOL,
  sources: addresses,
  destinations: addresses,
  sourcePorts: ANY_PORT,
  destinationPorts: ANY_PORT,
  marks: ANY_MARK,
})

/** Every packet of a family. */
export const WHOLE: { readonly [F in Family]: Box } = { 4: anyBox(4, ANY_IPV4), 6: anyBox(6, ANY_IPV6) }

/** The box with one dimension replaced. */
export function withDimension(box: Box, dimension: Dimension, values: IntervalSet): Box {
  const whole = WHOLE[box.family][dimension]
  return { ...box, [dimension]: intervalsEqual(values, whole) ? whole : values }
}

export function boxContains(box: Box, packet: Packet): boolean {
  return (
    box.family === packet.family &&
    (box.protocols === ANY_PROTOCOL || intervalsContain(box.protocols, packet.protocol)) &&
    (box.destinationPorts === ANY_PORT || intervalsContain(box.destinationPorts, packet.destinationPort)) &&
    (box.destinations === ANY_IPV4 ||
      box.destinations === ANY_IPV6 ||
      intervalsContain(box.destinations, packet.destination)) &&
    (box.sources === ANY_IPV4 || box.sources === ANY_IPV6 || intervalsContain(box.sources, packet.source)) &&
    (box.sourcePorts === ANY_PORT || intervalsContain(box.sourcePorts, packet.sourcePort)) &&
    (box.marks === ANY_MARK || intervalsContain(box.marks, packet.mark))
  )
}

/** What both hold, or null. Returns a itself when it lies within b. */
export function boxIntersect(a: Box, b: Box): Box | null {
  if (a.family !== b.family) return null
  if (a === b) return a
  const whole = WHOLE[a.family]
  const protocols = narrow(a.protocols, b.protocols, whole.protocols)
  if (protocols.length === 0) return null
  const destinationPorts = narrow(a.destinationPorts, b.destinationPorts, whole.destinationPorts)
  if (destinationPorts.length === 0) return null
  const destinations = narrow(a.destinations, b.destinations, whole.destinations)
  if (destinations.length === 0) return null
  const sources = narrow(a.sources, b.sources, whole.sources)
  if (sources.length === 0) return null
  const sourcePorts = narrow(a.sourcePorts, b.sourcePorts, whole.sourcePorts)
  if (sourcePorts.length === 0) return null
  const marks = narrow(a.marks, b.marks, whole.marks)
  if (marks.length === 0) return null
  const both = { family: a.family, protocols, sources, destinations, sourcePorts, destinationPorts, marks }
  return DIMENSIONS.every((dimension) => both[dimension] === a[dimension]) ? a : both
}

function narrow(a: IntervalSet, b: IntervalSet, whole: IntervalSet): IntervalSet {
  return b === whole ? a : a === whole ? b : intervalsIntersect(a, b)
}

/** What a holds and b does not, as disjoint boxes: at most one a dimension. */
export function boxSubtract(a: Box, b: Box): readonly Box[] {
  const both = boxIntersect(a, b)
  if (both === null) return [a]
  if (both === a) return []
  const pieces: Box[] = []
  let rest = a
  for (const dimension of DIMENSIONS) {
    if (both[dimension] === a[dimension]) continue
    pieces.push({ ...rest, [dimension]: intervalsSubtract(a[dimension], both[dimension]) })
    rest = { ...rest, [dimension]: both[dimension] }
  }
  return pieces
}

/** One box for both when they differ in at most one dimension, otherwise null. */
export function boxJoin(a: Box, b: Box): Box | null {
  if (a.family !== b.family) return null
  // Spelt out: long lists of boxes are compared pair by pair, and reading properties by a variable name is slow.
  const same =
    Number(intervalsEqual(a.protocols, b.protocols)) +
    Number(intervalsEqual(a.destinationPorts, b.destinationPorts)) +
    Number(intervalsEqual(a.destinations, b.destinations)) +
    Number(intervalsEqual(a.sources, b.sources)) +
    Number(intervalsEqual(a.sourcePorts, b.sourcePorts)) +
    Number(intervalsEqual(a.marks, b.marks))
  if (same < DIMENSIONS.length - 1) return null
  const differing = DIMENSIONS.find((dimension) => !intervalsEqual(a[dimension], b[dimension]))
  if (differing === undefined) return a
  return withDimension(a, differing, intervalsUnion(a[differing], b[differing]))
}
