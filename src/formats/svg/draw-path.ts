// The path of light: request in amber with filled heads, reply dashed with open ones, what stops it as octagons with flags.
import type { Box } from '../../design/design.ts'
import type { ResourceId } from '../../design/resource.ts'
import { lineOf, type Point } from '../../layout/lanes.ts'
import type { Context } from './drawing-context.ts'
import { text } from './letters.ts'
import { element } from './xml.ts'

type Piece = readonly Point[]

/** What is drawn of a trace. Each piece is the corners of a line, in the direction of travel. */
export interface PictureOfTrace {
  /** What the light falls on. */
  readonly stops: ReadonlySet<ResourceId>
  readonly request: readonly Piece[]
  readonly reply: readonly Piece[]
  /** Where the packet was meant to go, had it not been stopped. */
  readonly intended?: readonly Piece[]
  readonly numbers?: readonly {
    readonly at: Point
    readonly number: number
    readonly direction: 'request' | 'reply'
    /** The rule that decided there, on that side of the number. */
    readonly label?: string
    readonly side?: 'left' | 'right'
  }[]
  readonly blockers?: readonly {
    readonly at: Point
    readonly words: string
    /** The flag with the words; from `at`. */
    readonly flag: Box
    /** Not blocked, but not known to pass. */
    readonly unknown: boolean
  }[]
}

type Of<Part extends 'numbers' | 'blockers'> = NonNullable<PictureOfTrace[Part]>[number]

const round = { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'butt' }

/** The lines, which cards cover. */
export function drawLines({ colour }: Context, { request, reply, intended = [] }: PictureOfTrace): string {
  const amber = [
    { stroke: colour('lightHalo'), 'stroke-width': 13 },
    { stroke: colour('lightEdge'), 'stroke-width': 5 },
    { stroke: colour('light'), 'stroke-width': 3 },
  ]
  const dotted = { stroke: colour('ink3'), 'stroke-width': 2, 'stroke-dasharray': '1 6' }
  const dashed = { stroke: colour('reply'), 'stroke-width': 2, 'stroke-dasharray': '7 5' }
  return [
    drawn(intended, { ...round, ...dotted, 'stroke-linecap': 'round' }),
    ...amber.map((stroke) => drawn(request, { ...stroke, ...round })),
    drawn(reply, { ...dashed, ...round }),
  ].join('')
}

/** Heads, numbers and what stops it, above the cards. */
export function drawMarks({ colour }: Context, trace: PictureOfTrace): string {
  const { request, reply, numbers = [], blockers = [] } = trace
  return [
    ...request.map((piece) =>
      element('path', { d: arrow(piece), fill: colour('light'), stroke: colour('lightEdge') }),
    ),
    ...reply.map((piece) =>
      element('path', { d: arrow(piece, true), stroke: colour('reply'), 'stroke-width': 2, ...round }),
    ),
    ...numbers.map((number) => drawNumber(colour, number)),
    ...blockers.map((blocker) => drawBlocker(colour, blocker)),
  ].join('')
}

function drawn(pieces: readonly Piece[], look: Parameters<typeof element>[1]): string {
  const d = pieces.map((piece) => lineOf(piece).d).join(' ')
  return d === '' ? '' : element('path', { d, ...look })
}

function arrow(points: Piece, open = false): string {
  const [tip, before] = [points.at(-1), points.at(-2)]
  if (!tip || !before) return 'M0 0'
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)]
  const corner = (side: number) => `${tip.x - dx * 8 - dy * 4.5 * side} ${tip.y - dy * 8 + dx * 4.5 * side}`
  return open
    ? `M${corner(1)}L${tip.x} ${tip.y}L${corner(-1)}`
    : `M${corner(1)}L${tip.x} ${tip.y}L${corner(-1)}Z`
}

function drawNumber(colour: Context['colour'], number: Of<'numbers'>): string {
  const { at, direction, label = '', side = 'left' } = number
  const { x, y } = at
  const asked = direction === 'request'
  const shape = asked
    ? element('circle', { cx: x, cy: y, r: 9, fill: colour('light'), stroke: colour('lightEdge') })
    : element('rect', {
        x: x - 8.5,
        y: y - 8.5,
        width: 17,
        height: 17,
        rx: 4,
        fill: colour('surface'),
        stroke: colour('reply'),
        'stroke-width': 1.5,
      })
  const digits = text(
    x,
    y + 3.6,
    String(number.number),
    { size: 10, weight: 600 },
    colour(asked ? 'onLight' : 'reply'),
    {
      'text-anchor': 'middle',
    },
  )
  if (label === '') return shape + digits
  const away = side === 'left' ? -13 : 13
  const anchor = side === 'left' ? 'end' : 'start'
  return (
    shape +
    digits +
    text(x + away, y + 3.6, label, { size: 10, mono: true }, colour('ink2'), { 'text-anchor': anchor })
  )
}

/** An octagon with a bar, or a dashed ring where it is not known; and the flag that names the rule. */
function drawBlocker(
  colour: Context['colour'],
  { at: { x, y }, words, flag, unknown }: Of<'blockers'>,
): string {
  const ink = colour(unknown ? 'unknown' : 'blocked')
  const letters = { size: 11, weight: 600, mono: true }
  const sign = unknown
    ? element('circle', {
        cx: x,
        cy: y,
        r: 9.6,
        fill: colour('surface'),
        stroke: ink,
        'stroke-width': 2.4,
        'stroke-dasharray': '3.9 3.6',
      })
    : element('path', {
        d: `M${x - 4.4} ${y - 10.5}h8.8l6.1 6.1v8.8l-6.1 6.1h-8.8l-6.1 -6.1v-8.8z`,
        fill: ink,
      }) +
      element('path', {
        d: `M${x - 4.5} ${y}h9`,
        stroke: colour('surface'),
        'stroke-width': 2.4,
        'stroke-linecap': 'round',
      })
  const [left, top] = [x + flag.x, y + flag.y]
  return (
    sign +
    element('rect', {
      x: left,
      y: top,
      width: flag.width,
      height: flag.height,
      rx: 4,
      fill: colour(unknown ? 'unknownTint' : 'blockedTint'),
      stroke: ink,
    }) +
    text(left + flag.width / 2, top + 15, words, letters, ink, { 'text-anchor': 'middle' })
  )
}
