// XML by hand: elements from attributes, text that cannot break out of where it stands.

/** Text and attribute values. What XML 1.0 has no way to write becomes the replacement character. */
export function escapeXml(text: string): string {
  if (plainText.test(text)) return text
  return text
    .replaceAll(illegal, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replaceAll(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Control characters, halves of surrogate pairs and two non-characters are not legal anywhere in a file. */
export const illegal = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** Nearly every attribute: nothing to look for. */
const plainText = /^[ !#-%(-;=?-~]*$/

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** `content` is markup already. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value ?? '')}"`)
    .join('')
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** At most two decimals: enough for a pixel, and the same on every machine. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
