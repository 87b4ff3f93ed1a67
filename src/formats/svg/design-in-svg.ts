// The design inside its own picture, so that an exported SVG opens again.
import { element, escapeXml, illegal, unescapeXml } from './xml.ts'

const id = 'pathlight-design'

/** `json` is the design file. What XML cannot hold is written the way JSON writes it, which reads back the same. */
export function designElement(json: string): string {
  const safe = json.replaceAll(
    illegal,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return element('metadata', { id }, escapeXml(safe))
}

/** The design file that an SVG carries; null when it carries none. */
export function designInSvg(svg: string): string | null {
  const start = new RegExp(`<metadata\\s[^>]*\\bid=["']${id}["'][^>]*>`).exec(svg)
  if (!start) return null
  const from = start.index + start[0].length
  const end = svg.indexOf('</metadata>', from)
  return end < 0 ? null : unescapeXml(svg.slice(from, end))
}
