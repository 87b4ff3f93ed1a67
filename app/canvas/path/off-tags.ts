// What comes to a card from above points at the tag on its border, not through the name on it.
import { groupsOnCard, type Box, type ResourceId, type View } from '../../library.ts'
import type { Boxes } from './plan-types.ts'
import { lengthOf, part, type Polyline } from './polyline.ts'

/** How far a tag stands over the border. */
const tagHeight = 8

export function offTags(line: Polyline, view: View, boxes: Boxes): Polyline {
  const end = line.at(-1)
  const wearsTag = ([id, box]: readonly [ResourceId, Box]) => {
    const above = end && Math.abs(end.y - box.y) < 1 && end.x > box.x && end.x < box.x + box.width
    const resource = above ? view.get(id) : undefined
    return resource !== undefined && groupsOnCard(view, resource).length > 0
  }
  return [...boxes].some(wearsTag) ? part(line, 0, lengthOf(line) - tagHeight) : line
}
