// A container that holds cards only, such as a subnet.
import type { Resource } from '../design/resource.ts'
import { gridSize, gridSlots } from './card-grid.ts'
import { insetOf } from './metrics.ts'
import type { Arranging, Plan } from './plan.ts'

export function planCards(arranging: Arranging, container: Resource): Plan {
  const cards = arranging.drawing.inside(container.id, 'card')
  const inset = insetOf(container.kind)
  return {
    size: gridSize(cards.length, inset),
    settle({ width }) {
      const slots = gridSlots(cards.length, inset, width)
      cards.forEach((card, i) => {
        const slot = slots[i]
        if (slot) arranging.boxes.set(card.id, slot)
      })
    },
  }
}
