import type { Box } from '../../design/design.ts'
import type { Resource } from '../../design/resource.ts'
import { headReach } from '../../layout/borders.ts'
import { dim, icon, type Context } from './drawing-context.ts'
import { detailOf, type Standing } from './facts.ts'
import { fitted, text, widthOf, phrase } from './letters.ts'
import type { ColourName } from './palette.ts'
import { element } from './xml.ts'

const looks: Readonly<Record<string, 'region' | 'vpc' | 'az'>> = {
  region: 'region',
  vpc: 'vpc',
  'availability-zone': 'az',
}

const glyphs: Readonly<Record<Standing['tone'], string>> = {
  public: 'M4.5 10.5v-8M2 5l2.5-2.5L7 5M9.5 3.5v8M7 9l2.5 2.5L12 9',
  private: 'M7 12V2.5M3.5 6 7 2.5 10.5 6',
  isolated: 'M2.2 7a4.8 4.8 0 1 0 9.6 0a4.8 4.8 0 1 0-9.6 0M6.5 7h1',
}

/** A box that holds others: its sheet, its head, and what it was computed to be. */
export function drawContainer(context: Context, resource: Resource, box: Box): string {
  const { colour } = context
  const standing = context.standing(resource.id)
  const look = looks[resource.kind] ?? standing?.tone ?? 'isolated'
  const [line, ink] = [colour(`${look}-line`), colour(`${look}-ink`)]
  const dashed = look === 'region' || look === 'az'
  const sheet = element('path', {
    d: outline(box, look === 'vpc' ? 8 : 6, look !== 'az'),
    fill: colour(`${look}-tint` as ColourName),
    stroke: line,
    'stroke-width': dashed ? 1 : 1.25,
    'stroke-dasharray': dashed ? '4 3' : undefined,
    opacity: context.dimmed(resource.id) && look !== 'vpc' ? 0.45 : undefined,
  })
  const opacity = context.dimmed(resource.id) ? dim : undefined
  if (look === 'az') return sheet + caption(context, resource, box, ink, opacity)
  return sheet + element('g', { opacity }, headOf(context, resource, box, ink, standing))
}

/** Round corners, but square where the icon sits. */
function outline({ x, y, width, height }: Box, r: number, square: boolean): string {
  const start = square ? `M${x} ${y}` : `M${x} ${y + r}a${r} ${r} 0 0 1 ${r}-${r}`
  return `${start}H${x + width - r}a${r} ${r} 0 0 1 ${r} ${r}V${y + height - r}a${r} ${r} 0 0 1-${r} ${r}H${x + r}a${r} ${r} 0 0 1-${r}-${r}Z`
}

const leastName = 40

function headOf(
  context: Context,
  resource: Resource,
  box: Box,
  ink: string,
  standing: Standing | null,
): string {
  const name = { size: 12, weight: 600 }
  const code = { size: 11, mono: true }
  const word = { size: 12, weight: 500 }
  const wordWidth = standing ? widthOf(standing.word, word) + 38 : 8
  const from = box.x + 29
  const inside = context.view.children(resource.id).flatMap(({ id }) => context.view.design.layout[id] ?? [])
  const room = Math.max(20, headReach(inside, box.width) - 29 - wordWidth)
  const detail = detailOf(resource)
  // Half an address is a wrong one: a long name gives way, as far as something of it can be read.
  const left = room - widthOf(detail, code) - 8
  const fits = left >= Math.min(leastName, widthOf(resource.name, name))
  const shown = fitted(resource.name, fits ? left : room, name)
  const right = box.x + box.width - 10
  return [
    icon(context, resource.kind, standing?.tone ?? null, box.x, box.y, 22),
    phrase(from, box.y + 18, [
      [shown, name, ink],
      ...(fits && detail !== '' ? [[detail, code, context.colour('ink2')] as const] : []),
    ]),
    standing ? text(right, box.y + 18, standing.word, word, ink, { 'text-anchor': 'end' }) : '',
    standing ? glyph(standing.tone, right - widthOf(standing.word, word) - 18, box.y + 7.5, ink) : '',
  ].join('')
}

function glyph(tone: Standing['tone'], x: number, y: number, ink: string): string {
  const stroke = {
    fill: 'none',
    stroke: ink,
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  return element('path', { d: glyphs[tone], transform: `translate(${x} ${y}) scale(.93)`, ...stroke })
}

/** A zone's name stands in the middle of its upper border, on a ground that hides the dashes, also where the name is dim. */
function caption(
  { colour }: Context,
  resource: Resource,
  box: Box,
  ink: string,
  opacity: number | undefined,
): string {
  const type = { size: 11, weight: 500 }
  const shown = fitted(resource.name, box.width - 40, type)
  const width = widthOf(shown, type) + 16
  const middle = box.x + box.width / 2
  return (
    element('rect', { x: middle - width / 2, y: box.y - 8, width, height: 16, fill: colour('vpc-tint') }) +
    text(middle, box.y + 4, shown, type, ink, { 'text-anchor': 'middle', opacity })
  )
}
