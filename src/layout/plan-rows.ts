// A Region, or the canvas: containers in rows, those that are joined beside each other with the gateway between them.
import type { Box } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { boxBetween, joinedBy } from './between.ts'
import { shifted } from './boxes.ts'
import { flow, flowCards, screenWidth, sizeOf } from './flow.ts'
import { gutter, insetOf, vpcGap, type Inset } from './metrics.ts'
import { compareNames } from './names.ts'
import type { Arranging, Plan } from './plan.ts'
import { put } from './plan-columns.ts'

const beside = 24

export interface RowsPlan extends Plan {
  /** Everything but the inset. */
  readonly inner: { readonly width: number; readonly height: number }
}

/** `cards` stand beneath the containers, `aside` at their right. */
export function planRows(
  arranging: Arranging,
  container: Resource | null,
  cards: readonly Resource[],
  aside: readonly Resource[],
  inset: Inset = insetOf(container?.kind ?? ''),
): RowsPlan {
  const { drawing, boxes } = arranging
  const joins = drawing.inside(container?.id ?? null, 'between')
  const ends = new Map(joins.map((join) => [join.id, joinedBy(drawing.design, join)]))
  const order = neighboursTogether(drawing.inside(container?.id ?? null, 'container'), [...ends.values()])
  const plans = order.map((child) => arranging.plan(child))
  const sizes = plans.map((plan) => plan.size)
  const joined = (a: number, b: number) =>
    joins.filter((join) => joinsBoth(ends.get(join.id), order[a]?.id, order[b]?.id))
  const gapX = (i: number) => {
    const wide = Math.max(0, ...joined(i - 1, i).map((join) => sizeOf(join).width))
    return wide > 0 ? wide + 2 * beside : vpcGap.x
  }
  const main = flow(sizes, screenWidth(sizes), gapX, vpcGap.y)
  const pairs = main.rows.flatMap((row) => row.slice(1).map((i) => [i - 1, i] as const))
  const placed = new Set(pairs.flatMap(([a, b]) => joined(a, b)))
  const below = [...joins.filter((join) => !placed.has(join)), ...cards]
  const lower = flowCards(below, Math.max(main.size.width, 400))
  const side = flowCards(aside, asideWidth(aside))
  const belowAt = main.boxes.length > 0 ? main.size.height + vpcGap.y : 0
  const asideAt =
    Math.max(main.size.width, lower.size.width) + (main.boxes.length + below.length > 0 ? vpcGap.x : 0)
  const inner = {
    width: aside.length > 0 ? asideAt + side.size.width : Math.max(main.size.width, lower.size.width),
    height: Math.max(below.length > 0 ? belowAt + lower.size.height : main.size.height, side.size.height),
  }

  return {
    inner,
    size: { width: inset.left + inner.width + inset.right, height: inset.top + inner.height + inset.bottom },
    settle() {
      const at = (list: readonly Box[], dx: number, dy: number) =>
        list.map((box) => shifted(box, inset.left + dx, inset.top + dy))
      put(arranging, order, at(main.boxes, 0, 0))
      plans.forEach((plan) => plan.settle(plan.size))
      put(arranging, below, at(lower.boxes, 0, belowAt))
      put(arranging, aside, at(side.boxes, asideAt, 0))
      for (const [a, b] of pairs) settleJoins(arranging, joined(a, b), order[a], order[b], boxes)
    },
  }
}

/** One column, or as many as keep it from becoming a tower. */
function asideWidth(aside: readonly Resource[]): number {
  const columns = Math.ceil(aside.length / 8)
  return columns * (Math.max(0, ...aside.map((card) => sizeOf(card).width)) + gutter)
}

/** Several between the same two stand beneath each other. */
function settleJoins(
  arranging: Arranging,
  joins: readonly Resource[],
  a: Resource | undefined,
  b: Resource | undefined,
  boxes: Map<ResourceId, Box>,
): void {
  const [left, right] = [boxes.get(a?.id ?? ''), boxes.get(b?.id ?? '')]
  if (!left || !right) return
  const places = joins.map((join, i) => {
    const box = boxBetween(left, right, sizeOf(join))
    return shifted(box, 0, (i - (joins.length - 1) / 2) * (box.height + gutter))
  })
  put(arranging, joins, places)
}

const joinsBoth = (
  ends: readonly ResourceId[] | undefined,
  a: ResourceId | undefined,
  b: ResourceId | undefined,
): boolean =>
  a !== undefined && b !== undefined && a !== b && ends !== undefined && ends.includes(a) && ends.includes(b)

/** By name, but each followed by those it is joined with, so that as many as possible are neighbours. */
function neighboursTogether(
  containers: readonly Resource[],
  joins: readonly (readonly ResourceId[])[],
): readonly Resource[] {
  const byName = containers.toSorted((a, b) => compareNames(a.name, b.name))
  const left = new Map(byName.map((resource) => [resource.id, resource]))
  const partners = new Map<ResourceId, ResourceId[]>()
  for (const [a, b] of joins) {
    if (a === undefined || b === undefined) continue
    partners.set(a, [...(partners.get(a) ?? []), b])
    partners.set(b, [...(partners.get(b) ?? []), a])
  }
  const order: Resource[] = []
  for (const start of byName) {
    for (let at: Resource | undefined = start; at && left.delete(at.id);) {
      order.push(at)
      at = (partners.get(at.id) ?? []).map((id) => left.get(id)).find((next) => next !== undefined)
    }
  }
  return order
}
