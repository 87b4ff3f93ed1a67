// Where a new thing goes: the nearest free place, or the next one in the order in which the container fills.
import type { Box } from '../design/design.ts'
import { bottom, near, right } from './boxes.ts'
import { gapIn, insetOf, type Size } from './metrics.ts'

export interface Room {
  /** Kind of the container; null: the canvas. */
  readonly kind: string | null
  /** Its box; the canvas has none. */
  readonly box: Box | null
  /** Boxes of what stands in it already. */
  readonly taken: readonly Box[]
}

/** Above this many, only the row beneath everything is looked at. */
const crowded = 150

/** A drop this close to a line on which things stand goes onto the line. */
const snap = { x: 16, y: 32 }

/** `wanted` is the top left corner that a person pointed at. */
export function freeSlot(
  room: Room,
  size: Size,
  shape: 'container' | 'card',
  wanted?: { readonly x: number; readonly y: number },
): Box {
  const inset = room.kind === null ? { left: 0, top: 0, right: 0, bottom: 0 } : insetOf(room.kind)
  const gap = gapIn(room.kind, shape)
  const free = (box: Box, least: { x: number; y: number }) =>
    !room.taken.some((other) => near(box, other, least.x, least.y))
  const edge = room.box ? room.box.width - inset.right : Infinity
  const candidates = places(room, size, inset, gap).filter((box) => free(box, gap))
  // Subnets of a zone and zones of a VPC stand in line: there a drop chooses between the free places.
  const inLine = shape === 'container' && (room.kind === 'availability-zone' || room.kind === 'vpc')
  if (wanted && !inLine) {
    const at = { ...size, ...onto(wanted, room, inset) }
    // Where a person points need not keep the whole gap: they may want it tight.
    if (free(at, { x: 0, y: 0 })) return at
  }
  if (wanted) {
    const distance = (box: Box) => Math.hypot(box.x - wanted.x, box.y - wanted.y)
    const nearest = candidates.toSorted((a, b) => distance(a) - distance(b))[0]
    if (nearest) return nearest
  }
  // Zones and VPCs go beside each other and widen their container; all else fills its width, then goes beneath.
  const sideways = shape === 'container' && room.kind !== 'availability-zone'
  const fits = sideways
    ? candidates.filter((box) => box.y === inset.top)
    : candidates.filter((box) => right(box) <= edge)
  const best = (fits.length > 0 ? fits : candidates).toSorted((a, b) => a.y - b.y || a.x - b.x)[0]
  return (
    best ?? {
      x: inset.left,
      y: Math.max(inset.top, ...room.taken.map((box) => bottom(box) + gap.y)),
      ...size,
    }
  )
}

/** The corner asked for, on a line nearby and inside the container. */
function onto(
  wanted: { readonly x: number; readonly y: number },
  room: Room,
  inset: { left: number; top: number },
): { x: number; y: number } {
  if (room.kind === null) return { x: Math.round(wanted.x), y: Math.round(wanted.y) }
  const line = (value: number, lines: readonly number[], within: number) =>
    lines
      .filter((at) => Math.abs(at - value) <= within)
      .toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? Math.round(value)
  return {
    x: Math.max(inset.left, line(wanted.x, [inset.left, ...room.taken.map((box) => box.x)], snap.x)),
    y: Math.max(inset.top, line(wanted.y, [inset.top, ...room.taken.map((box) => box.y)], snap.y)),
  }
}

/** Corners beside and beneath what is there, and the first one. */
function places(
  { taken }: Room,
  size: Size,
  inset: { left: number; top: number },
  gap: { x: number; y: number },
): readonly Box[] {
  if (taken.length > crowded) return []
  const xs = [...new Set([inset.left, ...taken.map((box) => right(box) + gap.x)])]
  const ys = [
    ...new Set([inset.top, ...taken.map((box) => box.y), ...taken.map((box) => bottom(box) + gap.y)]),
  ].filter((y) => y >= inset.top)
  return ys.flatMap((y) => xs.filter((x) => x >= inset.left).map((x) => ({ x, y, ...size })))
}
