// A text input that never blocks typing: what is wrong gets a wavy line under the wrong part only.
import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import type { FieldProblem } from '../library.ts'
import styles from './checked-input.module.css'

interface CheckedInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly value: string
  readonly problem: FieldProblem | null
  readonly inputRef?: Ref<HTMLInputElement>
  readonly mono?: boolean
  /** In a table: no border until it is entered. */
  readonly cell?: boolean
}

export function CheckedInput({
  value,
  problem,
  inputRef,
  mono,
  cell,
  className,
  ...rest
}: CheckedInputProps) {
  return (
    <InputFrame
      text={value}
      problem={problem}
      mono={mono ?? false}
      cell={cell ?? false}
      className={className}
    >
      <input
        ref={inputRef}
        className={styles.input}
        value={value}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        {...rest}
      />
    </InputFrame>
  )
}

interface InputFrameProps {
  readonly text: string
  readonly problem: FieldProblem | null
  readonly mono?: boolean
  readonly cell?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** The border and the wavy line of an input, whichever component draws the input itself (with `inputClass`). */
export function InputFrame({ text, problem, mono, cell, className, children }: InputFrameProps) {
  const look = [styles.field, mono && styles.mono, cell && styles.cell, problem && styles.invalid, className]
  return (
    <span className={look.filter(Boolean).join(' ')} data-anchor>
      {problem && <Wave text={text} problem={problem} />}
      {children}
    </span>
  )
}

export const inputClass = styles.input

/** The text once more, unseen, behind the input: only its wavy line shows. */
function Wave({ text, problem }: { readonly text: string; readonly problem: FieldProblem }) {
  const from = Math.min(problem.from ?? 0, text.length)
  const to = Math.min(problem.to ?? text.length, text.length)
  return (
    <span className={styles.mirror} aria-hidden="true">
      {text.slice(0, from)}
      <span className={styles.wave}>{text.slice(from, Math.max(to, from))}</span>
      {text.slice(to)}
    </span>
  )
}
