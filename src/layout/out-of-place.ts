// What is wrong with a drawing: the invariant that tests hold every operation to.
import type { Box, Design } from '../design/design.ts'
import { bottom, near, right } from './boxes.ts'
import { drawingOf } from './drawing.ts'
import { shapeOf } from './shown-on.ts'

/** Sentences; none where every box lies inside its container and, with `apart`, no two in one container overlap. */
export function outOfPlace(design: Design, apart = true): readonly string[] {
  const drawing = drawingOf(design)
  const wrong: string[] = []
  for (const { id } of drawing.all) {
    const box = design.layout[id]
    if (!box) wrong.push(`${id} has no box`)
    const outer = drawing.around(id)
    const around = outer && design.layout[outer.id]
    if (box && around && !holds(around, box, shapeOf(design.resources[id]?.kind ?? '')))
      wrong.push(`${id} leaves ${outer.id}`)
  }
  if (!apart) return wrong
  for (const container of [null, ...drawing.all.map((resource) => resource.id)]) {
    const inside = drawing.inside(container)
    inside.forEach((a, i) => {
      for (const b of inside.slice(i + 1)) {
        const [x, y] = [design.layout[a.id], design.layout[b.id]]
        if (x && y && near(x, y)) wrong.push(`${a.id} overlaps ${b.id}`)
      }
    })
  }
  return wrong
}

function holds(outer: Box, box: Box, shape: string): boolean {
  const across = box.x >= 0 && right(box) <= outer.width
  if (shape === 'border-top') return across && box.y < 0 && bottom(box) > 0
  if (shape === 'border-bottom') return across && box.y < outer.height && bottom(box) > outer.height
  return across && box.y >= 0 && bottom(box) <= outer.height
}
