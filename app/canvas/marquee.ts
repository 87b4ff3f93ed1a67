// What a rectangle drawn over the canvas selects: cards that it touches, and containers that it holds whole. It mostly
// begins inside some, and whoever draws it round two instances does not mean their VPC.
import { shownOn, type Box, type ResourceId } from '../library.ts'
import { useStore, type Point } from '../store/index.ts'
import { boxesOf } from './hit.ts'

export interface Marquee {
  /** Where it began, in the design's coordinates. */
  readonly from: Point
  /** What was selected already and stays so. */
  readonly before: readonly ResourceId[]
  readonly touched: ReadonlySet<ResourceId>
}

export function chosenBy({ from, before, touched }: Marquee, to: Point): readonly ResourceId[] {
  const { design } = useStore.getState()
  const boxes = boxesOf(design)
  const chosen = [...touched].filter((id) => {
    const box = boxes.get(id)
    return shownOn(design, id) !== 'container' || (box !== undefined && holdsWhole(from, to, box))
  })
  return [...new Set([...before, ...chosen])]
}

function holdsWhole(a: Point, b: Point, box: Box): boolean {
  return (
    Math.min(a.x, b.x) <= box.x &&
    Math.min(a.y, b.y) <= box.y &&
    Math.max(a.x, b.x) >= box.x + box.width &&
    Math.max(a.y, b.y) >= box.y + box.height
  )
}
