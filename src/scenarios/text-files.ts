// Where the scenario files are, in a stable order.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export function textFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.txt') && !/(^|[/\\])(ids|aws-codes)\.txt$/.test(name),
  )
  return names.map((name) => join(folder, name)).toSorted()
}

/** Those of `src/scenarios` and of every kind; `src` is the library's folder. */
export function scenarioFiles(src: string): readonly string[] {
  const kinds = readdirSync(join(src, 'kinds'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  return [
    ...textFilesIn(join(src, 'scenarios')),
    ...kinds.flatMap((kind) => textFilesIn(join(src, 'kinds', kind.name, 'scenarios'))),
  ]
}
