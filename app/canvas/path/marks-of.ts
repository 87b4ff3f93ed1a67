// The numbers of the hops: on the cards that a way stops at, and beside the borders that it crosses.
import { namePart, type Answer, type Box, type Design, type ResourceId, type Step } from '../../library.ts'
import type { ListedHop, Point } from '../../store/index.ts'
import type { Draft } from './place-labels.ts'
import type { Boxes, Mark } from './plan-types.ts'
import type { Polyline } from './polyline.ts'
import type { Spot, Way } from './way.ts'

export function marksOf(
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
