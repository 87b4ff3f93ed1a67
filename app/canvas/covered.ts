// What is written on the canvas, and so must not be covered: cards with their tags, and the names of containers.
import { shownOn, type Box, type Design, type ResourceId } from '../library.ts'

const letter = 6.6

export function coveredOn(design: Design, boxes: ReadonlyMap<ResourceId, Box>): readonly Box[] {
  return [...boxes].flatMap(([id, box]): readonly Box[] => {
    const { name = '', kind = '', fields } = design.resources[id] ?? {}
    const shape = shownOn(design, id)
    // The tag of a card's groups stands over its upper border.
    if (shape === 'card') return [{ ...box, y: box.y - 8, height: box.height + 8 }]
    if (shape !== 'container') return [box]
    if (kind === 'availability-zone') {
      const width = name.length * 6 + 12
      return [{ x: box.x + (box.width - width) / 2, y: box.y - 5, width, height: 9 }]
    }
    const text = `${name} ${typeof fields?.['cidr'] === 'string' ? fields['cidr'] : ''}`
    const head = { y: box.y + 4, height: 20 }
    const word = kind === 'subnet' ? [{ ...head, x: box.x + box.width - 80, width: 80 }] : []
    return [{ ...head, x: box.x, width: 34 + text.length * letter }, ...word]
  })
}

/** The area that a box shares with others. */
export const overlap = (rect: Box, boxes: readonly Box[]): number =>
  boxes.reduce((sum, box) => sum + shared(rect, box), 0)

export function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
