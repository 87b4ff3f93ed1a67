// pathlight trace: one question, or one a line.
import { plain } from '../design/phrase.ts'
import type { Design, Question } from '../design/design.ts'
import { explain } from '../forwarding/explain.ts'
import { analyse } from '../kinds/analyse.ts'
import { mend } from '../editing/mend.ts'
import type { Answer, Verdict } from '../forwarding/answer.ts'
import { answerJson, errorJson } from './answer-json.ts'
import { answerTo, type Answered } from './answer-to.ts'
import { readArguments, type Arguments } from './arguments.ts'
import { Unusable, type Io } from './io.ts'
import { exitCodes } from './exit-codes.ts'
import { answerQueries } from './queries.ts'
import { readInput } from './read-input.ts'

const options = {
  from: { type: 'text' },
  to: { type: 'text' },
  protocol: { type: 'text' },
  port: { type: 'text' },
  'source-port': { type: 'text' },
  queries: { type: 'text' },
  json: { type: 'flag' },
  'also-opens': { type: 'flag' },
  quiet: { type: 'flag', short: 'q' },
} as const

const optionOf = {
  from: '--from',
  to: '--to',
  protocol: '--protocol',
  port: '--port',
  sourcePort: '--source-port',
}

export async function run(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(argv, options, ['DESIGN'])
  const { queries } = given.texts
  const inLine = Object.keys(given.texts).find((name) => name !== 'queries')
  if (queries !== undefined && inLine !== undefined)
    throw new Unusable(`with --queries the questions stand in the file: leave out --${inLine}`)
  if (queries === '-' && given.words[0] === '-')
    throw new Unusable('standard input can be DESIGN or the queries, not both')
  const design = await readInput(given.words[0]!, io, given.flags.has('quiet'))
  const network = analyse(design)
  const opens = given.flags.has('also-opens')
  if (queries !== undefined) return answerQueries(queries, network, io, { opens })

  const question = questionOf(given, design.question)
  const json = given.flags.has('json')
  const { asked, fixes } = answerTo(network, question, { opens: opens || !json })
  if (!asked.ok) {
    const problem = plain(asked.problem, design)
    const more = { field: asked.field, suggestions: asked.suggestions }
    if (json) await io.out(`${JSON.stringify(errorJson(null, problem, more), null, 2)}\n`)
    const meant = asked.suggestions.length === 0 ? '' : ` (perhaps ${asked.suggestions.join(', ')})`
    throw new Unusable(`${optionOf[asked.field]}: ${problem}${meant}`)
  }
  const { answer } = asked
  await io.out(
    json
      ? `${JSON.stringify(answerJson(null, question, answer, design, { fixes, opens }), null, 2)}\n`
      : letter(answer, design, question, fixes),
  )
  return codeFor(answer.verdict)
}

/** What the engine says, and where the first fix of every blocker leads. */
function letter(answer: Answer, design: Design, question: Question, fixes: Answered['fixes']): string {
  const { verdict } = mend(design, question)
  const after = verdict === null ? '' : `with the first fix of each blocker: ${verdict}\n`
  return `${explain(answer, design, fixes)}\n${after}`
}

function questionOf({ texts }: Arguments, kept: Question | null): Question {
  const { from, to, protocol, port } = texts
  const isAsked = Object.keys(texts).length > 0
  if (!isAsked && kept !== null) return kept
  if (from === undefined || to === undefined) {
    throw new Unusable(
      isAsked
        ? `${from === undefined ? '--from' : '--to'} is missing`
        : '--from and --to are missing, and the design keeps no question',
    )
  }
  return {
    from,
    to,
    protocol: protocol ?? 'tcp',
    port: port ?? null,
    sourcePort: texts['source-port'] ?? null,
  }
}

function codeFor(verdict: Verdict): number {
  if (verdict === 'reachable') return exitCodes.good
  return verdict === 'unknown' ? exitCodes.unknown : exitCodes.notReachable
}
