// A VPC: its zones as columns, and in every column the same tier at the same height.
import type { Resource } from '../design/resource.ts'
import { shifted } from './boxes.ts'
import { cardsOf, columnsOf, innerWidth, rowsOf } from './columns.ts'
import { flowCards } from './flow.ts'
import { gutter, insetOf, zoneGap } from './metrics.ts'
import type { Arranging, Plan } from './plan.ts'
import { tierRows } from './tiers.ts'

export function planColumns(arranging: Arranging, vpc: Resource): Plan {
  const { drawing, boxes } = arranging
  const inset = insetOf(vpc.kind)
  const columns = columnsOf(arranging, vpc)
  const tiers = tierRows(
    arranging.view,
    columns.map((column) => column.subnets),
  )
  const plans = new Map([...tiers.keys()].map((id) => [id, planOf(arranging, id)]))
  const rows = rowsOf(columns, tiers, plans)
  const widths = columns.map((column) => column.inset.left + innerWidth(column, plans) + column.inset.right)
  const width = widths.reduce((total, wide) => total + wide + zoneGap, -zoneGap)
  const height = Math.max(0, ...columns.map((column) => column.inset.top + rows.height + column.inset.bottom))
  const loose = flowCards(drawing.inside(vpc.id, 'card'), width)

  return {
    size: {
      width: inset.left + Math.max(width, loose.size.width) + inset.right,
      height: inset.top + height + (loose.boxes.length > 0 ? gutter + loose.size.height : 0) + inset.bottom,
    },
    settle(final) {
      let x = inset.left
      // Where the gateways on its border need a wider VPC, its columns fill it.
      const spare = Math.max(0, final.width - inset.left - width - inset.right)
      columns.forEach((column, i) => {
        const more = Math.floor((spare * (i + 1)) / columns.length) - Math.floor((spare * i) / columns.length)
        const outer = { x, y: inset.top, width: (widths[i] ?? 0) + more, height }
        const from = column.zone ? { x: 0, y: 0 } : outer
        if (column.zone) boxes.set(column.zone.id, outer)
        for (const { id } of column.subnets) {
          const row = tiers.get(id) ?? 0
          const size = { width: innerWidth(column, plans) + more, height: rows.heights[row] ?? 0 }
          const y = column.inset.top + (rows.tops[row] ?? 0)
          boxes.set(id, { x: from.x + column.inset.left, y: from.y + y, ...size })
          plans.get(id)?.settle(size)
        }
        const cards = cardsOf(column, plans).boxes
        put(
          arranging,
          column.cards,
          cards.map((box) => shifted(box, column.inset.left, column.inset.top + rows.below)),
        )
        x += outer.width + zoneGap
      })
      put(
        arranging,
        drawing.inside(vpc.id, 'card'),
        loose.boxes.map((box) => shifted(box, inset.left, inset.top + height + gutter)),
      )
    },
  }
}

function planOf(arranging: Arranging, id: string): Plan {
  const resource = arranging.drawing.design.resources[id]
  if (!resource) throw new Error(`resource ${id}`)
  return arranging.plan(resource)
}

/** Gives each resource the box of the same place in the list. */
export function put(
  { boxes }: Arranging,
  resources: readonly Resource[],
  places: readonly ReturnType<typeof shifted>[],
): void {
  resources.forEach((resource, i) => {
    const box = places[i]
    if (box) boxes.set(resource.id, box)
  })
}
