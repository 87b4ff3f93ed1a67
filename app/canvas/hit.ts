// Which container lies under a point, and where a new card would go.
import { absoluteBoxes, shownOn, type Box, type Design, type Kind, type ResourceId } from '../library.ts'
import type { Point } from '../store/camera.ts'

const depths = new WeakMap<Design['resources'], Map<ResourceId, number>>()

/** The deepest container under the point, leaving out some (what is being dragged) with all that is inside them. */
export function containerAt(
  design: Design,
  point: Point,
  except: ReadonlySet<ResourceId> = new Set(),
): ResourceId | null {
  const boxes = boxesOf(design)
  let best: ResourceId | null = null
  for (const [id, box] of boxes) {
    if (!holds(box, point) || shownOn(design, id) !== 'container' || isWithin(design, id, except)) continue
    if (best === null || depthOf(design, id) > depthOf(design, best)) best = id
  }
  return best
}

/**
 * The container that a resource of this kind is meant for: the deepest one under the point. Half of what stands on a
 * border is outside, so for such a kind a point that near counts as on it.
 */
export function aimedAt(
  design: Design,
  kind: Kind | undefined,
  point: Point,
  except?: ReadonlySet<ResourceId>,
): ResourceId | null {
  const over = containerAt(design, point, except)
  const [bordered] = kind?.placement.in ?? []
  if (!kind?.placement.shape.startsWith('border') || bordered === undefined) return over
  const reach = kind.placement.size.height / 2
  for (const [id, box] of boxesOf(design)) {
    if (design.resources[id]?.kind !== bordered || shownOn(design, id) !== 'container') continue
    if (!holds(box, point) && holds(wider(box, reach), point)) return id
  }
  return over
}

let lastDesign: Design | null = null
let lastBoxes: ReadonlyMap<ResourceId, Box> = new Map()

/** Absolute boxes, kept for the design they were last asked of. */
export function boxesOf(design: Design): ReadonlyMap<ResourceId, Box> {
  if (design !== lastDesign) {
    lastDesign = design
    lastBoxes = absoluteBoxes(design)
  }
  return lastBoxes
}

/** Where a card of the kind goes when the pointer holds it by its middle; relative to the parent. */
export function ghostBox(
  design: Design,
  kind: Kind,
  parent: ResourceId | null,
  pointer: Point,
): Partial<Box> {
  const { width, height } = kind.placement.size
  const base = parent === null ? { x: 0, y: 0 } : (boxesOf(design).get(parent) ?? { x: 0, y: 0 })
  return {
    x: Math.round(pointer.x - base.x - width / 2),
    y: Math.round(pointer.y - base.y - Math.min(height / 2, 24)),
  }
}

export function isWithin(design: Design, id: ResourceId, ancestors: ReadonlySet<ResourceId>): boolean {
  if (ancestors.size === 0) return false
  for (let at: ResourceId | null = id, climbed = 0; at !== null && climbed < 16; climbed++) {
    if (ancestors.has(at)) return true
    at = design.resources[at]?.parent ?? null
  }
  return false
}

/** How many containers it stands in; the canvas's children have none. */
export function depthOf(design: Design, id: ResourceId): number {
  let known = depths.get(design.resources)
  if (!known) depths.set(design.resources, (known = new Map()))
  const before = known.get(id)
  if (before !== undefined) return before
  let depth = 0
  for (let at = design.resources[id]?.parent ?? null; at !== null && depth < 16; depth++)
    at = design.resources[at]?.parent ?? null
  known.set(id, depth)
  return depth
}

function wider({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height
}
