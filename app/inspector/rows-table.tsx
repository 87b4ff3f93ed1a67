// A table of rules, routes or addresses that is edited by keyboard: Tab moves by cell, Enter to the next row (a new one
// after the last), Escape puts a cell back.
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { kinds, type ResourceId, type ImpliedRow } from '../library.ts'
import { useStore } from '../store/index.ts'
import { rowsOf, type RowValues } from '../trace/words.ts'
import { Button } from '../ui/button.tsx'
import { onceLetGo } from '../ui/once-let-go.ts'
import { impliedRows } from './implied-rows.ts'
import { blankRow } from './row-edits.ts'
import { ImpliedRowView } from './implied-row-view.tsx'
import { RowView } from './row-view.tsx'
import styles from './rows-table.module.css'

interface RowsTableProps {
  readonly id: ResourceId
  readonly field: string
  /** A last, empty row always stands ready; else the Add button brings it. */
  readonly open?: boolean
  /** Cells only: no sentence beneath each row. */
  readonly bare?: boolean
  /** The row that is spoken of beneath. */
  readonly tinted?: string | undefined
}

export function RowsTable({ id, field, open = false, bare = false, tinted }: RowsTableProps) {
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  const focused = useStore((state) => state.focusPart)
  const [adding, setAdding] = useState(false)
  const [held, setHeld] = useState<Held | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const resource = design.resources[id]
  const declared = kinds.get(resource?.kind ?? '')?.fields[field]
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    table.current?.querySelector<HTMLElement>('tbody[data-draft] :is(input, select)[aria-label]')?.focus()
  })
  if (!resource || declared?.type !== 'rows') return null
  const columns = Object.fromEntries(
    Object.entries(declared.columns).filter(([, column]) => !column.readOnly),
  )
  const rows = inOrder(rowsOf(design, id, field), held?.order)
  const implied = impliedRows(view, id, field)
  const blank = blankRow(rows, declared.columns)
  const shown = Object.entries(columns).filter(([, column]) => column.type !== 'text')
  const all = adding || open ? [...rows, blank] : rows
  const isShown = (row: string) => focused?.resource === id && focused.part === `${field}.${row}`
  const impliedRow = (row: ImpliedRow) => (
    <ImpliedRowView
      key={row.id}
      row={row}
      columns={shown}
      shown={isShown(row.id)}
      tinted={row.id === tinted}
    />
  )
  return (
    <div className={styles.whole}>
      {/* Focus is only watched, to keep the rows where they are while one is edited. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        ref={table}
        className={styles.table}
        aria-label={declared.label}
        onFocus={({ target }) => {
          const row = target.closest('tbody')?.dataset['row']
          if (held && held.row === row) return
          onceLetGo(() => setHeld({ row, order: inOrder(rowsOf(design, id, field)).map((each) => each.id) }))
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onceLetGo(() => setHeld(null))
        }}
      >
        <colgroup>
          {shown.map(([name, column]) => (
            <col key={name} className={styles[column.type]} />
          ))}
          <col className={styles.tools} />
        </colgroup>
        <thead>
          <tr>
            {shown.map(([name, column]) => (
              <th key={name} scope="col" title={column.help}>
                {column.label}
              </th>
            ))}
            <th>
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        {implied.first.map(impliedRow)}
        {all.map((row) => (
          <RowView
            key={row.id}
            resource={resource}
            field={field}
            columns={columns}
            row={row}
            draft={row === blank}
            label={declared.row}
            bare={bare}
            shown={isShown(row.id)}
            tinted={row.id === tinted}
            onLast={() => {
              wantsFocus.current = true
              setAdding(true)
            }}
          />
        ))}
        {implied.last.map(impliedRow)}
      </table>
      {!declared.readOnly && !open && (
        <Button
          look="bare"
          size="small"
          className={styles.add}
          icon={<Plus aria-hidden="true" />}
          onClick={() => {
            wantsFocus.current = true
            setAdding(true)
            if (adding)
              table.current
                ?.querySelector<HTMLElement>('tbody[data-draft] :is(input, select)[aria-label]')
                ?.focus()
          }}
        >
          Add {declared.row}
        </Button>
      )}
    </div>
  )
}

/** The row that has the keyboard, and where the rows stood when it came there. */
interface Held {
  readonly row: string | undefined
  readonly order: readonly string[]
}

/** Numbered rows by number. While one is being edited all stay where they are, and what was added comes last. */
function inOrder(rows: readonly RowValues[], held?: readonly string[]): readonly RowValues[] {
  if (!rows.some((row) => typeof row['number'] === 'number')) return rows
  const place = (row: RowValues) => {
    const at = held?.indexOf(row.id) ?? -1
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return rows.toSorted(
    (a, b) => (held ? place(a) - place(b) : 0) || Number(a['number']) - Number(b['number']),
  )
}
