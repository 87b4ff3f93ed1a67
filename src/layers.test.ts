// The import rule, executed: net ← design ← forwarding ← kinds ← checks ← layout ← editing ← formats
// ← cli.
// An arrow may skip levels, never turn round. Tests and scenarios may look at everything.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** What each folder of `src/` may import, itself aside. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  net: [],
  design: ['net'],
  forwarding: ['net', 'design'],
  kinds: ['net', 'design', 'forwarding'],
  checks: ['net', 'design', 'forwarding', 'kinds'],
  layout: ['net', 'design', 'forwarding', 'kinds', 'checks'],
  editing: ['net', 'design', 'forwarding', 'kinds', 'checks', 'layout'],
  formats: ['net', 'design', 'forwarding', 'kinds', 'checks', 'layout', 'editing'],
  cli: ['net', 'design', 'forwarding', 'kinds', 'checks', 'layout', 'editing', 'formats', 'index.ts'],
  'index.ts': ['net', 'design', 'forwarding', 'kinds', 'checks', 'layout', 'editing', 'formats'],
}

interface Import {
  /** The importing file, relative to the repository, with forward slashes. */
  readonly from: string
  /** The file imported, written the same way, or a package's name. */
  readonly to: string
}

const library = filesUnder('src').filter((file) => !isTest(file))
const app = filesUnder('app')
const libraryImports = library.flatMap(importsOf)
const appImports = app.flatMap(importsOf)

describe('the reader of imports', () => {
  test.each([
    [`import { a } from './a.ts'`, ['./a.ts']],
    [`import type { A } from '../a.ts'`, ['../a.ts']],
    [`import './a.css'`, ['./a.css']],
    [`import {\n  a,\n  b,\n} from './a.ts'`, ['./a.ts']],
    [`export * from './a.ts'\nexport { b } from "./b.ts"`, ['./a.ts', './b.ts']],
    [`const a = await import('./a.ts')`, ['./a.ts']],
    [`new Worker(new URL('./worker.ts', import.meta.url))`, ['./worker.ts']],
    [`// import { a } from './a.ts'`, []],
    [`const text = 'taken from here'`, []],
  ])('%j', (source, expected) => {
    expect(specifiersIn(source)).toEqual(expected)
  })

  test('finds the sources, so that no rule below holds of nothing', () => {
    expect(library.length).toBeGreaterThan(5)
    expect(app.length).toBeGreaterThan(0)
    expect(libraryImports.length).toBeGreaterThan(5)
    expect(appImports.length).toBeGreaterThan(0)
  })

  test('follows every relative import to a file that exists', () => {
    const known = new Set([...filesUnder('src', ''), ...filesUnder('app', ''), ...filesUnder('public', '')])
    const lost = [...libraryImports, ...appImports].filter(
      ({ to }) => to.includes('/') && inRepository(to) && !known.has(to),
    )
    expect(lost).toEqual([])
  })
})

describe('the library', () => {
  test('has only folders whose place in the order is known', () => {
    const unknown = library.map(layerOf).filter((layer) => !(layer in mayImport))
    expect(unknown).toEqual([])
  })

  test('imports downwards only', () => {
    const upward = libraryImports.filter(({ from, to }) => {
      if (!inRepository(to)) return false
      if (!to.startsWith('src/')) return true
      const [importer, imported] = [layerOf(from), layerOf(to)]
      return importer !== imported && !mayImport[importer]?.includes(imported)
    })
    expect(upward).toEqual([])
  })

  test('has no kind that imports another kind, or the list of kinds', () => {
    const crossing = libraryImports.filter(({ from, to }) => {
      const importer = kindOf(from)
      if (importer === undefined) return false
      return to === 'src/kinds/index.ts' || (kindOf(to) ?? importer) !== importer
    })
    expect(crossing).toEqual([])
  })

  test('has no cycle', () => {
    expect(cycleIn(libraryImports)).toEqual([])
  })
})

describe('the app', () => {
  test('imports the library through src/index.ts only', () => {
    const past = appImports.filter(({ to }) => to.startsWith('src/') && to !== 'src/index.ts')
    expect(past).toEqual([])
  })

  test('knows React Flow in app/canvas only', () => {
    const outside = appImports.filter(
      ({ from, to }) => to.startsWith('@xyflow/') && !from.startsWith('app/canvas/'),
    )
    expect(outside).toEqual([])
  })
})

describe('the search for cycles', () => {
  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    [
      'none in a chain',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [],
    ],
    [
      'none in a diamond',
      [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'd'],
        ['c', 'd'],
      ],
      [],
    ],
    [
      'two files',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b', 'a'],
    ],
    [
      'further down',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'b'],
      ],
      ['b', 'c', 'd', 'b'],
    ],
  ])('%s', (_name, pairs, expected) => {
    expect(cycleIn(pairs.map(([from, to]) => ({ from, to })))).toEqual(expected)
  })
})

function filesUnder(folder: string, ending: string | RegExp = /\.tsx?$/): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.match(ending))
    .map((entry) => withSlashes(relative(root, join(entry.parentPath, entry.name))))
    .toSorted()
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.startsWith('src/scenarios/')
}

function importsOf(file: string): Import[] {
  return specifiersIn(readFileSync(join(root, file), 'utf8')).map((specifier) => ({
    from: file,
    to: specifier.startsWith('.') ? target(file, specifier) : specifier,
  }))
}

function target(file: string, specifier: string): string {
  const [path = specifier] = specifier.split('?')
  return withSlashes(relative(root, resolve(root, dirname(file), path)))
}

/** Every module that a source names: static, re-exported, dynamic, side effect only, or a worker's address. */
function specifiersIn(source: string): string[] {
  const code = source.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const pattern =
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\bnew URL\(\s*['"](\.[^'"]+)['"]/g
  return [...code.matchAll(pattern)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '')
}

function inRepository(to: string): boolean {
  return to.startsWith('src/') || to.startsWith('app/') || to.startsWith('e2e/') || to.startsWith('public/')
}

/** The first folder under `src/`, or the name of a file that lies there itself. */
function layerOf(file: string): string {
  return file.split('/')[1] ?? file
}

/** The kind whose folder a file lies in; none for the files that all kinds share. */
function kindOf(file: string): string | undefined {
  const [src, layer, kind, rest] = file.split('/')
  return src === 'src' && layer === 'kinds' && rest !== undefined ? kind : undefined
}

/** One cycle, its first file repeated at the end, or nothing. */
function cycleIn(imports: readonly Import[]): string[] {
  const next = grouped(imports)
  const done = new Set<string>()
  const path: string[] = []
  function visit(file: string): string[] {
    if (done.has(file)) return []
    const seenAt = path.indexOf(file)
    if (seenAt >= 0) return [...path.slice(seenAt), file]
    path.push(file)
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to)
      if (cycle.length > 0) return cycle
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const cycle = visit(file)
    if (cycle.length > 0) return cycle
  }
  return []
}

function grouped(imports: readonly Import[]): Map<string, string[]> {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  return next
}

function withSlashes(path: string): string {
  return path.split(sep).join('/')
}
