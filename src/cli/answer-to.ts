// A question answered, with the ways to lift what stops it.
import { apply } from '../design/change.ts'
import type { Question } from '../design/design.ts'
import { fixesFor } from '../editing/fixes-for.ts'
import { newIds } from '../editing/new-ids.ts'
import type { Answer, Fix } from '../forwarding/answer.ts'
import type { ToldFix } from '../forwarding/explain.ts'
import { alsoOpens } from '../kinds/also-opens.ts'
import { analyse } from '../kinds/analyse.ts'
import type { Network } from '../kinds/analysed.ts'
import { ask, type AskResult } from '../kinds/ask.ts'

export interface Answered {
  readonly asked: AskResult
  /** For each of the answer's blockers. */
  readonly fixes: readonly (readonly ToldFix[])[]
}

/** `opens`: whether each fix comes with what else it opens, which may take seconds in a large design. */
export function answerTo(
  network: Network,
  question: Question,
  { opens }: { readonly opens: boolean },
): Answered {
  const asked = ask(network, question)
  if (!asked.ok || asked.answer.blockers.length === 0) return { asked, fixes: [] }
  const { answer } = asked
  const fixes = fixesFor(network, question, answer, newIds(network.design))
  return {
    asked,
    fixes: opens ? fixes.map((list) => list.map((fix) => withOpened(network, answer, fix))) : fixes,
  }
}

function withOpened(network: Network, answer: Answer, fix: Fix): ToldFix {
  const opened = alsoOpens(network, analyse(apply(network.design, fix.change)), answer)
  return opened.nothing ? fix : { ...fix, opens: opened.summary }
}
