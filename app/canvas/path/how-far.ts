// How far the light gets: each way cut where the first blocker in its direction stands.
import type { Answer, Blocker, Design } from '../../library.ts'
import { borderAbove } from './border-above.ts'
import type { Boxes } from './plan-types.ts'
import { lengthOf, part, type Polyline } from './polyline.ts'
import { spottedAt } from './spotted-at.ts'
import { along, type Way } from './way.ts'

const firstBlocker = (way: Way, answer: Answer): Blocker | undefined =>
  answer.blockers.find((blocker) => blocker.direction === way.direction)

/** From the start of the way; Infinity where nothing stops it. */
export function cutOf(way: Way, answer: Answer, design: Design): number {
  const blocker = firstBlocker(way, answer)
  const spotted = blocker && spottedAt(way, blocker, design)
  if (!spotted) return Infinity
  // At a card the packet has come to it; only what starts there does not get out.
  return along(way, spotted.spot) ?? 0
}

/** What is lit, and what the packet was meant to take beyond. */
export function split(way: Way, cut: number): { lit: Polyline[]; beyond: Polyline[] } {
  const lit: Polyline[] = []
  const beyond: Polyline[] = []
  let before = 0
  for (const line of way.segments) {
    const length = lengthOf(line)
    if (before < cut) lit.push(part(line, 0, Math.min(length, cut - before)))
    if (before + length > cut) beyond.push(part(line, Math.max(0, cut - before), length))
    before += length
  }
  return { lit: lit.filter((line) => line.length > 1), beyond: beyond.filter((line) => line.length > 1) }
}

/** Blocked before there is anywhere to go: out of the card's side and up to the border that holds it back. */
export function stubOf(way: Way, answer: Answer, design: Design, boxes: Boxes): Polyline | null {
  const card = boxes.get(way.stops[0] ?? '')
  const blocker = firstBlocker(way, answer)
  if (!card || !blocker) return null
  const end = borderAbove(card, design.resources[way.stops[0] ?? '']?.parent ?? null, boxes)
  if (!end) return null
  return [
    { x: card.x + card.width, y: card.y + card.height - 30 },
    { x: end.x, y: card.y + card.height - 30 },
    end,
  ]
}
