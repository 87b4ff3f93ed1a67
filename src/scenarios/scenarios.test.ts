// Every scenario of the repository: one test a question, named by file and question.
// UPDATE=1 rewrites the answers; the difference is then read. A labelled question with expectations is held to them
// whatever its answer looks like, and UPDATE does not touch those.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { explain } from '../forwarding/explain.ts'
import { analyse } from '../kinds/analyse.ts'
import { ask } from '../kinds/ask.ts'
import { unmet } from './expectations.ts'
import { readScenarios, rewriteAnswers } from './notation.ts'
import { scenarioFiles } from './text-files.ts'

const update = process.env['UPDATE'] !== undefined
const root = join(import.meta.dirname, '..')

describe.each(scenarioFiles(root).map((file) => [relative(root, file), file]))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8')
  const answers = new Map<number, string>()
  afterAll(() => {
    if (update && answers.size > 0)
      writeFileSync(
        file,
        rewriteAnswers(text, (line) => answers.get(line) ?? null),
      )
  })
  for (const { title, design, asked } of readScenarios(text)) {
    const network = analyse(design)
    for (const one of asked) {
      test(`${title === '' ? '' : `${title} `}> ${one.label === '' ? '' : `${one.label}: `}${one.text}`, () => {
        const result = ask(network, one.question)
        const answer = result.ok ? result.answer : null
        const printed = answer ? explain(answer, design).trim() : `cannot be asked: ${JSON.stringify(result)}`
        if (one.expects.length > 0) {
          expect(answer ? unmet(one.expects, answer, design) : [printed]).toEqual([])
          if (one.answer === '') return
        }
        answers.set(one.line, printed)
        if (!update) expect(printed).toBe(one.answer)
      })
    }
  }
})

test('every kind folder names its scenarios by what they show', () => {
  const unnamed = scenarioFiles(root).filter(
    (file) => basename(dirname(file)) === 'scenarios' && !/^[a-z0-9-]+\.txt$/.test(basename(file)),
  )
  expect(unnamed).toEqual([])
})
