// What is drawn of an answer, computed from it and the design alone: lines, numbers, labels, chips and blockers.
import {
  groupsOnCard,
  namePart,
  shownOn,
  type Answer,
  type Blocker,
  type Box,
  type Design,
  type ResourceId,
  type Step,
  type View,
} from '../../library.ts'
import type { ListedHop, Point } from '../../store/index.ts'
import { changedParts } from '../../trace/words.ts'
import { coveredOn } from '../covered.ts'
import { blockerWords } from './words.ts'
import { placeFlags, type StopDraft } from './place-flags.ts'
import { placeLabels, type Draft, type Ground } from './place-labels.ts'
import { lengthOf, part, type Polyline } from './polyline.ts'
import { along, leaves, wayOf, type Spot, type Way } from './way.ts'

export interface Mark {
  /** Index in the list of hops. */
  readonly index: number
  readonly number: number
  readonly direction: ListedHop['direction']
  readonly at: Point
  /** Beside a crossing: the rule that decided there, on the outer side of its number. */
  readonly label: string
  readonly side: 'left' | 'right'
}

export interface Stop {
  readonly at: Point
  readonly words: string
  /** The flag with the words; from `at`. */
  readonly flag: Box
  /** Whether it brings the octagon along. */
  readonly first: boolean
  readonly unknown: boolean
  readonly index: number
}

export interface Chip {
  readonly index: number
  readonly direction: ListedHop['direction']
  readonly what: string
  readonly from: string
  readonly to: string
  readonly at: Point
}

export interface Plan {
  /** The cards that the request stops at. */
  readonly way: readonly ResourceId[]
  readonly request: readonly Polyline[]
  readonly intended: readonly Polyline[]
  readonly reply: readonly Polyline[]
  readonly marks: readonly Mark[]
  readonly stops: readonly Stop[]
  readonly chips: readonly Chip[]
  /** Per hop, the piece of line that leads to it from the hop before; empty where there is none. */
  readonly legs: readonly Polyline[]
}

type Boxes = ReadonlyMap<ResourceId, Box>

export function planOf(
  answer: Answer,
  hops: readonly ListedHop[],
  design: Design,
  boxes: Boxes,
  view: View,
): Plan {
  const isCard = (id: ResourceId) => shownOn(design, id) !== 'container'
  const of = (direction: ListedHop['direction']) => hops.filter((hop) => hop.direction === direction)
  const asked = wayOf(design, boxes, of('request'), isCard, undefined)
  const answered = answer.reply ? wayOf(design, boxes, of('reply'), isCard, asked.stops.at(-1)) : null
  // A reply to what never arrived is not drawn; only what would stop it is marked.
  const ways = answered && answer.delivered ? [asked, answered] : [asked]
  const ground = groundOf(ways, design, boxes)
  const stops = placeFlags(stopsOf(answered ? [asked, answered] : [asked], answer, design, boxes), ground)
  const cut = ways.map((way) => cutOf(way, answer, design))
  const lines = ways.map((way, i) => split(way, cut[i] ?? Infinity))
  const [request, reply] = lines
  const stub = asked.segments.length === 0 ? stubOf(asked, answer, design, boxes) : null
  return {
    way: asked.stops,
    request: [...(request?.lit ?? []), ...(stub ? [stub] : [])].map((line) => offTags(line, view, boxes)),
    intended: lines.flatMap((line) => line.beyond),
    reply: (reply?.lit ?? []).map((line) => offTags(line, view, boxes)),
    marks: placeLabels(
      ways.flatMap((way) => marksOf(way, answer, design, boxes, hops)),
      { ...ground, covered: [...ground.covered, ...stops.map(flagBox)] },
    ),
    stops,
    chips: ways.flatMap((way) => chipsOf(way, boxes, hops)),
    legs: hops.map((hop) => legTo(ways, hop)),
  }
}

const flagBox = ({ at, flag }: Stop): Box => ({ ...flag, x: at.x + flag.x, y: at.y + flag.y })

const firstBlocker = (way: Way, answer: Answer): Blocker | undefined =>
  answer.blockers.find((blocker) => blocker.direction === way.direction)

/** How far the light gets. */
function cutOf(way: Way, answer: Answer, design: Design): number {
  const blocker = firstBlocker(way, answer)
  const spotted = blocker && spottedAt(way, blocker, design)
  if (!spotted) return Infinity
  // At a card the packet has come to it; only what starts there does not get out.
  return along(way, spotted.spot) ?? 0
}

/** Where a blocker stands. What a card sends out is judged at the border of its subnet. */
function spottedAt(way: Way, blocker: Blocker, design: Design): Way['spots'][number] | undefined {
  const found = way.spots.find(({ hop }) => hop.index === blocker.hop)
  if (found?.spot.on !== 'card' || design.resources[blocker.cause.resource]?.kind !== 'network-acl')
    return found
  const subnet = design.resources[found.spot.id]?.parent
  const crossed = subnet ? way.crossing(subnet, true, found.spot.stop) : null
  return crossed ? { ...found, spot: crossed } : found
}

function split(way: Way, cut: number): { lit: Polyline[]; beyond: Polyline[] } {
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

/** What comes to a card from above points at the tag on its border, not through the name on it. */
function offTags(line: Polyline, view: View, boxes: Boxes): Polyline {
  const end = line.at(-1)
  const wearsTag = ([id, box]: readonly [ResourceId, Box]) => {
    const resource = view.get(id)
    const above = end && Math.abs(end.y - box.y) < 1 && end.x > box.x && end.x < box.x + box.width
    return above && resource !== undefined && groupsOnCard(view, resource).length > 0
  }
  return [...boxes].some(wearsTag) ? part(line, 0, lengthOf(line) - tagHeight) : line
}

/** How far it stands over the border. */
const tagHeight = 8

/** Blocked before there is anywhere to go: out of the card's side and up to the border that holds it back. */
function stubOf(way: Way, answer: Answer, design: Design, boxes: Boxes): Polyline | null {
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

function borderAbove(card: Box, parent: ResourceId | null, boxes: Boxes): Point | null {
  const around = parent === null ? undefined : boxes.get(parent)
  return around ? { x: card.x + card.width + 6, y: around.y } : null
}

function stopsOf(ways: readonly Way[], answer: Answer, design: Design, boxes: Boxes): StopDraft[] {
  const found: StopDraft[] = []
  for (const way of ways)
    for (const blocker of answer.blockers) {
      if (blocker.direction !== way.direction) continue
      const spotted = spottedAt(way, blocker, design)
      const at = spotted && pointOf(spotted.spot, way, blocker, design, boxes)
      if (!at) continue
      // What is stopped where something else is already has a flag of its own at the same octagon.
      const same = found.find((stop) => Math.hypot(stop.at.x - at.x, stop.at.y - at.y) < 24)
      // What stops the reply as it stopped the request, such as a machine that is off, is told once.
      if (same && answer.blockers.some((other) => other !== blocker && isAlike(other, blocker))) continue
      found.push({
        at: same?.at ?? at,
        words: blockerWords(blocker, design),
        side:
          spotted.spot.on === 'border' && !leaves(spotted.hop) && way.direction === 'request'
            ? 'left'
            : 'right',
        container: spotted.spot.id,
        first: same === undefined,
        unknown: blocker.disposition === 'not-modelled',
        index: spotted.hop.number - 1,
      })
    }
  return found
}

const isAlike = (a: Blocker, b: Blocker) =>
  a.reason.code === b.reason.code && a.cause.resource === b.cause.resource && a.cause.part === b.cause.part

/** On the border it closes; for a card, where the path would leave it or has come to it. */
function pointOf(spot: Spot, way: Way, blocker: Blocker, design: Design, boxes: Boxes): Point | null {
  if (spot.on === 'border') return spot.point
  if (spot.on === 'card') {
    const first = spot.stop === 0
    const line = way.segments[first ? 0 : spot.stop - 1]
    if (line) return (first ? line[0] : line.at(-1)) ?? null
  }
  const card = boxes.get(way.stops.at(-1) ?? '')
  const at = boxes.get(blocker.at.resource)
  if (card && shownOn(design, blocker.at.resource) !== 'container' && at)
    return { x: at.x + at.width, y: at.y + at.height / 2 }
  return card ? borderAbove(card, design.resources[way.stops.at(-1) ?? '']?.parent ?? null, boxes) : null
}

function marksOf(
  way: Way,
  answer: Answer,
  design: Design,
  boxes: Boxes,
  hops: readonly ListedHop[],
): Draft[] {
  const marks: Draft[] = []
  for (const { hop, spot } of way.spots) {
    if (hop.beyond) continue
    const index = hops.indexOf(hop)
    const base = { index, number: hop.number, direction: way.direction }
    if (spot.on === 'card') {
      const box = boxes.get(spot.id)
      if (!box) continue
      marks.push({
        mark: { ...base, at: onCard(box, hops, hop, way.segments), label: '', side: 'left' },
        border: null,
      })
      // What a card sends out is judged at the border of its subnet.
      const filter = hop.hop.steps.find(
        (step) =>
          step.kind === 'filter' &&
          step.direction === 'outbound' &&
          step.action === 'allow' &&
          isAcl(step, design),
      )
      const container = design.resources[spot.id]?.parent
      const crossed = filter && container && spot.stop > 0 ? way.crossing(container, true, spot.stop) : null
      if (filter && crossed?.on === 'border') marks.push(beside(base, crossed, labelOf(filter, design)))
    }
    if (spot.on === 'border') {
      const step = decisive(hop)
      // Where it is stopped, the flag says so; the number would only stand in its way.
      if (
        step &&
        !answer.blockers.some((blocker) => blocker.direction === way.direction && blocker.hop === hop.index)
      )
        marks.push(beside(base, spot, labelOf(step, design)))
    }
  }
  return marks
}

const beside = (
  base: Pick<Mark, 'index' | 'number' | 'direction'>,
  border: Extract<Spot, { on: 'border' }>,
  label: string,
): Draft => ({ mark: { ...base, at: border.point, label, side: 'left' }, border })

/** What labels keep off: cards, and the names of containers. */
function groundOf(ways: readonly Way[], design: Design, boxes: Boxes): Ground {
  const frameOf: Ground['frameOf'] = ({ id }) => {
    let at: ResourceId | null = id
    while (at !== null && design.resources[at]?.kind !== 'vpc') at = design.resources[at]?.parent ?? null
    return at === null ? null : (boxes.get(at) ?? null)
  }
  return { covered: coveredOn(design, boxes), lines: ways.flatMap((way) => way.segments), frameOf }
}

/** Numbers stand on the left border of a card, in the order of the hops. */
function onCard(box: Box, hops: readonly ListedHop[], hop: ListedHop, lines: readonly Polyline[]): Point {
  const here = hops.filter((other) => !other.beyond && other.hop.at.resource === hop.hop.at.resource)
  const place = here.indexOf(hop)
  if (box.height <= 60)
    return { x: box.x, y: box.y + (here.length === 1 ? box.height / 2 : 11.5) + place * 20 }
  // Above and beneath an arrow that comes in at that border.
  const entered = lines.some((line) =>
    [line[0], line.at(-1)].some(
      (end) => end && Math.abs(end.x - box.x) < 1 && end.y > box.y && end.y < box.y + box.height,
    ),
  )
  return { x: box.x, y: box.y + (entered ? 20 + place * 56 : 25 + place * 23) }
}

/** The step that is written beside a crossing: where it was routed, or else what let it pass. */
function decisive({ hop }: ListedHop): Step | undefined {
  return (
    hop.steps.find((step) => step.kind === 'route' && step.route !== 'none') ??
    hop.steps.find((step) => step.kind === 'filter')
  )
}

const isAcl = (step: Step, design: Design) =>
  step.kind === 'filter' &&
  step.filters.some((filter) => design.resources[filter.resource]?.kind === 'network-acl')

function labelOf(step: Step, design: Design): string {
  const name = (id: ResourceId) => design.resources[id]?.name ?? id
  if (step.kind === 'route')
    return step.route === 'none'
      ? name(step.table.resource)
      : `${name(step.table.resource)} ${namePart(step.route, design)}`
  if (step.kind !== 'filter') return ''
  const way = step.direction === 'inbound' ? 'in' : 'out'
  const filter = step.filters[0]
  if (step.rule === 'default') return `${filter ? name(filter.resource) : ''} ${way} *`
  return `${name(step.rule.resource)} ${way} ${namePart(step.rule, design).replace(/^rule /, '')}`
}

/** What a gateway changed in the header, beside it; a card in a subnet has no room and shows its new address itself. */
function chipsOf(way: Way, boxes: Boxes, hops: readonly ListedHop[]): Chip[] {
  return way.spots.flatMap(({ hop, spot }) => {
    const box = spot.on === 'card' ? boxes.get(spot.id) : undefined
    if (!box || box.height > 60 || hop.beyond || spot.on !== 'card') return []
    const changes = hop.hop.steps.flatMap((step) =>
      step.kind === 'translate' ? changedParts(step.before, step.after) : [],
    )
    return changes.map(({ what, from, to }, i) => ({
      index: hops.indexOf(hop),
      direction: way.direction,
      what,
      from,
      to,
      at: { x: box.x + box.width + 14, y: box.y + (way.direction === 'request' ? -4 : 26) + i * 24 },
    }))
  })
}

function legTo(ways: readonly Way[], hop: ListedHop): Polyline {
  const way = ways.find(({ direction }) => direction === hop.direction)
  if (!way || hop.beyond) return []
  const at = way.spots.findIndex((each) => each.hop === hop)
  const spot = way.spots[at]?.spot
  const to = spot && along(way, spot)
  if (to === null || to === undefined) return []
  let from = 0
  for (const { spot: earlier } of way.spots.slice(0, at)) from = along(way, earlier) ?? from
  return to - from < 1 ? [] : stretch(way, from, to)
}

/** Part of all segments; the gaps where cards stand have no length, as the dot passes beneath the card. */
function stretch(way: Way, from: number, to: number): Polyline {
  let before = 0
  return way.segments.flatMap((line) => {
    const length = lengthOf(line)
    const piece =
      before < to && before + length > from
        ? part(line, Math.max(0, from - before), Math.min(length, to - before))
        : []
    before += length
    return piece
  })
}
