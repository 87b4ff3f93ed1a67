// Gives new or moved resources their boxes, makes room for them, and pushes aside what containers grew into.
import type { Box, Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { boxBetween, joinedBy } from '../layout/between.ts'
import { borderSlot, borderY } from '../layout/borders.ts'
import { around, sameBox, shifted } from '../layout/boxes.ts'
import { gridSlots } from '../layout/card-grid.ts'
import { drawingOf } from '../layout/drawing.ts'
import { freeSlot } from '../layout/free-slot.ts'
import { grow } from '../layout/grow.ts'
import { headEnd } from '../layout/head-text.ts'
import { insetOf, outsideGap } from '../layout/metrics.ts'
import { shapeOf } from '../layout/shown-on.ts'

export interface Seat {
  readonly id: ResourceId
  /** What was asked for; the rest is chosen. */
  readonly wanted: Partial<Box>
}

/** `before` is the design as it was, without the new boxes: only what grew since then pushes. */
export function seat(design: Design, seats: readonly Seat[], before: Design): Design {
  let at = design
  for (const { id, wanted } of outermostFirst(design, seats)) {
    const resource = at.resources[id]
    if (!resource || shapeOf(resource.kind) === 'none') continue
    const boxes = boxesFor(at, resource, wanted)
    const from = at
    at = grow({ ...at, layout: { ...at.layout, ...boxes } }, [id], {
      ...from,
      layout: from === design ? before.layout : from.layout,
    })
  }
  return at
}

function outermostFirst(design: Design, seats: readonly Seat[]): readonly Seat[] {
  const rank = new Map(drawingOf(design).all.map((resource, i) => [resource.id, i]))
  return seats.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
}

function boxesFor(
  design: Design,
  resource: Resource,
  wanted: Partial<Box>,
): Readonly<Record<ResourceId, Box>> {
  const drawing = drawingOf(design)
  const container = drawing.around(resource.id)
  const outer = container ? (design.layout[container.id] ?? null) : null
  const asked = kinds.get(resource.kind)?.placement.size ?? { width: 100, height: 82 }
  const size = { width: wanted.width ?? asked.width, height: wanted.height ?? asked.height }
  const shape = shapeOf(resource.kind)
  const siblings = drawing.inside(container?.id ?? null).filter((sibling) => sibling.id !== resource.id)
  const taken = (shapes: readonly string[]) =>
    siblings
      .filter((sibling) => shapes.includes(shapeOf(sibling.kind)))
      .flatMap((sibling) => design.layout[sibling.id] ?? [])

  if (shape === 'border-top' || shape === 'border-bottom') {
    const edge = outer ?? { x: 0, y: 0, width: size.width, height: size.height }
    const beyond =
      shape === 'border-top' && container && outer
        ? cardsAtBorder(design, drawing, container, outer, size)
        : []
    return {
      [resource.id]: borderSlot(
        shape,
        size,
        [...taken([shape]), ...beyond],
        edge,
        container ? headEnd(container) : 0,
        wanted.x,
      ),
    }
  }
  const point = wanted.x !== undefined && wanted.y !== undefined ? { x: wanted.x, y: wanted.y } : undefined
  const between = shape === 'between' && !point ? betweenItsEnds(design, resource, size) : null
  if (between) return { [resource.id]: between }
  const held = taken(['container', 'card', 'between'])
  if (container === null && !point) return { [resource.id]: onCanvas(resource, held, size) }
  if (shape === 'card' && container && outer && !point) {
    const row = inTheGrid(design, container, outer, siblings, resource)
    if (row) return row
  }
  const room = { kind: container?.kind ?? null, box: outer, taken: held }
  const filled = shape === 'container' && !point ? asWideAsTheOthers(container, outer, size, wanted) : size
  return { [resource.id]: freeSlot(room, filled, shape === 'card' ? 'card' : 'container', point) }
}

/** Cards outside the container that what stands on its upper border would cover: the internet, above a Region. */
function cardsAtBorder(
  design: Design,
  drawing: ReturnType<typeof drawingOf>,
  container: Resource,
  outer: Box,
  size: { height: number },
): readonly Box[] {
  const top = outer.y + borderY('border-top', outer.height, size.height)
  return drawing.inside(drawing.around(container.id)?.id ?? null, 'card').flatMap((card) => {
    const box = design.layout[card.id]
    const covers = box && box.y < top + size.height && top < box.y + box.height
    return covers ? [shifted(box, -outer.x, -outer.y)] : []
  })
}

/** Subnets of a zone are as wide as it is. */
function asWideAsTheOthers(
  container: Resource | null,
  outer: Box | null,
  size: { width: number; height: number },
  wanted: Partial<Box>,
) {
  if (container?.kind !== 'availability-zone' || !outer || wanted.width !== undefined) return size
  const inset = insetOf(container.kind)
  return { ...size, width: Math.max(size.width, outer.width - inset.left - inset.right) }
}

/** Where the cards of a container still stand as arranged, one more joins them and the row is centred again. */
function inTheGrid(
  design: Design,
  container: Resource,
  outer: Box,
  siblings: readonly Resource[],
  card: Resource,
) {
  const inset = insetOf(container.kind)
  const cards = siblings.filter((sibling) => shapeOf(sibling.kind) === 'card')
  const slots = gridSlots(cards.length, inset, outer.width)
  const left = new Map(cards.map((sibling) => [sibling.id, design.layout[sibling.id]]))
  const inOrder = slots.map((slot) =>
    cards.find(({ id }) => left.get(id) && sameBox(left.get(id) as Box, slot) && left.delete(id)),
  )
  if (siblings.length !== cards.length || inOrder.includes(undefined)) return null
  const next = gridSlots(cards.length + 1, inset, outer.width)
  const order = [...inOrder.flatMap((sibling) => sibling ?? []), card]
  // More columns than before would reorder the cards; then only the new one is placed.
  const last = next[0] && slots[0] && cards.length >= 4 && next[0].x !== slots[0].x
  if (last) return null
  return Object.fromEntries(order.flatMap(({ id }, i) => (next[i] ? [[id, next[i]]] : []))) as Record<
    ResourceId,
    Box
  >
}

function betweenItsEnds(
  design: Design,
  resource: Resource,
  size: { width: number; height: number },
): Box | null {
  const [a, b] = joinedBy(design, resource).map((id) => design.layout[id])
  return a && b ? boxBetween(a, b, size) : null
}

/** The outside stands above everything, over the first gateway; services beside it all; Regions beside each other. */
function onCanvas(resource: Resource, held: readonly Box[], size: { width: number; height: number }): Box {
  const all = around(held)
  if (!all) return { x: 0, y: 0, ...size }
  if (shapeOf(resource.kind) === 'card' && resource.kind === 'internet') {
    const x = Math.round(all.x + (all.width - size.width) / 2)
    return { x, y: all.y - size.height - outsideGap, ...size }
  }
  return { x: all.x + all.width + 40, y: all.y, ...size }
}
