// Containers grow with what they hold, and so do those around them. They never shrink here.
import type { Box, Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { borderY, startOf } from './borders.ts'
import { bottom, near, right, sameBox, shifted } from './boxes.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import { headEnd } from './head-text.ts'
import { insetOf } from './metrics.ts'
import { pushAside } from './push-aside.ts'
import { shapeOf } from './shown-on.ts'

type Layout = Record<ResourceId, Box>

/**
 * Makes room in and around the resources named. What they hold stays where it is on the canvas, also when a
 * container grows to the left or upwards. With `before`, what stands beside a container that grew is pushed
 * aside; without, nothing but the containers changes.
 */
export function grow(design: Design, changed: readonly ResourceId[], before?: Design): Design {
  const drawing = drawingOf(design)
  const layout: Layout = { ...design.layout }
  for (const container of innermostFirst(drawing, changed)) {
    const box = layout[container.id]
    if (!box) continue
    fit(drawing, layout, container, before?.layout[container.id] ?? box)
    const old = before?.layout[container.id]
    if (old) pushAside(drawing, layout, container.id, old)
  }
  return unchanged(design.layout, layout) ? design : { ...design, layout }
}

function innermostFirst(drawing: Drawing, ids: readonly ResourceId[]): readonly Resource[] {
  const depths = new Map<Resource, number>()
  for (const id of ids) {
    const resource = drawing.design.resources[id]
    const chain = resource && shapeOf(resource.kind) === 'container' ? [resource] : []
    for (let outer = drawing.around(id); outer; outer = drawing.around(outer.id)) chain.push(outer)
    chain.forEach((container, i) => depths.set(container, chain.length - i))
  }
  return [...depths].toSorted((a, b) => b[1] - a[1]).map(([container]) => container)
}

function fit(drawing: Drawing, layout: Layout, container: Resource, old: Box): void {
  const box = layout[container.id]
  if (!box) return
  const inset = insetOf(container.kind)
  const children = drawing.inside(container.id)
  const gateways = children.filter((child) => isBorder(child))
  const held = children.filter((child) => !isBorder(child)).flatMap((child) => layout[child.id] ?? [])
  const left = Math.max(0, ...held.map((child) => inset.left - child.x))
  const up = Math.max(0, ...held.map((child) => inset.top - child.y))
  if (left > 0 || up > 0) {
    for (const { id } of children) {
      const child = layout[id]
      if (child) layout[id] = shifted(child, left, up)
    }
  }
  const ends = gateways.map((gateway) => (layout[gateway.id] ? right(layout[gateway.id] as Box) : 0))
  const size = {
    width: Math.max(box.width + left, ...held.map((child) => right(child) + left + inset.right), ...ends),
    height: Math.max(box.height + up, ...held.map((child) => bottom(child) + up + inset.bottom)),
  }
  const next = { x: box.x - left, y: box.y - up, ...size }
  if (!sameBox(next, box)) layout[container.id] = next
  for (const gateway of gateways) seat(layout, gateway, old.width, next, gateways, headEnd(container))
}

const isBorder = (resource: Resource): boolean => shapeOf(resource.kind).startsWith('border')

/** Keeps a gateway upon its border, and in the middle of it where it stood in the middle. */
function seat(
  layout: Layout,
  gateway: Resource,
  oldWidth: number,
  container: Box,
  all: readonly Resource[],
  named: number,
): void {
  const box = layout[gateway.id]
  const border = shapeOf(gateway.kind)
  if (!box || (border !== 'border-top' && border !== 'border-bottom')) return
  const kept = {
    ...box,
    x: Math.max(0, Math.min(box.x, container.width - box.width)),
    y: borderY(border, container.height, box.height),
  }
  const middle = { ...kept, x: startOf(border, box.width, container, named) }
  const before = startOf(border, box.width, { ...container, width: oldWidth }, named)
  const was = border === 'border-top' && Math.abs(box.x - before) <= 1
  const free = all.every(
    (other) => other === gateway || !layout[other.id] || !near(layout[other.id] as Box, middle),
  )
  const next = was && free ? middle : kept
  if (!sameBox(next, box)) layout[gateway.id] = next
}

function unchanged(a: Readonly<Record<ResourceId, Box>>, b: Readonly<Record<ResourceId, Box>>): boolean {
  return Object.keys(b).every((id) => a[id] === b[id])
}
