// A labelled field of a form.
import { useId, type ReactNode } from 'react'
import type { FieldProblem } from '../library.ts'
import { CheckedInput } from './checked-input.tsx'
import { ProblemLine } from './problem-line.tsx'
import styles from './text-field.module.css'
import { useDraft } from './use-draft.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly check?: (text: string) => FieldProblem | null
  readonly onChange: (text: string) => void
  readonly mono?: boolean
  readonly help?: string | undefined
  readonly placeholder?: string
  readonly readOnly?: boolean
}

export function TextField({
  label,
  value,
  check,
  onChange,
  mono,
  help,
  placeholder,
  readOnly,
}: TextFieldProps) {
  const id = useId()
  const draft = useDraft({ stored: value, check: check ?? (() => null), store: onChange })
  return (
    <Labelled id={id} label={label} help={help}>
      <CheckedInput
        id={id}
        value={draft.text}
        problem={draft.problem}
        mono={mono ?? false}
        placeholder={placeholder}
        readOnly={readOnly}
        aria-describedby={draft.problem ? `${id}-problem` : undefined}
        onChange={(event) => draft.type(event.target.value)}
        onFocus={draft.focus}
        onBlur={draft.blur}
        onKeyDown={(event) => {
          if (!draft.key(event) && event.key === 'Enter') event.currentTarget.select()
        }}
      />
      {draft.problem && (
        <ProblemLine id={`${id}-problem`} problem={draft.problem} text={draft.text} onTake={draft.type} />
      )}
    </Labelled>
  )
}

interface LabelledProps {
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  readonly children: ReactNode
}

/** A label above its control; what the term means is its tooltip. */
function Labelled({ id, label, help, children }: LabelledProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label} title={help}>
        {label}
      </label>
      {children}
    </div>
  )
}

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly help?: string | undefined
  readonly disabled?: boolean
}

export function SelectField({ label, value, options, onChange, help, disabled }: SelectFieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} help={help}>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface CheckFieldProps {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly help?: string | undefined
  readonly disabled?: boolean
}

export function CheckField({ label, value, onChange, help, disabled }: CheckFieldProps) {
  return (
    <label className={styles.check} title={help}>
      <input
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
