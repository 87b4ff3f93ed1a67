import type { Box } from '../../design/design.ts'
import type { Resource } from '../../design/resource.ts'
import { dim, icon, type Context } from './drawing-context.ts'
import { addressOnCard, captionOf, groupsOnCard } from '../../kinds/card-facts.ts'
import type { Access } from './facts.ts'
import { fitted, text, widthOf } from './letters.ts'
import type { ColourName } from './palette.ts'
import { element } from './xml.ts'

const name = { size: 12, weight: 600 }
const code = { size: 11, mono: true }
const small = { size: 11 }
const badge = { size: 10, weight: 600 }

/** A resource in a subnet, or, where it is low, a gateway or something outside. */
export function drawCard(context: Context, resource: Resource, box: Box): string {
  const content = box.height > 60 ? tall(context, resource, box) : low(context, resource, box)
  const [dimmed, traced] = [context.dimmed(resource.id), context.traced(resource.id)]
  const { colour } = context
  const sheet = { x: box.x + 0.5, width: box.width - 1, height: box.height - 1, rx: 8 }
  // The card itself stays opaque, so that no line shows through.
  return (
    (traced
      ? element('rect', {
          ...sheet,
          y: box.y + 0.5,
          fill: 'none',
          stroke: colour('lightHalo'),
          'stroke-width': 8,
        })
      : element('rect', { ...sheet, y: box.y + 1.5, fill: colour('shade') })) +
    element('rect', {
      ...sheet,
      y: box.y + 0.5,
      fill: colour('surface'),
      stroke: colour(traced ? 'lightEdge' : dimmed ? 'line' : 'lineStrong'),
      'stroke-width': traced ? 1.5 : undefined,
    }) +
    element('g', { opacity: dimmed ? dim : undefined }, content)
  )
}

function tall(context: Context, resource: Resource, box: Box): string {
  const { colour, view } = context
  const middle = box.x + box.width / 2
  const centred = { 'text-anchor': 'middle' }
  const address = addressOnCard(view, resource)
  return [
    icon(context, resource.kind, null, middle - 16, box.y + 11, 32),
    text(middle, box.y + 60, fitted(resource.name, box.width - 8, name), name, colour('ink'), centred),
    address === ''
      ? ''
      : text(middle, box.y + 75, fitted(address, box.width - 4, code), code, colour('ink'), centred),
    internetBadge(context, context.access(resource.id), box),
    groupTag(context, resource, box),
  ].join('')
}

function low(context: Context, resource: Resource, box: Box): string {
  const { colour } = context
  const from = box.x + 46
  const room = box.width - 46 - 6
  return [
    icon(context, resource.kind, null, box.x + 8, box.y + (box.height - 30) / 2, 30),
    text(from, box.y + box.height / 2 - 3, fitted(resource.name, room, name), name, colour('ink')),
    text(from, box.y + box.height / 2 + 12, fitted(captionOf(resource), room, small), small, colour('ink3')),
  ].join('')
}

/** The first group by name, the others counted, over the top border. */
function groupTag({ colour, view }: Context, resource: Resource, box: Box): string {
  const groups = groupsOnCard(view, resource)
  const [first] = groups
  if (!first) return ''
  const more = groups.length > 1 ? ` +${groups.length - 1}` : ''
  const shown = fitted(first.name, box.width - 28 - widthOf(more, badge), badge) + more
  const ink = colour(`group-${first.colour}` as ColourName)
  const [x, y] = [box.x + 4, box.y - 8]
  return (
    element('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: widthOf(shown, badge) + 24,
      height: 15,
      rx: 4,
      fill: colour('surface'),
      stroke: ink,
    }) +
    element('path', {
      d: 'M6 .5 11 2.3v3.5C11 8.7 8.9 10.8 6 11.7 3.1 10.8 1 8.7 1 5.8V2.3z',
      transform: `translate(${x + 5} ${y + 3.5}) scale(.75)`,
      fill: ink,
    }) +
    text(x + 17, y + 11.5, shown, badge, ink)
  )
}

/** Left whether it reaches the internet, right whether the internet reaches it: an arrow, a dash, or what is not known. */
function internetBadge({ colour }: Context, access: Access | null, box: Box): string {
  if (!access) return ''
  const [x, y] = [box.x + box.width - 29, box.y + 13]
  const slot = (verdict: Access['out'], up: boolean, at: number) => {
    const known = verdict !== 'blocked' && verdict !== 'unknown'
    const arrow = up ? 'M4.5 10.5V1.8M1.3 5 4.5 1.8 7.7 5' : 'M4.5 1.5v8.7M1.3 7 4.5 10.2 7.7 7'
    const other =
      verdict === 'blocked' ? 'M2.3 6h4.4' : 'M2.8 4.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.2M4.5 9v.1'
    return element('path', {
      d: known ? arrow : other,
      transform: `translate(${at} ${y + 3.5})`,
      fill: 'none',
      stroke: colour(known ? (up ? 'reachable' : 'oneWay') : 'ink3'),
      'stroke-width': known ? 1.9 : 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'stroke-dasharray': verdict === 'one-way' ? '1.6 1.8' : undefined,
    })
  }
  return (
    element('rect', { x, y, width: 25, height: 19, rx: 4, fill: colour('sunken') }) +
    slot(access.out, true, x + 2.5) +
    slot(access.in, false, x + 13.5)
  )
}
