// Text without a browser to measure it: widths are estimated, a little on the large side.
import { element, escapeXml, type Attributes } from './xml.ts'

export interface Type {
  readonly size: number
  readonly weight?: number
  readonly mono?: boolean
}

const narrow: ReadonlySet<string> = new Set("iljtf.,:;'|! ")
const broad: ReadonlySet<string> = new Set('mwABCDEFGHIJKLMNOPQRSTUVWXYZ@')

const isWide = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x11ff ||
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code > 0xffff)

const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3

/** Hangul, kana and Han take a square, about, and no more of it in bold; Latin letters about half of one. */
export function widthOf(letters: string, { size, weight = 400, mono: fixed }: Type): number {
  const bold = weight >= 600 ? 1.14 : 1
  let ems = 0
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0
    if (isWide(code)) ems += isHangul(code) && !fixed ? 0.96 : 1
    else if (fixed) ems += 0.61 * bold
    else if (narrow.has(letter)) ems += 0.31 * bold
    else ems += (broad.has(letter) ? 0.72 : 0.56) * bold
  }
  return ems * size
}

/** The text, or its beginning with an ellipsis, in at most that many pixels. */
export function fitted(content: string, width: number, type: Type): string {
  const line = content.replaceAll(/\s+/g, ' ').trim()
  if (widthOf(line, type) <= width) return line
  const letters = Array.from(line)
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, type) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Faces are set once, at the top of the file: repeated with every word they would be most of it. */
export function text(
  x: number,
  y: number,
  content: string,
  type: Type,
  colour: string,
  more: Attributes = {},
): string {
  return element('text', { x, y, ...look(type, colour), ...more }, escapeXml(content))
}

/** Words of different looks one after the other; the viewer, which knows its faces, sets the distance. */
export function phrase(
  x: number,
  y: number,
  parts: readonly (readonly [content: string, type: Type, colour: string])[],
): string {
  const spans = parts.map(([content, type, colour], i) =>
    element('tspan', { dx: i === 0 ? undefined : 8, ...look(type, colour) }, escapeXml(content)),
  )
  return element('text', { x, y }, spans.join(''))
}

const look = (type: Type, colour: string): Attributes => ({
  class: type.mono ? 'mono' : undefined,
  'font-size': type.size,
  'font-weight': type.weight,
  fill: colour,
})
