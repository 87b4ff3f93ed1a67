// The design inside a PNG, in an iTXt chunk: uncompressed UTF-8 text, which every reader of PNGs passes over.
// https://www.w3.org/TR/png-3/#11iTXt
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const keyword = 'pathlight-design'

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Where the chunk begins and ends in the file, its length and checksum included. */
  readonly start: number
  readonly end: number
}

/** The PNG with the design after its header; one that it carried already is replaced. Other bytes come back as they were. */
export function embedInPng(bytes: Uint8Array, json: string): Uint8Array {
  const chunks = chunksOf(bytes)
  const header = chunks?.[0]
  if (!chunks || !header) return bytes
  const kept = chunks
    .slice(1)
    .filter((held) => textOf(held) === null)
    .map((held) => bytes.subarray(held.start, held.end))
  const data = [...encodeUtf8(keyword), 0, 0, 0, 0, 0]
  const text = encodeUtf8(json)
  const body = new Uint8Array(data.length + text.length)
  body.set(data)
  body.set(text, data.length)
  const rest = bytes.subarray(chunks.at(-1)?.end ?? bytes.length)
  return joined([bytes.subarray(0, header.end), chunk('iTXt', body), ...kept, rest])
}

/** The design file that a PNG carries; null when it carries none, or is not whole. */
export function designInPng(bytes: Uint8Array): string | null {
  for (const found of chunksOf(bytes) ?? []) {
    const text = textOf(found)
    if (text !== null) return text
  }
  return null
}

function textOf({ type, data }: Chunk): string | null {
  if (type !== 'iTXt') return null
  const mark = encodeUtf8(keyword)
  if (!mark.every((byte, i) => data[i] === byte) || data[mark.length] !== 0) return null
  // Compression flag and method, then two texts that end in a zero: the language and the translated keyword.
  if (data[mark.length + 1] !== 0) return null
  const language = data.indexOf(0, mark.length + 3)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  return translated < 0 ? null : decodeUtf8(data.subarray(translated + 1))
}

/** Null when the bytes are no PNG, or end before its last chunk does, or a checksum of ours is wrong. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  if (!signature.every((byte, i) => bytes[i] === byte)) return null
  const chunks: Chunk[] = []
  for (let start = signature.length; start < bytes.length;) {
    const end = start + 12 + word(bytes, start)
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8))
    if (type === 'iTXt' && word(bytes, end - 4) !== checksum(bytes.subarray(start + 4, end - 4))) return null
    chunks.push({ type, data: bytes.subarray(start + 8, end - 4), start, end })
    start = end
    if (type === 'IEND') break
  }
  return chunks
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12)
  out.set(fourBytes(data.length))
  out.set(encodeUtf8(type), 4)
  out.set(data, 8)
  out.set(fourBytes(checksum(out.subarray(4, data.length + 8))), data.length + 8)
  return out
}

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0

const fourBytes = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]

/** CRC-32 as PNG uses it (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
