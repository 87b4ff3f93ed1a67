// Every example opens, checks and goes through its file unchanged. UPDATE=1 writes the files anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { review } from '../../checks/index.ts'
import { plain } from '../../design/phrase.ts'
import { apply } from '../../design/change.ts'
import { newIds } from '../../editing/new-ids.ts'
import { fixesFor } from '../../editing/fixes-for.ts'
import { analyse, viewOf } from '../../kinds/analyse.ts'
import { ask } from '../../kinds/ask.ts'
import { kinds } from '../../kinds/index.ts'
import type { Design, Question } from '../../design/design.ts'
import { shownOn } from '../../layout/index.ts'
import { readDesign, writeDesign } from '../json/index.ts'
import { print } from '../json/print.ts'
import { examples } from './index.ts'

const folder = new URL('../../../public/examples/', import.meta.url)
const index = print(examples.map(({ name, title, description }) => ({ name, title, description })))

if (process.env.UPDATE) {
  writeFileSync(new URL('index.json', folder), index)
  for (const { name, design } of examples)
    writeFileSync(new URL(`${name}.json`, folder), writeDesign(design()))
}

const fileOf = (name: string) => readFileSync(new URL(`${name}.json`, folder), 'utf8')

test('the index names every file', () => {
  expect(fileOf('index')).toBe(index)
  expect(readdirSync(folder).toSorted()).toEqual(
    ['index', ...examples.map(({ name }) => name)].map((name) => `${name}.json`).toSorted(),
  )
})

function answer(design: Design, question: Question) {
  const asked = ask(analyse(design), question)
  if (!asked.ok) throw Error(plain(asked.problem, design))
  return asked.answer
}

describe.each(examples)('$name', ({ name, design: drawn }) => {
  const { design, diagnostics } = readDesign(fileOf(name))

  test('is what its sketch draws (UPDATE=1 writes it)', () => expect(fileOf(name)).toBe(writeDesign(drawn())))

  test('opens without a word and goes through its file unchanged', () => {
    expect(diagnostics).toEqual([])
    expect(writeDesign(design!)).toBe(fileOf(name))
  })

  test('is laid out', () => {
    for (const { id } of Object.values(design!.resources))
      if (shownOn(design!, id) !== 'none') expect(design!.layout).toHaveProperty(id)
  })

  test('is without faults that the review knows, unless it is broken on purpose', () => {
    const errors = review(viewOf(design!), kinds, newIds(design!)).filter(
      ({ severity }) => severity === 'error',
    )
    expect(errors.map(({ title }) => plain(title, design!))).toEqual(
      name === 'broken' ? expect.anything() : [],
    )
  })

  test('its question is answered', () => {
    expect(answer(design!, design!.question!).verdict).toBe(name === 'broken' ? 'blocked' : 'reachable')
  })
})

describe('more questions', () => {
  test.each<[string, string, string, string, string]>([
    ['three-tier', 'app-1', 'db primary', '5432', 'reachable'],
    ['three-tier', 'app-3', 'internet', '443', 'reachable'],
    ['three-tier', 'app-1', 's3', '443', 'reachable'],
    ['three-tier', 'bastion', 'app-4', '22', 'reachable'],
    ['three-tier', '198.51.100.7', 'bastion', '22', 'reachable'],
    ['three-tier', 'internet', 'app-1', '8080', 'blocked'],
    ['three-tier', 'db primary', 'internet', '443', 'blocked'],
    ['public-server', 'web', 'internet', '443', 'reachable'],
    ['peering', 'worker-1', 's3', '443', 'reachable'],
    ['peering', 'worker-1', 'ssm', '443', 'reachable'],
    ['peering', 'worker-1', '8.8.8.8', '443', 'blocked'],
  ])('%s: %s to %s, port %s: %s', (name, from, to, port, verdict) => {
    const { design } = readDesign(fileOf(name))
    expect(answer(design!, { from, to, port, protocol: 'tcp', sourcePort: null }).verdict).toBe(verdict)
  })
})

test('the broken one has three faults, and each can be mended with a fix that is offered', () => {
  let { design } = readDesign(fileOf('broken'))
  const found: string[] = []
  for (let times = 0; times < 5; times++) {
    const network = analyse(design!)
    const asked = answer(design!, design!.question!)
    if (asked.verdict === 'reachable') break
    const fixes = fixesFor(network, design!.question!, asked, newIds(design!))
    const at = fixes.findIndex((list) => list.length > 0)
    found.push(asked.blockers[at]!.reason.code)
    design = apply(design!, fixes[at]![0]!.change)
  }
  expect(found).toEqual(['route-table/no-route', 'network-acl/denied-inbound', 'network-acl/denied-inbound'])
})
