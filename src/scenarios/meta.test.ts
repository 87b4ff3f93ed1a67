// What must hold of the scenarios as a whole: every kind has one, and every reason that an answer may give is met in one
// and told on a page. The reasons are read from the sources, so that a new one without a scenario fails here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import {
  onwardOf,
  rulesIn,
  type Outcome,
  type Program,
  type Stage,
  type StageId,
} from '../forwarding/program.ts'
import { kinds } from '../kinds/index.ts'
import { programOf } from './engine.ts'
import { readScenarios } from './notation.ts'
import { scenarioFiles, textFilesIn } from './text-files.ts'

const src = join(import.meta.dirname, '..')
const names = [...kinds.keys()]
const sources = ['kinds', 'forwarding'].flatMap((folder) => sourcesIn(folder))
const reasons = sources.flatMap(({ text }) => reasonsIn(text))
const codes = [...new Set(reasons.flatMap((reason) => reason.codes))].toSorted()
const awsCodes = [...new Set(reasons.flatMap((reason) => reason.aws))].toSorted()

describe('the reader of reasons', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['a blocker', `blocked('subnet/shut', 'BAD_STATE', say\`no\`)`, ['subnet/shut'], ['BAD_STATE']],
    ['without a code of AWS', `notModelled('subnet/odd', say\`\${at} is odd\`)`, ['subnet/odd'], []],
    [
      'either direction',
      'blocked(`subnet/denied-${direction}`, null, say`no`)',
      ['subnet/denied-inbound', 'subnet/denied-outbound'],
      [],
    ],
    [
      'one of two',
      `blocked(empty ? 'subnet/empty' : 'subnet/full', empty ? 'SG_HAS_NO_RULES' : 'BAD_STATE', say\`a/b\`)`,
      ['subnet/empty', 'subnet/full'],
      ['BAD_STATE', 'SG_HAS_NO_RULES'],
    ],
    [
      'one that stands by itself',
      `const looped: Reason = { code: 'engine/loop', phrase }`,
      ['engine/loop'],
      [],
    ],
    ['no call', `finding('subnet/overlap', at)`, [], []],
  ])('%s', (_name, source, code, aws) => {
    const found = reasonsIn(source)
    expect(found.flatMap((reason) => reason.codes)).toEqual(code)
    expect(found.flatMap((reason) => reason.aws).toSorted()).toEqual(aws)
  })

  test('finds the sources, so that no rule below holds of nothing', () => {
    expect(codes.length).toBeGreaterThan(40)
    expect(awsCodes.length).toBeGreaterThan(15)
  })
})

test.each(names)('%s has a scenario', (name) => {
  expect(textFilesIn(join(src, 'kinds', name, 'scenarios'))).not.toEqual([])
})

test('scenarios of a kind say which rule they stand for', () => {
  const silent = names
    .flatMap((name) => textFilesIn(join(src, 'kinds', name, 'scenarios')))
    .filter((file) => !/^#.*\([^)]*\d+/m.test(readFileSync(file, 'utf8')))
  expect(silent.map((file) => relative(src, file))).toEqual([])
})

describe('every reason', () => {
  const expected = scenarioFiles(src)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => !line.startsWith('#'))
    .join('\n')
  const pages = names.map((name) => reasonsOnPage(join(src, 'kinds', name, `${name}.md`))).join('\n')
  const architecture = readFileSync(join(src, '../docs/architecture.md'), 'utf8')

  // What ends well is told by the receiver, not by a reason.
  test.each(codes.filter((code) => code !== 'forwarding/delivered'))('%s is met in a scenario', (code) => {
    expect(names.concat('forwarding')).toContain(code.split('/')[0])
    expect(mentions(expected, code)).toBe(true)
  })

  test.each(codes)('%s is told on a page', (code) => {
    expect(mentions(code.startsWith('forwarding/') ? architecture : pages, code)).toBe(true)
  })

  test('told on a page is one that may be given', () => {
    const told = [...pages.matchAll(/^- `([^`]+)`/gm)].map((match) => match[1])
    expect(told.filter((code) => code === undefined || !codes.includes(code))).toEqual([])
  })
})

describe('every stage of every scenario', () => {
  const designs = scenarioFiles(src).flatMap((file) =>
    readScenarios(readFileSync(file, 'utf8')).map(({ title, design }): [string, Design] => [
      `${relative(src, file)} ${title}`.trim(),
      design,
    ]),
  )

  test.each(designs)('%s', (_name, design) => {
    const whole = programOf(design)
    const ids = [...whole.ids()]
    // A program of its own for each: nothing else has been lowered yet.
    expect(ids.filter((id) => !programOf(design).has(id))).toEqual([])
    const lost = ids.flatMap((id) =>
      leadsTo(whole.stage(id), whole)
        .filter((next) => !whole.has(next))
        .map((next) => `${id} leads to ${next}`),
    )
    expect(lost).toEqual([])
  })
})

test('every code of AWS is one that its analyzer knows', () => {
  const known = readFileSync(join(import.meta.dirname, 'aws-codes.txt'), 'utf8').split('\n')
  expect(awsCodes.filter((code) => !known.includes(code))).toEqual([])
})

describe('every finding of a kind', () => {
  const findings = sources
    .filter(({ path }) => /checks\.ts$|kinds\/route-table\//.test(path))
    .flatMap(({ text }) => [...text.matchAll(/'([a-z][a-z-]*)\/([a-z][a-z0-9-]+)'/g)])
    .map(([, kind = '', what = '']) => ({ kind, what, code: `${kind}/${what}` }))
    .filter(({ kind, code }) => names.includes(kind) && !codes.includes(code))
  const tests = sourcesIn('kinds', /\.test\.ts$/)
    .concat(sourcesIn('checks', /\.test\.ts$/))
    .map(({ text }) => text)
    .join('\n')

  test('is found in the sources', () => expect(findings.length).toBeGreaterThan(40))

  test.each([...new Set(findings.map(({ code }) => code))])('%s is flagged in a test', (code) => {
    const [, what = ''] = code.split('/')
    expect(tests.includes(`'${what}'`) || tests.includes(code)).toBe(true)
  })
})

function leadsTo(stage: Stage, program: Program): readonly StageId[] {
  const outcomes: readonly Outcome[] = [
    ...stage.lists.flatMap((list) => rulesIn(program, list)),
    stage.otherwise,
  ]
  const named = outcomes.flatMap(({ next }): (StageId | undefined)[] => {
    if (next === 'onward') return [onwardOf(stage)]
    if ('to' in next) return [next.to]
    const { answers, intended } = next.end
    return [answers, intended === 'onward' ? onwardOf(stage) : intended]
  })
  const returned =
    stage.returns && (stage.returns.next === 'onward' ? onwardOf(stage) : stage.returns.next.to)
  return [...new Set([...named, returned])].filter((id) => id !== undefined)
}

interface Found {
  readonly codes: readonly string[]
  readonly aws: readonly string[]
}

/** The codes in what makes a reason: `blocked(…)`, `notModelled(…)`, `reason(…)`, `delivered(…)`, `{ code: … }`. */
function reasonsIn(source: string): readonly Found[] {
  const text = source.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const calls = [...text.matchAll(/\b(?:blocked|notModelled|reason)\(/g)].map((match) =>
    upToPhrase(text.slice(match.index + match[0].length)),
  )
  const alone = [...text.matchAll(/\bcode: '[a-z-]+\/[a-z-]+'/g)].map(([match]) => match)
  return [...calls, ...alone].map((part) => ({
    codes: [...part.matchAll(/['`]([a-z][a-z0-9-]*\/[a-z0-9-]*(?:\$\{direction\})?)['`]/g)].flatMap(
      ([, code = '']) =>
        code.includes('${')
          ? ['inbound', 'outbound'].map((direction) => code.replace('${direction}', direction))
          : [code],
    ),
    aws: [...part.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, code = '']) => code),
  }))
}

/** The arguments before the sentence. */
function upToPhrase(text: string): string {
  const end = text.search(/say`|\bphrase\b/)
  const close = text.indexOf('\n}')
  const stops = [end, close].filter((at) => at >= 0)
  return text.slice(0, stops.length === 0 ? undefined : Math.min(...stops))
}

function sourcesIn(
  folder: string,
  ending = /(?<!\.test|\.test-helper)\.ts$/,
): { path: string; text: string }[] {
  return readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(src, folder, name), 'utf8'),
    }))
}

function reasonsOnPage(path: string): string {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return page.split(/^## Reasons$/m)[1] ?? ''
}

/** As a whole: `route-table/unknown` is not met where `route-table/unknown-prefix-list` is. */
function mentions(text: string, code: string): boolean {
  return new RegExp(`(?<![\\w/-])${code}(?![\\w/-])`).test(text)
}
