// Reads whatever was dropped on the page or named on the command line: a design file, a picture that carries one, or a
// snapshot, told by content.
import { readAws } from './aws/index.ts'
import type { Diagnostic, Read, SourceFile } from './diagnostic.ts'
import { readDesign } from './json/index.ts'
import { parseJson } from './json-text.ts'
import { designInSvg } from './svg/design-in-svg.ts'

/** A folder is a snapshot, unless one of its files is a design. Several designs: the first is opened, the others named. */
export function readAny(files: readonly SourceFile[]): Read {
  if (files.length === 0) {
    const problem = { severity: 'error', where: 'input', summary: 'There is nothing to read.' } as const
    return { design: null, diagnostics: [problem] }
  }
  const unpacked = files.map(unpack)
  const [design, ...others] = unpacked.filter((file) => looksLikeDesign(file))
  if (!design) return readAws(unpacked)
  const read = readDesign(design.text)
  const where = (place: string) => (files.length === 1 ? place : `${design.path}: ${place}`)
  const left: Diagnostic[] = others.map((other) => ({
    severity: 'warning',
    where: other.path,
    summary: `This is a design of its own and is not read; '${design.path}' is.`,
  }))
  return {
    design: read.design,
    diagnostics: [...read.diagnostics.map((one) => ({ ...one, where: where(one.where) })), ...left],
  }
}

/** A picture that was exported from here carries its design. */
function unpack(file: SourceFile): SourceFile {
  const carried = /^\s*</.test(file.text) ? designInSvg(file.text) : null
  return carried === null ? file : { path: file.path, text: carried }
}

/** By its top-level key. What is not even JSON is told by the same key, so that its fault is told as a design's. */
function looksLikeDesign({ path, text }: SourceFile): boolean {
  if (!text.includes('"pathlight"')) return false
  const parsed = parseJson(text, path)
  if (!parsed.ok) return /"pathlight"\s*:\s*\d/.test(text.slice(0, 2000))
  return typeof parsed.value === 'object' && parsed.value !== null && Object.hasOwn(parsed.value, 'pathlight')
}
