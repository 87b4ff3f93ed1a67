import type { Box, ResourceId } from '../../library.ts'
import type { Point } from '../../store/index.ts'
import type { Boxes } from './plan-types.ts'

/** Where a card without a line would meet the border of what it stands in, if that is drawn. */
export function borderAbove(card: Box, parent: ResourceId | null, boxes: Boxes): Point | null {
  const around = parent === null ? undefined : boxes.get(parent)
  return around ? { x: card.x + card.width + 6, y: around.y } : null
}
