// From what the user names to a design: a file, a folder of files, or standard input.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { Design } from '../design/design.ts'
import type { Diagnostic, SourceFile } from '../formats/diagnostic.ts'
import { readAny } from '../formats/read-any.ts'
import { Unusable, type Io } from './io.ts'

/** Tells what was found on standard error. Throws Unusable when nothing of it can be used. */
export async function readInput(path: string, io: Io, quiet: boolean): Promise<Design> {
  const { files, diagnostics } = await filesAt(path, io)
  const read = readAny(files)
  for (const found of [...diagnostics, ...read.diagnostics])
    if (!quiet || found.severity === 'error') await io.err(printDiagnostic(found))
  if (read.design === null) throw new Unusable(`${path} cannot be used`)
  return read.design
}

function printDiagnostic({ severity, where, summary, detail, fix }: Diagnostic): string {
  const more = [detail, fix].filter((line) => line !== undefined)
  return [`${severity}: ${where}: ${summary}`, ...more.map((line) => `  ${line}`)].join('\n') + '\n'
}

interface Found {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

async function filesAt(path: string, io: Io): Promise<Found> {
  if (path === '-')
    return { files: [{ path: 'standard input', text: decode(await allOf(io.input)) }], diagnostics: [] }
  try {
    if ((await stat(path)).isDirectory()) return await filesIn(path)
    return { files: [{ path: withSlashes(path), text: decode(await readFile(path)) }], diagnostics: [] }
  } catch (error) {
    throw new Unusable(`${path} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
}

/** Every JSON file under the folder, in the order of their names; hidden folders and files are left alone. */
async function filesIn(folder: string): Promise<Found> {
  const files: SourceFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const path of await jsonFilesIn(folder)) {
    const name = withSlashes(join(basename(resolve(folder)), relative(folder, path)))
    try {
      files.push({ path: name, text: decode(await readFile(path)) })
    } catch (error) {
      diagnostics.push({
        severity: 'warning',
        where: name,
        summary: `The file cannot be read: ${reasonOf(error)}.`,
      })
    }
  }
  if (files.length === 0) throw new Unusable(`${folder} holds no JSON file that can be read`)
  return { files, diagnostics }
}

async function jsonFilesIn(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) found.push(...(await jsonFilesIn(path)))
    else if (/\.json$/i.test(entry.name)) found.push(path)
  }
  return found
}

async function allOf(input: Io['input']): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of input) parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.concat(parts)
}

/** PowerShell's `>` writes UTF-16. */
function decode(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
}

const withSlashes = (path: string): string => path.split(sep).join('/')

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}
