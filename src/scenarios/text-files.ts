// The scenario files of a folder, nested ones too, in a stable order.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export function textFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt') && !name.endsWith('ids.txt')).map((name) => join(folder, name)).sort()
}
