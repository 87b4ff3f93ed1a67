// After any edits, what was kept from before must be what a fresh analysis finds: every stage, list and badge.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { array, constantFrom, nat, record, sample, tuple } from 'fast-check'
import { review } from '../checks/review.ts'
import type { Design } from '../design/design.ts'
import type { FieldValue, Resource } from '../design/resource.ts'
import { newIds } from '../editing/new-ids.ts'
import { rulesIn, type Program } from '../forwarding/program.ts'
import { analyse, suppose } from '../kinds/analyse.ts'
import type { Network } from '../kinds/analysed.ts'
import { ask } from '../kinds/ask.ts'
import { kinds } from '../kinds/index.ts'
import { internetAccess } from '../kinds/internet-access.ts'
import { design as read, readScenarios } from './notation.ts'
import { randomDesign } from './random-design.ts'

const seed = Number(process.env['SEED'] ?? 20261121)
const runs = Number(process.env['RUNS'] ?? 12)

interface Edit {
  readonly what: 'remove' | 'bring back' | 'take a field over' | 'shorten a list' | 'move' | 'rename'
  readonly which: number
  readonly other: number
  /** How much of the network is asked afterwards: what nobody asks for waits for later edits. */
  readonly look: 'at all' | 'at a badge' | 'at nothing'
}

const edits = array(
  record<Edit>({
    what: constantFrom(
      'remove',
      'bring back',
      'take a field over',
      'take a field over',
      'shorten a list',
      'move',
      'rename',
    ),
    which: nat({ max: 9999 }),
    other: nat({ max: 9999 }),
    look: constantFrom('at all', 'at all', 'at a badge', 'at nothing'),
  }),
  { minLength: 8, maxLength: 16 },
)

test(
  `a design edited is the design analysed anew (seed ${seed}, ${runs} designs)`,
  { timeout: 20_000 + runs * 3000 },
  () => {
    for (const [{ text }, list] of sample(tuple(randomDesign, edits), { seed, numRuns: runs })) {
      const first = read(text)
      let design = first
      let network = analyse(design)
      everything(network)
      for (const [i, edit] of list.entries()) {
        design = edited(design, first, edit)
        network = analyse(design, network)
        if (edit.look === 'at a badge')
          internetAccess(network, [nth(Object.keys(design.resources), edit.other)])
        if (edit.look !== 'at all') continue
        const told = `${text}\n${JSON.stringify(list.slice(0, i + 1))}`
        expect({ told, ...everything(network) }).toEqual({ told, ...everything(analyse(design)) })
      }
    }
  },
)

test('a network that was edited still answers for itself', { timeout: 30_000 }, () => {
  for (const [{ text }, list] of sample(tuple(randomDesign, edits), { seed: seed + 1, numRuns: 10 })) {
    const first = read(text)
    const before = analyse(first)
    const known = everything(before)
    everything(analyse(edited(first, first, list[0]!), before))
    expect(everything(before)).toEqual(known)
  }
})

test('what is supposed in between leaves a network as it was', { timeout: 30_000 }, () => {
  for (const [{ text }, list] of sample(tuple(randomDesign, edits), { seed: seed + 2, numRuns: 10 })) {
    const first = read(text)
    const network = analyse(first)
    const known = everything(network)
    for (const edit of list) {
      const other = edited(first, first, edit)
      expect(suppose(network, other, everything)).toEqual(everything(analyse(other)))
      if (edit.look === 'at all') expect(everything(network)).toEqual(known)
    }
  }
})

test.each([
  ['a route among prefix lists', 'route-table/scenarios/either-way.txt'],
  ['an address of a NAT gateway', 'nat-gateway/scenarios/several-addresses.txt'],
])('an answer that tries %s leaves the network as it was', (_, file) => {
  const kindsFolder = join(import.meta.dirname, '../kinds')
  for (const { design, asked } of readScenarios(readFileSync(join(kindsFolder, file), 'utf8'))) {
    const network = analyse(design)
    const known = everything(network)
    for (const { question } of asked) {
      const answer = ask(network, question)
      expect(everything(network)).toEqual(known)
      expect(ask(network, question)).toEqual(answer)
    }
  }
})

test('an internet gateway that a second route table comes to name is analysed by the table that counts', () => {
  const before = read(`
    vpc main 10.0.0.0/16
      subnet web 10.0.1.0/24 table out
        instance a elastic
      subnet between 10.0.2.0/24 table out
        nat-instance fw elastic
    igw igw
    table unused: 10.0.1.0/24 -> fw
    table used edge igw: 10.0.2.0/24 -> fw
    table out: 0.0.0.0/0 -> igw`)
  const network = analyse(before)
  everything(network)
  const after = withField(before, before.resources['unused']!, 'gateway', 'igw')
  expect(everything(analyse(after, network))).toEqual(everything(analyse(after)))
})

function everything(network: Network) {
  const { program } = network
  return {
    stages: new Map([...program.ids()].toSorted().map((id) => [id, whole(program, id)])),
    access: internetAccess(network),
    findings: review(network.view, kinds, newIds(network.design)),
  }
}

/** A stage with the rules of its lists; or what is wrong with it, which must be wrong with a fresh one too. */
function whole(program: Program, id: string) {
  try {
    const stage = program.stage(id)
    return { ...stage, lists: stage.lists.map((list) => rulesIn(program, list)) }
  } catch (error) {
    return String(error)
  }
}

const nth = <T>(list: readonly T[], n: number): T => list[n % list.length]!

function edited(design: Design, first: Design, { what, which, other }: Edit): Design {
  const all = Object.values(design.resources)
  if (all.length === 0) return first
  const resource = nth(all, which)
  const alike = all.filter((one) => one.kind === resource.kind)
  switch (what) {
    case 'remove': {
      const { [resource.id]: _, ...rest } = design.resources
      return { ...design, resources: rest }
    }
    case 'bring back':
      return withRecord(design, nth(Object.values(first.resources), which))
    case 'take a field over': {
      const names = Object.keys(resource.fields)
      if (names.length === 0) return design
      const name = nth(names, other)
      return withField(design, resource, name, nth(alike, other).fields[name]!)
    }
    case 'shorten a list': {
      const [name] = Object.keys(resource.fields).filter((one) => Array.isArray(resource.fields[one]))
      return name === undefined
        ? design
        : withField(design, resource, name, (resource.fields[name] as readonly FieldValue[]).slice(1))
    }
    case 'move':
      return withRecord(design, { ...resource, parent: nth(alike, other).parent })
    case 'rename':
      return withRecord(design, { ...resource, name: `${resource.name} again` })
  }
}

const withRecord = (design: Design, resource: Resource): Design => ({
  ...design,
  resources: { ...design.resources, [resource.id]: resource },
})

const withField = (design: Design, resource: Resource, name: string, value: FieldValue): Design =>
  withRecord(design, { ...resource, fields: { ...resource.fields, [name]: value } })
