// One step of a hop in one line, in the words of the library; a translation as what it changed.
import type { AskResult, Design, Hop, ToldHop, ToldLine } from '../library.ts'
import { hopsOf, say } from '../library.ts'
import { hopList, type ListedHop } from '../store/index.ts'
import { PhraseText } from '../ui/phrase-text.tsx'
import styles from './step-line.module.css'
import { changedParts } from './words.ts'

interface StepLineProps {
  readonly line: ToldLine
  readonly direction: ListedHop['direction']
}

export function StepLine({ line: { step, phrase }, direction }: StepLineProps) {
  if (step.kind === 'translate')
    return changedParts(step.before, step.after).map((part) => (
      <p key={part.what} className={`${styles.line} ${styles.code} ${styles[direction]}`}>
        {part.what} <s>{part.from}</s> <span aria-label="becomes">→</span> <b>{part.to}</b>
      </p>
    ))
  return (
    <p className={step.kind === 'end' ? `${styles.line} ${styles.blocked}` : styles.line}>
      <PhraseText phrase={phrase} />
    </p>
  )
}

const told = new WeakMap<AskResult, readonly ToldHop[]>()
const none: readonly ToldLine[] = []

/** The lines of a hop that say more than the list does by itself. `design`: the one that was asked about. */
export function linesOf(
  answer: AskResult | null,
  design: Design,
  listed: ListedHop,
  ofSession: boolean,
): readonly ToldLine[] {
  if (answer?.ok !== true) return none
  const hops = told.get(answer) ?? hopsOf(answer.answer, design)
  told.set(answer, hops)
  const lines = hops[listed.index]?.lines.filter((line) => saysMore(line, listed.hop, ofSession)) ?? none
  return lines.map((line) => (line.step.kind === 'session' ? { ...line, phrase: knownSession } : line))
}

/** The letter's sentence about it is longer than a line of the panel. */
const knownSession = say`known session, so no rule is asked`

function saysMore({ step }: ToldLine, hop: Hop, ofSession: boolean): boolean {
  switch (step.kind) {
    case 'originate':
      return false
    case 'session':
      // The hop's own session is already named beside its name.
      return step.action === 'matched' && !(ofSession && step.owner.resource === hop.at.resource)
    case 'forward':
      return step.over.resource !== hop.at.resource
    case 'end':
      return step.disposition !== 'delivered'
    default:
      return true
  }
}

/** The number of the request's hop whose session this hop of the reply goes back through; null when there is none. */
export function sessionHop(answer: AskResult | null, listed: ListedHop): number | null {
  if (listed.direction !== 'reply') return null
  const { hop } = listed
  const translates = (each: Hop) => each.steps.some((step) => step.kind === 'translate')
  if (!hop.steps.some((step) => step.kind === 'session' && step.action === 'matched') || !translates(hop))
    return null
  const origin = hopList(answer).find(
    (each) =>
      each.direction === 'request' && each.hop.at.resource === hop.at.resource && translates(each.hop),
  )
  return origin?.number ?? null
}
