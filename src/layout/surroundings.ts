// What a path between two stops has to mind: cards in its way, borders it crosses, heads it should not cover.
import type { Box } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { bottom, near, right } from './boxes.ts'
import type { Drawing } from './drawing.ts'
import { headEnd } from './head-text.ts'
import { head, insetOf, overhang } from './metrics.ts'
import { shapeOf } from './shown-on.ts'

export interface Surroundings {
  readonly from: Box
  readonly to: Box
  /** Everything but containers and the two stops. */
  readonly obstacles: readonly Box[]
  readonly containers: readonly Border[]
  /** Boxes along whose sides the path may run, and how far from them. */
  readonly guides: readonly { readonly box: Box; readonly gap: Gap; readonly above: number }[]
}

interface Border {
  readonly id: ResourceId
  readonly box: Box
  /** Whether exactly one of the stops is inside: then the path has to cross it. */
  readonly mustCross: boolean
  /** How far down from the upper border its name, and the tags of its cards, stand. */
  readonly band: number
  /** Where along the upper border names stand. */
  readonly names: readonly (readonly [from: number, to: number])[]
}

interface Gap {
  readonly x: number
  readonly y: number
}

/** Of a subnet's computed word with its glyph. */
const word = 80

type Boxes = ReadonlyMap<ResourceId, Box>

export function surroundingsOf(
  drawing: Drawing,
  boxes: Boxes,
  from: ResourceId,
  to: ResourceId,
): Surroundings | null {
  const [a, b] = [boxes.get(from), boxes.get(to)]
  if (!a || !b) return null
  const [aroundA, aroundB] = [containersAround(drawing, from), containersAround(drawing, to)]
  const area = areaOf(
    boxes,
    a,
    b,
    [...aroundA].find((id) => aroundB.has(id)),
  )
  const within = drawing.all.flatMap((resource) => {
    const box = boxes.get(resource.id)
    return box && near(box, area) ? [{ resource, box, shape: shapeOf(resource.kind) }] : []
  })
  const shared = [...aroundA].filter((id) => aroundB.has(id))
  const [common = null, ...beyond] = shared
  const outer = new Set<ResourceId | null>(common === null ? [] : [null, ...beyond])
  const familiar = new Set<ResourceId | null>([null, ...aroundA, ...aroundB].filter((id) => !outer.has(id)))
  return {
    from: a,
    to: b,
    obstacles: within
      .filter(({ resource, shape }) => shape !== 'container' && resource.id !== from && resource.id !== to)
      .map(({ box }) => box),
    containers: within
      .filter(({ shape }) => shape === 'container')
      .map(({ resource, box }) => ({
        id: resource.id,
        box,
        mustCross: aroundA.has(resource.id) !== aroundB.has(resource.id),
        band: bandOf(drawing, resource),
        names: namesOf(resource, box),
      })),
    // Gutters of containers that hold neither stop are of no use: a path does not turn inside them.
    guides: within
      .filter(({ resource }) => familiar.has(drawing.around(resource.id)?.id ?? null))
      .map(({ resource, box, shape }) => {
        const gap = shape === 'container' ? { x: 10, y: 18 } : { x: 10, y: 10 }
        const room = box.y - (boxes.get(drawing.around(resource.id)?.id ?? '')?.y ?? -Infinity)
        // Where the container around begins close above, its name may hang down from its border.
        return { box, gap, above: shape === 'container' && room > 0 && room < 30 ? room * 0.4 : gap.y }
      }),
  }
}

/** A path stays in the innermost container that holds both stops; without one, in the neighbourhood of the two. */
function areaOf(boxes: Boxes, a: Box, b: Box, common: ResourceId | undefined): Box {
  const inside = boxes.get(common ?? '')
  const reach = 160
  const x = Math.min(a.x, b.x) - reach
  const y = Math.min(a.y, b.y) - reach
  const nearby = {
    x,
    y,
    width: Math.max(right(a), right(b)) + reach - x,
    height: Math.max(bottom(a), bottom(b)) + reach - y,
  }
  if (!inside) return nearby
  // A gateway on the border of the container stands half outside.
  const left = Math.max(nearby.x, inside.x - overhang)
  const top = Math.max(nearby.y, inside.y - overhang)
  return {
    x: left,
    y: top,
    width: Math.min(right(nearby), right(inside) + overhang) - left,
    height: Math.min(bottom(nearby), bottom(inside) + overhang) - top,
  }
}

export function containersAround(drawing: Drawing, id: ResourceId): ReadonlySet<ResourceId> {
  const all = new Set<ResourceId>()
  for (let outer = drawing.around(id); outer && !all.has(outer.id); outer = drawing.around(outer.id))
    all.add(outer.id)
  return all
}

/** A zone's name is centred; others stand at the left with a CIDR or the like, a subnet's word at the right. */
function namesOf(resource: Resource, box: Box): Border['names'] {
  if (resource.kind === 'availability-zone') {
    const half = resource.name.length * 3 + 4
    return [[box.x + box.width / 2 - half, box.x + box.width / 2 + half]]
  }
  const left = [box.x, Math.min(right(box), box.x + headEnd(resource))] as const
  return resource.kind === 'subnet' ? [left, [right(box) - word, right(box)]] : [left]
}

function bandOf(drawing: Drawing, { id, kind }: Resource): number {
  if (kind === 'availability-zone') return 8
  return drawing.inside(id, 'container').length > 0 ? head : insetOf(kind).top
}
