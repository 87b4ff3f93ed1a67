// The tidy drawing of a design: a deterministic grid. It never changes a resource.
import type { Box, Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { createView } from '../design/view.ts'
import { kinds } from '../kinds/index.ts'
import { borderBoxes, borderWidth, type Border } from './borders.ts'
import { sameBox, shifted } from './boxes.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import { sizeOf } from './flow.ts'
import { grow } from './grow.ts'
import { headEnd } from './head-text.ts'
import { gutter, insetOf, outsideGap } from './metrics.ts'
import { larger, type Arranging, type Plan } from './plan.ts'
import { planCards } from './plan-cards.ts'
import { planColumns, put } from './plan-columns.ts'
import { planRows } from './plan-rows.ts'

/** Everything, or the contents of one container, which stays where it is while those around it make room. */
export function arrange(design: Design, within?: ResourceId): Design {
  const drawing = drawingOf(design)
  const boxes = new Map<ResourceId, Box>()
  const arranging: Arranging = {
    drawing,
    view: createView(design, (kind) => kinds.get(kind)?.fields),
    boxes,
    plan: (container) => planContainer(arranging, container),
  }
  const container = within === undefined ? undefined : design.resources[within]
  if (!container) {
    arrangeCanvas(arranging)
    return { ...design, layout: keeping(design, boxes) }
  }
  const plan = arranging.plan(container)
  const at = design.layout[container.id] ?? { x: 0, y: 0, width: 0, height: 0 }
  // A subnet stays as wide as its zone; what holds containers fits them anew.
  const size = drawing.inside(container.id, 'container').length > 0 ? plan.size : larger(plan.size, at)
  plan.settle(size)
  boxes.set(container.id, { x: at.x, y: at.y, ...size })
  return grow({ ...design, layout: { ...design.layout, ...keeping(design, boxes) } }, [container.id], design)
}

function planContainer(arranging: Arranging, container: Resource): Plan {
  const { drawing } = arranging
  const inner = planInside(arranging, container)
  const borders = (['border-top', 'border-bottom'] as const).map(
    (border) => [border, drawing.inside(container.id, border)] as const,
  )
  const named = headEnd(container)
  const least = Math.max(
    ...borders.map(([border, gateways]) => borderWidth(border, gateways.map(sizeOf), named)),
  )
  const empty = drawing.inside(container.id, 'container', 'card', 'between').length === 0
  const size = larger(inner.size, { width: least, height: 0 })
  return {
    size: empty ? larger(size, sizeOf(container)) : size,
    settle(final) {
      inner.settle(final)
      for (const [border, gateways] of borders) settleBorder(arranging, border, gateways, final, named)
    },
  }
}

function planInside(arranging: Arranging, container: Resource): Plan {
  const { drawing } = arranging
  if (container.kind === 'vpc') return planColumns(arranging, container)
  if (drawing.inside(container.id, 'container', 'between').length === 0)
    return planCards(arranging, container)
  const cards = drawing.inside(container.id, 'card')
  const [aside, below] = services(cards)
  return planRows(arranging, container, below, aside)
}

function settleBorder(
  arranging: Arranging,
  border: Border,
  gateways: readonly Resource[],
  size: Plan['size'],
  named: number,
): void {
  put(arranging, gateways, borderBoxes(border, gateways.map(sizeOf), size, named))
}

/** The internet above, Regions beneath it, services of AWS at the right, and whatever else at the bottom. */
function arrangeCanvas(arranging: Arranging): void {
  const { drawing, boxes } = arranging
  const cards = drawing.inside(null, 'card')
  const outside = cards.filter((card) => card.kind === 'internet')
  const [aside, below] = services(cards.filter((card) => card.kind !== 'internet'))
  const down = outside.length > 0 ? Math.max(...outside.map((card) => sizeOf(card).height)) + outsideGap : 0
  const plan = planRows(arranging, null, below, aside, { ...insetOf(''), left: 0, top: down })
  plan.settle(plan.size)
  for (const border of ['border-top', 'border-bottom'] as const) {
    settleBorder(arranging, border, drawing.inside(null, border), plan.size, 0)
  }
  const sizes = outside.map(sizeOf)
  const middle = firstGateway(drawing, boxes) ?? plan.inner.width / 2
  let x = Math.max(0, Math.round(middle - (sizes[0]?.width ?? 0) / 2))
  outside.forEach((card, i) => {
    const size = sizes[i] ?? sizeOf(card)
    boxes.set(card.id, { x, y: 0, ...size })
    x += size.width + gutter
  })
}

function services(
  cards: readonly Resource[],
): readonly [services: readonly Resource[], others: readonly Resource[]] {
  const is = (card: Resource) => card.kind === 'aws-service'
  return [cards.filter(is), cards.filter((card) => !is(card))]
}

/** The middle of the first gateway on an upper border, on the canvas. */
function firstGateway(drawing: Drawing, boxes: ReadonlyMap<ResourceId, Box>): number | null {
  const gateway = drawing.all.find(
    (resource) => resource.kind === 'internet-gateway' && drawing.around(resource.id),
  )
  let box = gateway && boxes.get(gateway.id)
  if (!gateway || !box) return null
  for (let outer = drawing.around(gateway.id); outer; outer = drawing.around(outer.id)) {
    const { x, y } = boxes.get(outer.id) ?? { x: 0, y: 0 }
    box = shifted(box, x, y)
  }
  return box.x + box.width / 2
}

/** Boxes that did not change keep their identity, so that a change of the design lists only what moved. */
function keeping(design: Design, boxes: ReadonlyMap<ResourceId, Box>): Design['layout'] {
  return Object.fromEntries(
    [...boxes].map(([id, box]) => {
      const old = design.layout[id]
      return [id, old && sameBox(old, box) ? old : old ? { ...old, ...box } : box]
    }),
  )
}
