// One row of a table: its cells, and beneath it what it means in plain words or what is wrong with it.
import { Trash2 } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { kinds, ref, type Field, type Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import type { RowValues } from '../trace/words.ts'
import { IconButton } from '../ui/button.tsx'
import { CheckedInput } from '../ui/checked-input.tsx'
import { PhraseText } from '../ui/phrase-text.tsx'
import { ProblemLine, suggestionFor } from '../ui/problem-line.tsx'
import { PeerCell } from './peer-cell.tsx'
import { removeRow } from './row-edits.ts'
import styles from './row-view.module.css'
import { useRow, type RowState } from './use-row.ts'
import { asText } from './as-text.ts'

interface RowViewProps {
  readonly resource: Resource
  readonly field: string
  readonly columns: Readonly<Record<string, Field>>
  readonly row: RowValues
  readonly draft: boolean
  readonly label: string
  readonly bare: boolean
  /** Brought into view from elsewhere. */
  readonly shown: boolean
  /** Enter in the last row. */
  readonly onLast: () => void
}

export function RowView({ resource, field, columns, row, draft, label, bare, shown, onLast }: RowViewProps) {
  const state = useRow({ resource, field, columns, row, draft, label })
  const edit = useStore((store) => store.edit)
  const sentence = useStore(({ network }) => {
    const now = network.view.get(resource.id)
    return draft || !now ? null : (network.view.memo(`described/${resource.id}/${field}.${row.id}`, () => kinds.get(now.kind)?.describe?.(now, ref(now.id, `${field}.${row.id}`), network.view) ?? null))
  })
  const body = useRef<HTMLTableSectionElement>(null)
  const problemId = useId()
  useEffect(() => {
    if (shown) body.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const cells = Object.entries(columns).filter(([, column]) => column.type !== 'text')
  const note = Object.entries(columns).find(([, column]) => column.type === 'text')
  const wrong = state.first
  const remove = () => edit(`Remove ${label}`, (design) => removeRow(design, resource.id, field, row.id))
  const look = [styles.row, wrong && styles.wrong, shown && styles.shown, draft && styles.draft]
  const beneath = wrong !== null || (!bare && (sentence !== null || (note !== undefined && !draft)))
  return (
    <tbody ref={body} className={look.filter(Boolean).join(' ')} {...(draft ? { 'data-draft': '' } : {})}>
      <tr>
        {cells.map(([name, column]) => (
          <td key={name} data-column={name}>
            <Cell
              name={name}
              column={column}
              row={row}
              resource={resource}
              state={state}
              draft={draft}
              describedBy={wrong?.column === name ? problemId : undefined}
              onEnter={(input) => nextRow(input, name) || onLast()}
              onRemove={draft ? () => undefined : remove}
            />
          </td>
        ))}
        <td>
          {!draft && (
            <IconButton label={`Remove ${label}`} size="small" className={styles.remove} onClick={remove}><Trash2 aria-hidden="true" /></IconButton>
          )}
        </td>
      </tr>
      {beneath && (
        <tr>
          <td colSpan={cells.length + 1} className={styles.beneath}>
            {wrong ? (
              <ProblemLine id={problemId} problem={wrong.problem} text={state.text(wrong.column)} onTake={(value) => state.type(wrong.column, value)} />
            ) : (
              <span className={styles.line}>
                <span className={styles.sentence}>{sentence && <PhraseText phrase={sentence} />}</span>
                {note && (
                  <input
                    className={styles.note}
                    aria-label={note[1].label}
                    placeholder="Add a note"
                    value={state.text(note[0])}
                    onChange={(event) => state.type(note[0], event.target.value)}
                    onBlur={() => state.blur(note[0])}
                  />
                )}
              </span>
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface CellProps {
  readonly name: string
  readonly column: Field
  readonly row: RowValues
  readonly resource: Resource
  readonly state: RowState
  readonly draft: boolean
  readonly describedBy: string | undefined
  readonly onEnter: (input: HTMLElement) => void
  readonly onRemove: () => void
}

function Cell({ name, column, row, resource, state, draft, describedBy, onEnter, onRemove }: CellProps) {
  const problem = state.problem(name)
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
      onRemove()
    }
  }
  const shared = { onFocus: () => state.focus(name), onBlur: () => state.blur(name), onKeyDown: key }
  if (column.type === 'peer') {
    return (
      <PeerCell resource={resource} column={column} text={state.text(name)} stored={asText(row[name])} problem={problem} describedBy={describedBy} faint={draft} onText={(text) => state.type(name, text)} {...shared} />
    )
  }
  if (column.type === 'choice') {
    return (
      <select className={styles.select} aria-label={column.label} value={state.choice(name)} onChange={(event) => state.type(name, event.target.value)} {...shared}>
        {column.options.map((option) => (
          <option key={option.value} value={option.value}>{option.label.toLowerCase()}</option>
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
      className={draft ? styles.faint : undefined}
      placeholder={column.type === 'cidr' ? 'CIDR' : undefined}
      value={state.text(name)}
      problem={problem}
      onChange={(event) => state.type(name, event.target.value)}
      {...shared}
    />
  )
}

/** Moves to the same column of the next row; false when there is none. */
function nextRow(input: HTMLElement, column: string): boolean {
  const all = [...(input.closest('table')?.querySelectorAll<HTMLElement>(`td[data-column="${column}"] :is(input, select)[aria-label]`) ?? [])]
  const next = all[all.indexOf(input) + 1]
  next?.focus()
  return next !== undefined
}
