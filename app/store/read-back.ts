// A design that the browser kept, brought to what this program knows: another version of it may have kept it.
import { kinds, versionsOf, type Read } from '../library.ts'
import type { Kept } from './drafts.ts'

export async function readBack({ design, kinds: versions = {} }: Kept): Promise<Read> {
  const { readKept } = await import('../files/readers.ts')
  const read = readKept(design, versions)
  if (read.design) return read
  // What was kept in the versions of now is opened, whatever a reader of files would say of it.
  const now = Object.entries(versionsOf(design, kinds))
  if (now.every(([kind, version]) => (versions[kind] ?? 1) === version)) return { design, diagnostics: [] }
  const summary = 'It stays among the recent designs, for a Pathlight that can read it.'
  return {
    design: null,
    diagnostics: [...read.diagnostics, { severity: 'note', where: 'this browser', summary }],
  }
}
