// What lifts the blockers of an answer: the fixes, where all of them lead, and, which takes long, what each opens besides.
import {
  analyse,
  apply,
  ask,
  difference,
  fixesFor,
  mend,
  newIds,
  openedInSteps,
  type Change,
  type Fix,
  type Network,
  type Opened,
  type Question,
  type Verdict,
} from '../library.ts'

export interface OfferedFix {
  readonly fix: Fix
  /** What else the fix opens; null until it is known. */
  readonly opens: Opened | null
}

export interface Mending {
  /** Per blocker of the answer, the fixes offered. */
  readonly fixes: readonly (readonly OfferedFix[])[]
  /** The first fix of every blocker as one change, and the verdict that it leads to; null where there is no fix. */
  readonly all: {
    readonly change: Change
    readonly verdict: Verdict
    /** What else they open together, which may be more than all of them one by one; null until it is known. */
    readonly opens: Opened | null
  } | null
}

/** Ever more of the same, in steps; nothing comes of a step that only gives others a chance to stop it. */
export function* mendingInSteps(network: Network, question: Question): Generator<Mending | undefined> {
  const result = ask(network, question)
  if (!result.ok) return
  const { design } = network
  const fixes = fixesFor(network, question, result.answer, newIds(design))
  yield
  const { design: mended, verdict } = mend(design, question)
  const change = difference(design, mended)
  let together: Opened | null = null
  const known = new Map<string, Opened>()
  const soFar = (): Mending => ({
    fixes: fixes.map((each) => each.map((fix) => ({ fix, opens: known.get(keyOf(fix)) ?? null }))),
    all: verdict === null ? null : { change, verdict, opens: together },
  })
  yield soFar()
  for (const fix of fixes.flat()) {
    if (known.has(keyOf(fix))) continue
    known.set(keyOf(fix), yield* openedInSteps(network, analyse(apply(design, fix.change)), result.answer))
    yield soFar()
  }
  if (verdict === null || fixes.filter((offered) => offered.length > 0).length < 2) return
  together = yield* openedInSteps(network, analyse(mended), result.answer)
  yield soFar()
}

/** Two blockers may be lifted by the same change. */
const keyOf = ({ change }: Fix) => JSON.stringify(change)
