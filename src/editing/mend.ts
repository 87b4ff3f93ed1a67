// Applies fixes one after the other, asking again in between: two fixes may touch the same table.
import { apply } from '../design/change.ts'
import type { Design, Question } from '../design/design.ts'
import type { Verdict } from '../forwarding/answer.ts'
import { analyse } from '../kinds/analyse.ts'
import { ask } from '../kinds/ask.ts'
import { firstFix } from './fixes-for.ts'
import { newIds } from './new-ids.ts'

export interface Mended {
  readonly design: Design
  /** The verdict it then gives; null: there was nothing to apply. */
  readonly verdict: Verdict | null
}

/** Every fix lifts a blocker, but may uncover another; more rounds than any way has places to stop at. */
const mostRounds = 14

/** The design once the best fix of every blocker is applied. */
export function mend(design: Design, question: Question): Mended {
  let mended: Mended = { design, verdict: null }
  let network = analyse(design)
  for (let round = 0; round <= mostRounds; round++) {
    const result = ask(network, question)
    if (!result.ok) break
    if (round > 0) mended = { ...mended, verdict: result.answer.verdict }
    const fix = round < mostRounds ? firstFix(network, question, result.answer, newIds(mended.design)) : null
    if (!fix) break
    mended = { ...mended, design: apply(mended.design, fix.change) }
    network = analyse(mended.design, network)
  }
  return mended
}
