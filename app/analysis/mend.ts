// Applies fixes one after the other, asking again in between: two fixes may touch the same table.
import {
  analyse,
  apply,
  ask,
  firstFix,
  newIds,
  type Design,
  type Fix,
  type Question,
  type Verdict,
} from '../library.ts'

export function applyFixTo(design: Design, fix: Fix): Design {
  return apply(design, fix.change)
}

/** The design once the first fix of every blocker is applied, and the verdict it then gives (null: none to apply). */
export function mend(design: Design, question: Question): { design: Design; verdict: Verdict | null } {
  let mended = design
  let verdict: Verdict | null = null
  // Every fix lifts a blocker, but may uncover another; ten rounds are more than any path has places to stop at.
  for (let round = 0; round < 10; round++) {
    const network = analyse(mended)
    const result = ask(network, question)
    if (!result.ok) break
    if (round > 0) verdict = result.answer.verdict
    const first = firstFix(network, question, result.answer, newIds(mended))
    if (!first) break
    const next = applyFixTo(mended, first)
    if (next === mended) break
    mended = next
  }
  return { design: mended, verdict }
}
