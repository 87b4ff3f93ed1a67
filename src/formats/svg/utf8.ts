// Text as bytes and back. The library sees no DOM, so it has no TextEncoder.

/** Half of a surrogate pair has no bytes and becomes the replacement character. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    let code = letter.codePointAt(0) ?? 0
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return Uint8Array.from(bytes)
}

/** Null for bytes that are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = []
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : -1
    if (more < 0 || at + more >= bytes.length || first > 0xf7) return null
    let code = more === 0 ? first : first & (0x3f >> more)
    for (let i = 1; i <= more; i++) {
      const next = bytes[at + i] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      code = (code << 6) | (next & 63)
    }
    if (code > 0x10ffff) return null
    parts.push(String.fromCodePoint(code))
    at += more + 1
  }
  return parts.join('')
}
