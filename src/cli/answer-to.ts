// A question answered, with the ways to lift what stops it.
import type { Question } from '../design/design.ts'
import { fixesFor } from '../editing/fixes-for.ts'
import { newIds } from '../editing/new-ids.ts'
import type { Fix } from '../forwarding/answer.ts'
import { ask, type AskResult, type Network } from '../kinds/ask.ts'

export interface Asked {
  readonly asked: AskResult
  /** For each of the answer's blockers. */
  readonly fixes: readonly (readonly Fix[])[]
}

export function answerTo(network: Network, question: Question): Asked {
  const asked = ask(network, question)
  if (!asked.ok || asked.answer.blockers.length === 0) return { asked, fixes: [] }
  return { asked, fixes: fixesFor(network, question, asked.answer, newIds(network.design)) }
}
