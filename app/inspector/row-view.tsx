// One row of a table: its cells, and beneath it what it means in plain words or what is wrong with it.
import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { Field, Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import type { RowValues } from '../trace/words.ts'
import { IconButton } from '../ui/button.tsx'
import { FindingGlyph } from '../ui/finding-glyph.tsx'
import { PhraseText } from '../ui/phrase-text.tsx'
import { ProblemLine } from '../ui/problem-line.tsx'
import { Cell } from './cell.tsx'
import { described } from './described.ts'
import { removeRow } from './row-edits.ts'
import styles from './row-view.module.css'
import { useRow } from './use-row.ts'

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
  readonly tinted: boolean
  /** Enter in the last row. */
  readonly onLast: () => void
}

export function RowView({
  resource,
  field,
  columns,
  row,
  draft,
  label,
  bare,
  shown,
  tinted,
  onLast,
}: RowViewProps) {
  const state = useRow({ resource, field, columns, row, draft, label })
  const edit = useStore((store) => store.edit)
  const sentence = useStore(({ network }) =>
    draft ? null : described(network.view, resource.id, `${field}.${row.id}`),
  )
  const body = useRef<HTMLTableSectionElement>(null)
  const problemId = useId()
  useEffect(() => {
    if (shown) body.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const cells = Object.entries(columns).filter(([, column]) => column.type !== 'text')
  const note = Object.entries(columns).find(([, column]) => column.type === 'text')
  const wrong = state.told
  const remove = () => edit(`Remove ${label}`, (design) => removeRow(design, resource.id, field, row.id))
  const look = [styles.row, wrong && styles.wrong, (shown || tinted) && styles.shown, draft && styles.draft]
  const beneath = wrong !== null || (!bare && (sentence !== null || (note !== undefined && !draft)))
  return (
    <tbody
      ref={body}
      className={look.filter(Boolean).join(' ')}
      data-keep-clear
      data-row={row.id}
      {...(draft ? { 'aria-label': `New ${label}` } : {})}
      {...(draft ? { 'data-draft': '' } : {})}
    >
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
              onEnter={(input) => stepTo(input, name, 1) || onLast()}
              onStep={(input, by) => stepTo(input, name, by)}
              onRemove={(input) => {
                if (draft) return
                // The keyboard stays in the table.
                void (stepTo(input, name, -1) || stepTo(input, name, 1))
                remove()
              }}
            />
          </td>
        ))}
        <td>
          {/* Until it has the keyboard it must not pass for a rule that is in force. */}
          {draft && wrong && (
            <span className={styles.stopped}>
              <FindingGlyph severity="error" />
            </span>
          )}
          {draft && (
            <span className={styles.begin} aria-hidden="true">
              <Plus size={14} /> Add a {label}
            </span>
          )}
          {!draft && (
            <IconButton label={`Remove ${label}`} size="small" className={styles.remove} onClick={remove}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          )}
        </td>
      </tr>
      {beneath && (
        <tr>
          <td colSpan={cells.length + 1} className={styles.beneath}>
            {wrong ? (
              <>
                <ProblemLine
                  id={problemId}
                  problem={wrong.problem}
                  text={state.text(wrong.column)}
                  onTake={(value) => state.type(wrong.column, value)}
                />
                <p className={styles.until}>
                  {draft
                    ? `The ${label} is left out until this is valid.`
                    : 'Until this is valid, what was there before stays in force.'}
                </p>
              </>
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

/** Moves to the same column of the next row; false when there is none. */
function stepTo(input: HTMLElement, column: string, by: -1 | 1): boolean {
  const all = [
    ...(input
      .closest('table')
      ?.querySelectorAll<HTMLElement>(`td[data-column="${column}"] :is(input, select)[aria-label]`) ?? []),
  ]
  const next = all[all.indexOf(input) + by]
  next?.focus()
  return next !== undefined
}
