// Fixes wherever an answer has blockers: in the examples, in every scenario and in random designs. What is offered lifts
// the blocker that it is offered for, is taken back exactly, and is no wider than the question.
import { array, sample, tuple } from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { review } from '../checks/index.ts'
import { apply, invert } from '../design/change.ts'
import type { Design, Question } from '../design/design.ts'
import { plain } from '../design/phrase.ts'
import { fixesFor, firstFix, lifts, proposedFor } from '../editing/fixes-for.ts'
import { newIds } from '../editing/new-ids.ts'
import { readDesign } from '../formats/json/index.ts'
import type { Answer, Blocker, Fix } from '../forwarding/answer.ts'
import { design as read, readScenarios } from '../scenarios/notation.ts'
import { randomDesign, randomPacket } from '../scenarios/random-design.ts'
import { scenarioFiles } from '../scenarios/text-files.ts'
import { analyse, viewOf } from './analyse.ts'
import type { Network } from './analysed.ts'
import { ask } from './ask.ts'
import { kinds } from './index.ts'
import type { GroupRule } from './records.ts'

const seed = Number(process.env['SEED'] ?? 90210)
const runs = Number(process.env['RUNS'] ?? 40)

interface Case {
  readonly where: string
  readonly network: Network
  readonly question: Question
  readonly answer: Answer
}

/** The question, where something blocks it. */
function caseOf(where: string, network: Network, question: Question): readonly Case[] {
  const result = ask(network, question)
  return result.ok && result.answer.blockers.length > 0
    ? [{ where, network, question, answer: result.answer }]
    : []
}

const traffic: readonly (readonly [protocol: string, port: string | null])[] = [
  ['tcp', '443'],
  ['tcp', '8000-8100'],
  ['icmp', null],
  ['all', null],
  ['udp', '53'],
  ['47', null],
  ['tcp', null],
]

function fromScenarios(): readonly Case[] {
  const src = join(import.meta.dirname, '..')
  return scenarioFiles(src).flatMap((file) =>
    readScenarios(readFileSync(file, 'utf8')).flatMap(({ design, asked }) => {
      const network = analyse(design)
      return asked.flatMap((one) => caseOf(`${relative(src, file)} > ${one.text}`, network, one.question))
    }),
  )
}

function fromExamples(): readonly Case[] {
  const folder = join(import.meta.dirname, '../../public/examples')
  return readdirSync(folder)
    .filter((name) => name !== 'index.json')
    .flatMap((name) => {
      const network = analyse(readDesign(readFileSync(join(folder, name), 'utf8')).design!)
      const machines = ['instance', 'bastion'].flatMap((kind) => network.view.of(kind).map(({ id }) => id))
      const ends = ['internet', '198.51.100.7', 's3', ...machines]
      return ends.flatMap((from, i) =>
        ends.flatMap((to, j) => {
          // Each pair with another of the protocols.
          const [protocol, port] = traffic[(i * ends.length + j) % traffic.length]!
          const question = { from, to, protocol, port, sourcePort: null }
          return from === to ? [] : caseOf(name, network, question)
        }),
      )
    })
}

function atRandom(): readonly Case[] {
  const packets = array(randomPacket, { minLength: 8, maxLength: 8 })
  return sample(tuple(randomDesign, packets), { seed, numRuns: runs }).flatMap(
    ([{ text, targets }, chosen]) => {
      const network = analyse(read(text))
      const machines = network.view.of('instance').map(({ id }) => id)
      const senders = ['internet', '198.51.100.7', ...machines]
      const receivers = [...targets, 'internet', '198.51.100.0/24', ...machines]
      return chosen.flatMap(({ from, to, sourcePort }) => {
        const [protocol, port] = traffic[(from * 7 + to) % traffic.length]!
        return caseOf(text, network, {
          from: senders[from % senders.length]!,
          to: receivers[to % receivers.length]!,
          protocol,
          port,
          sourcePort: sourcePort === 65535 ? '65535' : null,
        })
      })
    },
  )
}

describe.each<[string, readonly Case[], number]>([
  ['the scenarios', fromScenarios(), 100],
  ['the examples', fromExamples(), 100],
  [`random designs (seed ${seed})`, atRandom(), runs * 2],
])('in %s', (_, cases, least) => {
  test('questions are blocked', () => expect(cases.length).toBeGreaterThan(least))

  test('what kinds propose lifts the blocker, but for what no change can lift', () => {
    const wrong = cases.flatMap((one) =>
      one.answer.blockers.flatMap((blocker) =>
        proposedFor(one.network, one.answer, blocker, newIds(one.network.design))
          .filter(
            (fix) => !isHopeless(one, blocker) && !lifts(one.network, one.question, one.answer, blocker, fix),
          )
          .map((fix) => told(one, fix)),
      ),
    )
    expect(shortest(wrong)).toBe('')
  }, 60_000)

  test('every fix is taken back exactly and makes no new error', () => {
    const wrong: string[] = []
    for (const one of cases) {
      const { design } = one.network
      const before = errorsOf(design)
      for (const fix of offered(one)) {
        const after = apply(design, fix.change)
        expect(apply(after, invert(fix.change))).toEqual(design)
        // What a stopped machine lacks is an error only once it runs.
        if (plain(fix.title, design).startsWith('Start ')) continue
        // A NAT gateway made public lacks a route out until the answer's other blocker is mended as well.
        const lacksRoute = one.answer.blockers.some(({ reason }) => reason.code === 'route-table/no-route')
        const news = errorsOf(after).filter(
          (error) =>
            !before.includes(error) && !(lacksRoute && error.startsWith('design/nat-without-way-out')),
        )
        if (news.length > 0) wrong.push(`${told(one, fix)}\n${news.join('\n')}`)
      }
    }
    expect(shortest(wrong)).toBe('')
  }, 60_000)

  test('no rule is for everybody but where everybody was asked about', () => {
    const wrong = cases
      .filter(({ question }) => question.from !== 'internet' && question.to !== 'internet')
      .flatMap((one) =>
        offered(one)
          .filter(({ change }) =>
            Object.values(change.resources.updated).some(([was, is]) =>
              peersOf(is.fields).some((peer) => peer.endsWith('/0') && !peersOf(was.fields).includes(peer)),
            ),
          )
          .filter(
            () =>
              !/internet$|\/0$/.test(one.answer.from.label) && !/internet$|\/0$/.test(one.answer.to.label),
          )
          .map((fix) => told(one, fix)),
      )
    expect(shortest(wrong)).toBe('')
  }, 60_000)

  test('one after the other they come to an end, and only blockers without a fix are left', () => {
    const wrong: string[] = []
    let reached = 0
    for (const one of cases) {
      let { network, answer } = one
      let rounds = 0
      for (; rounds < mostRounds; rounds++) {
        const fix = firstFix(network, one.question, answer, newIds(network.design))
        if (!fix) break
        network = analyse(apply(network.design, fix.change))
        const next = ask(network, one.question)
        if (!next.ok) break
        answer = next.answer
      }
      if (rounds === mostRounds) wrong.push(told(one, null))
      else if (answer.verdict === 'reachable') reached++
    }
    expect(shortest(wrong)).toBe('')
    expect(reached).toBeGreaterThan(cases.length / 6)
  }, 60_000)
})

/** More than any way has places to stop at. */
const mostRounds = 14

const offered = ({ network, question, answer }: Case): readonly Fix[] =>
  fixesFor(network, question, answer, newIds(network.design)).flat()

/** Nobody outside sends to a private address, whatever is mended; and a loop has another packet at every turn. */
const isHopeless = ({ question, answer }: Case, { reason }: Blocker): boolean =>
  reason.code === 'internet-gateway/unknown-address'
    ? /^\d+\./.test(question.to)
    : answer.blockers.some((one) => one.reason.code === 'forwarding/loop')

/** A table of its own is a copy, with the faults of the one it is copied from: which of the two is named makes no new one. */
function errorsOf(design: Design): readonly string[] {
  const tables = Object.values(design.resources).flatMap(({ kind, name }) =>
    kind === 'route-table' ? name : [],
  )
  return review(viewOf(design), kinds, newIds(design))
    .filter(({ severity }) => severity === 'error')
    .map(({ check, title }) => {
      const words = plain(title, design).split(' ')
      return `${check}: ${words.map((word) => (tables.includes(word) ? 'a table' : word)).join(' ')}`
    })
}

const peersOf = (fields: Readonly<Record<string, unknown>>): readonly string[] =>
  ['inbound', 'outbound'].flatMap((direction) =>
    ((fields[direction] ?? []) as readonly (GroupRule & { readonly cidr?: string })[]).map(
      ({ peer, cidr }) => peer ?? cidr ?? '',
    ),
  )

const shortest = (stories: readonly string[]): string =>
  stories.toSorted((a, b) => a.length - b.length)[0] ?? ''

function told({ where, network, question, answer }: Case, fix: Fix | null): string {
  const { from, to, protocol, port } = question
  const codes = answer.blockers.map(({ direction, reason }) => `${direction} ${reason.code}`).join(', ')
  return `> ${from} -> ${to} ${protocol} ${port} (${answer.verdict}): ${codes}: ${fix ? plain(fix.title, network.design) : 'no end of fixes'}\n${where}`
}
