// What is wrong with what is typed, in one sentence, and up to three ways to put it right (Alt+1 to Alt+3).
import type { KeyboardEvent } from 'react'
import type { FieldProblem, Suggestion } from '../library.ts'
import styles from './problem-line.module.css'

interface ProblemLineProps {
  readonly id: string
  readonly problem: FieldProblem
  /** What is typed: of a suggestion that keeps its address only the length is shown. */
  readonly text: string
  readonly onTake: (value: string) => void
}

export function ProblemLine({ id, problem, text, onTake }: ProblemLineProps) {
  const offered = problem.suggestions.slice(0, 3)
  return (
    <div className={styles.problem}>
      <output id={id} className={styles.message}>
        {problem.message}
      </output>
      {offered.length > 0 && <Offers says="Did you mean" offered={offered} text={text} onTake={onTake} />}
    </div>
  )
}

interface OffersProps extends Pick<ProblemLineProps, 'text' | 'onTake'> {
  /** What comes before them. */
  readonly says: string
  readonly offered: readonly Suggestion[]
}

/** Values to take in place of what is typed. */
export function Offers({ says, offered, text, onTake }: OffersProps) {
  return (
    <div className={styles.offers}>
      <span>{says}</span>
      {offered.map(({ value, label }, i) => (
        <button
          key={value}
          type="button"
          className={styles.offer}
          onClick={() => onTake(value)}
          onPointerDown={(event) => event.preventDefault()}
        >
          <kbd>{i + 1}</kbd>
          <code>{short(value, text)}</code>
          {label !== value && label !== '' && <span>{label}</span>}
        </button>
      ))}
    </div>
  )
}

/** The suggestion that Alt+1 to Alt+3 asks for. `code`, because Alt changes what a digit key types on a Mac. */
export function suggestionFor(event: KeyboardEvent, problem: FieldProblem | null): string | undefined {
  if (!event.altKey || !problem) return undefined
  const digit = /^Digit([1-3])$/.exec(event.code)?.[1]
  return digit === undefined ? undefined : problem.suggestions[Number(digit) - 1]?.value
}

function short(value: string, text: string): string {
  const slash = value.indexOf('/')
  return slash > 0 && text.startsWith(value.slice(0, slash + 1)) ? value.slice(slash) : value
}
