// The whole design as a picture: one self-contained file, the same for the same design, written without a browser.
import type { Box, Design } from '../../design/design.ts'
import type { ResourceId } from '../../design/resource.ts'
import { absoluteBoxes } from '../../layout/absolute-boxes.ts'
import { attachmentsOf } from '../../layout/attachments.ts'
import { around } from '../../layout/boxes.ts'
import { drawingOf } from '../../layout/drawing.ts'
import type { Size } from '../../layout/metrics.ts'
import { shapeOf } from '../../layout/shown-on.ts'
import { writeDesign } from '../json/index.ts'
import { designElement } from './design-in-svg.ts'
import { drawCard } from './draw-card.ts'
import { drawContainer } from './draw-container.ts'
import { drawLines, drawMarks, type PictureOfTrace } from './draw-path.ts'
import type { Context } from './drawing-context.ts'
import { standingOf, viewOf, type Access, type Standing } from './facts.ts'
import { font, mono, paletteOf, type Theme } from './palette.ts'
import { element, escapeXml, number } from './xml.ts'

export interface SvgOptions {
  readonly theme?: Theme
  /** A data URI for a kind (subnets also by their tone), or the markup of a small SVG; null: a plain glyph. */
  readonly icons?: (kind: string, tone: Standing['tone'] | null) => string | null
  /** What subnets were computed to be; worked out here when left out. */
  readonly standings?: ReadonlyMap<ResourceId, Standing>
  /** Badges of instances; none when left out. */
  readonly access?: ReadonlyMap<ResourceId, Access>
  readonly trace?: PictureOfTrace
  /** What keeps its strength while a trace is shown; all else goes back. */
  readonly lit?: ReadonlySet<ResourceId>
  /** Width and height of the picture, not of what is in it. */
  readonly scale?: number
  /** Carry the design along, so that the picture opens again. */
  readonly embed?: boolean
  /** The dots of the canvas. */
  readonly dots?: boolean
}

const margin = 32

/** The size of the picture at scale 1. */
export function svgSize(design: Design): Size {
  const { width, height } = areaOf(absoluteBoxes(design))
  return { width, height }
}

/** An SVG file of the whole design, which carries the design unless `embed` is false. */
export function writeSvg(design: Design, options: SvgOptions = {}): string {
  const { scale = 1, embed = true, dots = true, trace } = options
  const boxes = absoluteBoxes(design)
  const area = areaOf(boxes)
  const context = contextOf(design, options)
  const view = `${number(area.x)} ${number(area.y)} ${number(area.width)} ${number(area.height)}`
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: area.width * scale,
    height: area.height * scale,
    viewBox: view,
    'font-family': font,
  }
  return [
    element(
      'svg',
      attributes,
      [
        element('title', {}, escapeXml(design.name)),
        element('style', {}, escapeXml(`.mono{font-family:${mono}}`)),
        embed ? designElement(writeDesign(design)) : '',
        ground(context, area, dots),
        ...layers(context, design, boxes, trace),
      ].join('\n'),
    ),
    '\n',
  ].join('')
}

function contextOf(
  design: Design,
  { theme = 'light', icons, standings, access, trace, lit }: SvgOptions,
): Context {
  const view = viewOf(design)
  return {
    view,
    colour: paletteOf(theme),
    standing: (id) => {
      const resource = design.resources[id]
      return standings?.get(id) ?? (resource ? standingOf(view, resource) : null)
    },
    access: (id) => access?.get(id) ?? null,
    icon: (kind, tone) => icons?.(kind, tone) ?? null,
    traced: (id) => trace?.stops.has(id) ?? false,
    dimmed: (id) => lit !== undefined && !lit.has(id),
  }
}

/** Containers, hairlines, the path, then cards, so that no line covers a name; its marks above all. */
function layers(
  context: Context,
  design: Design,
  boxes: ReadonlyMap<ResourceId, Box>,
  trace: PictureOfTrace | undefined,
): readonly string[] {
  const all = drawingOf(design).all.flatMap((resource) => {
    const box = boxes.get(resource.id)
    return box ? [{ resource, box, container: shapeOf(resource.kind) === 'container' }] : []
  })
  const group = (id: ResourceId, content: string) => element('g', { 'data-id': id }, content)
  const lines = attachmentsOf(design, boxes)
    .map(({ line }) => line.d)
    .join('')
  return [
    ...all
      .filter(({ container }) => container)
      .map(({ resource, box }) => group(resource.id, drawContainer(context, resource, box))),
    lines === '' || trace
      ? ''
      : element('path', { d: lines, fill: 'none', stroke: context.colour('lineStrong') }),
    trace ? drawLines(context, trace) : '',
    ...all
      .filter(({ container }) => !container)
      .map(({ resource, box }) => group(resource.id, drawCard(context, resource, box))),
    trace ? drawMarks(context, trace) : '',
  ]
}

function ground({ colour }: Context, area: Box, dots: boolean): string {
  const sheet = element('rect', { ...area, fill: colour('canvas') })
  if (!dots) return sheet
  const dot = element('circle', { cx: 8, cy: 8, r: 0.75, fill: colour('dot') })
  const pattern = element(
    'pattern',
    { id: 'dots', width: 16, height: 16, patternUnits: 'userSpaceOnUse' },
    dot,
  )
  return element('defs', {}, pattern) + sheet + element('rect', { ...area, fill: 'url(#dots)' })
}

function areaOf(boxes: ReadonlyMap<ResourceId, Box>): Box {
  const { x, y, width, height } = around([...boxes.values()]) ?? { x: 0, y: 0, width: 400, height: 240 }
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
}
