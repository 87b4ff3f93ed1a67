// What is drawn of an answer, computed from it and the design alone: lines, numbers, labels, chips and blockers.
import { shownOn, type Answer, type Box, type Design, type ResourceId, type View } from '../../library.ts'
import type { ListedHop } from '../../store/index.ts'
import { coveredOn } from '../covered.ts'
import { chipsOf } from './chips-of.ts'
import { cutOf, split, stubOf } from './how-far.ts'
import { legTo } from './leg-to.ts'
import { marksOf } from './marks-of.ts'
import { offTags } from './off-tags.ts'
import { placeFlags } from './place-flags.ts'
import { placeLabels, type Ground } from './place-labels.ts'
import type { Boxes, Plan, Stop } from './plan-types.ts'
import { stopsOf } from './stops-of.ts'
import { wayOf, type Way } from './way.ts'

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

/** What labels keep off: cards, and the names of containers. */
function groundOf(ways: readonly Way[], design: Design, boxes: Boxes): Ground {
  const frameOf: Ground['frameOf'] = ({ id }) => {
    let at: ResourceId | null = id
    while (at !== null && design.resources[at]?.kind !== 'vpc') at = design.resources[at]?.parent ?? null
    return at === null ? null : (boxes.get(at) ?? null)
  }
  return { covered: coveredOn(design, boxes), lines: ways.flatMap((way) => way.segments), frameOf }
}
