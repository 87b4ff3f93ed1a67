import type { Line, Point } from '../../layout/lanes.ts'
import type { Paths } from '../../layout/paths.ts'
import type { Context } from './drawing-context.ts'
import { text } from './letters.ts'
import { element } from './xml.ts'

/** The path of light: request in amber with a filled head, reply dashed with an open one. Numbers stand where they are put. */
export interface PictureOfTrace {
  readonly paths: Paths
  /** False where the request never got through, so that no reply is drawn. */
  readonly reply: boolean
  readonly numbers?: readonly {
    readonly at: Point
    readonly number: number
    readonly direction: 'request' | 'reply'
  }[]
}

export function drawPath({ colour }: Context, { paths, reply, numbers = [] }: PictureOfTrace): string {
  const round = { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'butt' }
  const amber = [
    { stroke: colour('lightHalo'), 'stroke-width': 13 },
    { stroke: colour('lightEdge'), 'stroke-width': 5 },
    { stroke: colour('light'), 'stroke-width': 3 },
  ]
  const heads = paths.segments.map((segment) =>
    element('path', { d: arrow(segment.request), fill: colour('light'), stroke: colour('lightEdge') }),
  )
  const replies = reply
    ? paths.segments.map(
        (segment) =>
          element('path', {
            d: segment.reply.d,
            stroke: colour('reply'),
            'stroke-width': 2,
            'stroke-dasharray': '7 5',
            ...round,
          }) +
          element('path', {
            d: arrow(segment.reply, true),
            stroke: colour('reply'),
            'stroke-width': 2,
            ...round,
          }),
      )
    : []
  return [
    ...amber.map((stroke) => element('path', { d: paths.request.d, ...stroke, ...round })),
    ...heads,
    ...replies,
    ...numbers.map(({ at, number, direction }) => numberAt({ colour } as Context, at, number, direction)),
  ].join('')
}

function arrow({ points }: Line, open = false): string {
  const [tip, before] = [points.at(-1), points.at(-2)]
  if (!tip || !before) return 'M0 0'
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)]
  const corner = (side: number) => `${tip.x - dx * 8 - dy * 4.5 * side} ${tip.y - dy * 8 + dx * 4.5 * side}`
  return open
    ? `M${corner(1)}L${tip.x} ${tip.y}L${corner(-1)}`
    : `M${corner(1)}L${tip.x} ${tip.y}L${corner(-1)}Z`
}

function numberAt(
  { colour }: Context,
  { x, y }: Point,
  number: number,
  direction: 'request' | 'reply',
): string {
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
  return (
    shape +
    text(x, y + 3.6, String(number), { size: 10, weight: 600 }, colour(asked ? 'onLight' : 'reply'), {
      'text-anchor': 'middle',
    })
  )
}
