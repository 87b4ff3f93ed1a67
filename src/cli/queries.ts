// One query a line in, one answer a line out, in order. A line that cannot be used is answered too.
import { open } from 'node:fs/promises'
import { plain } from '../design/phrase.ts'
import type { Question } from '../design/design.ts'
import type { Network } from '../kinds/analysed.ts'
import { answerJson, errorJson, type QueryId } from './answer-json.ts'
import { answerTo } from './answer-to.ts'
import { Unusable, type Io } from './io.ts'
import { linesOf } from './lines.ts'
import { exitCodes } from './exit-codes.ts'
import { reasonOf } from './read-input.ts'

/** `opens`: see answerTo. */
interface Telling {
  readonly opens: boolean
}

export async function answerQueries(
  path: string,
  network: Network,
  io: Io,
  telling: Telling,
): Promise<number> {
  const file = path === '-' ? null : await opened(path)
  try {
    let number = 0
    for await (const line of linesOf(file ? file.createReadStream() : io.input)) {
      number++
      if (line === null || line.trim() !== '')
        await io.out(`${JSON.stringify(answerLine(line, number, network, telling))}\n`)
    }
  } catch (error) {
    throw new Unusable(`${path} cannot be read to its end: ${reasonOf(error)}`, { cause: error })
  } finally {
    await file?.close()
  }
  return exitCodes.good
}

async function opened(path: string) {
  try {
    const file = await open(path)
    if ((await file.stat()).isDirectory()) throw new Unusable(`${path} is a folder; --queries takes a file`)
    return file
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`${path} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
}

function answerLine(line: string | null, number: number, network: Network, { opens }: Telling) {
  if (line === null) return errorJson(null, 'the line has more than a million characters', { line: number })
  const query = readQuery(line)
  if ('error' in query) return errorJson(query.id, query.error, { line: number })
  try {
    const { asked, fixes } = answerTo(network, query.question, { opens })
    if (asked.ok) return answerJson(query.id, query.question, asked.answer, network.design, { fixes, opens })
    const { field, suggestions } = asked
    return errorJson(query.id, plain(asked.problem, network.design), { line: number, field, suggestions })
  } catch (error) {
    // The lines that follow are answered all the same.
    return errorJson(query.id, `a fault in Pathlight: ${reasonOf(error)}`, { line: number })
  }
}

type Query =
  | { readonly id: QueryId; readonly question: Question }
  | { readonly id: QueryId; readonly error: string }

function readQuery(line: string): Query {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { id: null, error: 'the line is not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: 'a query is an object with "from" and "to"' }
  const query = value as Readonly<Record<string, unknown>>
  const id = typeof query['id'] === 'string' || typeof query['id'] === 'number' ? query['id'] : null
  const wrong = ['from', 'to', 'protocol', 'port', 'sourcePort'].find((name) => !isText(query[name]))
  if (wrong !== undefined) return { id, error: `"${wrong}" must be a text or a number` }
  const text = (name: string) => (isGiven(query[name]) ? String(query[name]) : null)
  const [from, to] = [text('from'), text('to')]
  if (from === null || to === null) return { id, error: `"${from === null ? 'from' : 'to'}" is missing` }
  const question = {
    from,
    to,
    protocol: text('protocol') ?? 'tcp',
    port: text('port'),
    sourcePort: text('sourcePort'),
  }
  return { id, question }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const isText = (value: unknown): boolean =>
  !isGiven(value) || typeof value === 'string' || typeof value === 'number'
