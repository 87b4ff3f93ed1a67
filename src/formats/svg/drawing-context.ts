import type { ResourceId } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Access, Standing } from './facts.ts'
import type { Palette } from './palette.ts'
import { element } from './xml.ts'

/** What every part of the picture is drawn with. */
export interface Context {
  readonly view: View
  readonly colour: Palette
  readonly standing: (id: ResourceId) => Standing | null
  readonly access: (id: ResourceId) => Access | null
  /** A data URI, or the markup of an SVG of ours that takes the ink's colour; null: the first letters of its name. */
  readonly icon: (kind: string, tone: Standing['tone'] | null) => string | null
  /** A stop of the path of light. */
  readonly traced: (id: ResourceId) => boolean
  /** Shown at 30 %, because it is not on the path that was asked about. */
  readonly dimmed: (id: ResourceId) => boolean
}

export const dim = 0.3

export function icon(
  context: Context,
  kind: string,
  tone: Standing['tone'] | null,
  x: number,
  y: number,
  size: number,
): string {
  const found = context.icon(kind, tone)
  if (found === null) return ownGlyph(context, kind, x, y, size)
  if (found.trimStart().startsWith('<svg')) {
    const open = found
      .trimStart()
      .replace(
        '<svg',
        `<svg x="${x}" y="${y}" width="${size}" height="${size}" color="${context.colour('ink2')}"`,
      )
    return open
  }
  return element('image', { x, y, width: size, height: size, href: found })
}

/** For the outside a globe, in ink so that it is seen in the dark too; for all else a plain tile. */
function ownGlyph({ colour }: Context, kind: string, x: number, y: number, size: number): string {
  const stroke = { fill: 'none', stroke: colour('ink2'), 'stroke-width': 1.5 }
  if (kind !== 'internet')
    return element('rect', { x: x + 3, y: y + 3, width: size - 6, height: size - 6, rx: 4, ...stroke })
  const [cx, cy, r] = [x + size / 2, y + size / 2, size * 0.32]
  return (
    element('circle', { cx, cy, r, ...stroke }) +
    element('ellipse', { cx, cy, rx: r * 0.45, ry: r, ...stroke }) +
    element('path', { d: `M${cx - r} ${cy}H${cx + r}`, ...stroke })
  )
}
