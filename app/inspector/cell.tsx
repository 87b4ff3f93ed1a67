// One cell of a row, by the type of its column.
import type { KeyboardEvent } from 'react'
import type { Field, Resource } from '../library.ts'
import type { RowValues } from '../trace/words.ts'
import { CheckedInput } from '../ui/checked-input.tsx'
import { suggestionFor } from '../ui/problem-line.tsx'
import { asText } from './as-text.ts'
import { PeerCell } from './peer-cell.tsx'
import styles from './row-view.module.css'
import type { RowState } from './use-row.ts'

interface CellProps {
  readonly name: string
  readonly column: Field
  readonly row: RowValues
  readonly resource: Resource
  readonly state: RowState
  readonly draft: boolean
  readonly describedBy: string | undefined
  readonly onEnter: (input: HTMLElement) => void
  /** To the row above (-1) or beneath (1). */
  readonly onStep: (input: HTMLElement, by: -1 | 1) => void
  readonly onRemove: (input: HTMLElement) => void
}

export function Cell({
  name,
  column,
  row,
  resource,
  state,
  draft,
  describedBy,
  onEnter,
  onStep,
  onRemove,
}: CellProps) {
  const problem = state.problem(name)
  // What a new row suggests is fainter than what was typed in it.
  const faint = draft && !state.typed(name)
  const key = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation()
    const suggestion = suggestionFor(event, problem)
    if (suggestion !== undefined) {
      event.preventDefault()
      state.type(name, suggestion)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onEnter(event.currentTarget)
    } else if (event.key === 'Escape') {
      if (!state.back(name)) event.currentTarget.blur()
    } else if (event.key === 'Backspace' && (event.ctrlKey || event.metaKey) && event.shiftKey) {
      event.preventDefault()
      onRemove(event.currentTarget)
    } else if (isPlain(event.currentTarget) && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onStep(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1)
    }
  }
  const shared = { onFocus: () => state.focus(name), onBlur: () => state.blur(name), onKeyDown: key }
  if (column.type === 'peer') {
    return (
      <PeerCell
        resource={resource}
        column={column}
        text={state.text(name)}
        stored={asText(row[name])}
        problem={problem}
        describedBy={describedBy}
        faint={faint}
        onText={(text) => state.type(name, text)}
        {...shared}
      />
    )
  }
  if (column.type === 'choice') {
    return (
      <select
        className={styles.select}
        aria-label={column.label}
        value={state.choice(name)}
        onChange={(event) => state.type(name, event.target.value)}
        {...shared}
      >
        {column.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label.toLowerCase()}
          </option>
        ))}
      </select>
    )
  }
  return (
    <CheckedInput
      cell
      mono
      aria-label={column.label}
      aria-describedby={describedBy}
      className={faint ? styles.faint : undefined}
      placeholder={column.type === 'cidr' ? 'CIDR' : undefined}
      value={state.text(name)}
      problem={problem}
      onChange={(event) => state.type(name, event.target.value)}
      {...shared}
    />
  )
}

/** Where there is a list to choose from, the arrows are the list's. */
const isPlain = (cell: HTMLElement) => cell.tagName === 'INPUT' && cell.role !== 'combobox'
