// The rows of the table around a decision. The row that decided is tinted; a row that is missing is shown where it would stand.
import {
  kinds,
  formatIpValue,
  type Blocker,
  type Design,
  type Field,
  type Fix,
  type View,
} from '../library.ts'
import { useStore } from '../store/index.ts'
import { impliedRows } from '../inspector/implied-rows.ts'
import { cellText } from '../inspector/values.ts'
import styles from './rows-around.module.css'
import { partOf, rowsOf, type RowValues } from './words.ts'

interface RowsAroundProps {
  readonly blocker: Blocker
  readonly fix: Fix | null
}

interface ShownRow {
  readonly id: string
  readonly cells: readonly string[]
  readonly decides: boolean
}

export function RowsAround({ blocker, fix }: RowsAroundProps) {
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  const rows = rowsAround(view, design, blocker, fix)
  if (rows.length === 0) return null
  return (
    <table className={styles.table}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.decides ? styles.decides : undefined}>
            {row.cells.map((cell, i) => (
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const around = 3

function rowsAround(
  view: View,
  design: Design,
  { cause, packet }: Blocker,
  fix: Fix | null,
): readonly ShownRow[] {
  const fields = kinds.get(design.resources[cause.resource]?.kind ?? '')?.fields ?? {}
  const tables = Object.keys(fields).filter((name) => fields[name]?.type === 'rows')
  const part = partOf(cause)
  const name =
    part && tables.includes(part.field)
      ? part.field
      : part === null && tables.length === 1
        ? tables[0]
        : undefined
  const field = name === undefined ? undefined : fields[name]
  if (name === undefined || field?.type !== 'rows') return []
  const columns = Object.entries(field.columns).filter(
    ([, column]) => !column.readOnly && !(column.type === 'text'),
  )
  const show = (row: RowValues): readonly string[] => cellsOf(design, columns, row)
  const implied = impliedRows(view, cause.resource, name)
  const all = [...implied.first, ...inOrder(rowsOf(design, cause.resource, name)), ...implied.last]
  const at = part?.row === null || part === null ? -1 : all.findIndex((row) => row.id === part.row)
  const shown = at < 0 ? all.slice(-5) : all.slice(Math.max(0, at - around), at + around + 1)
  const list = shown.map((row) => ({ id: row.id, cells: show(row), decides: all.indexOf(row) === at }))
  if (at >= 0) return list
  // Nothing decided: the row that the fix would add is what is missing.
  const added = addedRow(fix, cause.resource, name)
  const missing = added ? (show(added)[0] ?? '') : formatIpValue(packet.destination)
  const blank = Math.max(0, columnCount(columns) - 2)
  return [
    ...list,
    { id: 'missing', cells: [missing, ...Array<string>(blank).fill(''), 'missing'], decides: true },
  ]
}

const inOrder = (rows: readonly RowValues[]) =>
  rows.some((row) => typeof row['number'] === 'number')
    ? rows.toSorted((a, b) => Number(a['number']) - Number(b['number']))
    : rows

const columnCount = (columns: readonly (readonly [string, Field])[]) =>
  columns.length -
  (columns.some(([, column]) => column.type === 'ports') &&
  columns.some(([, column]) => column.type === 'protocol')
    ? 1
    : 0)

/** Protocol and ports share a cell: "tcp 443". */
function cellsOf(
  design: Design,
  columns: readonly (readonly [string, Field])[],
  row: RowValues,
): readonly string[] {
  const cells: string[] = []
  for (const [name, column] of columns) {
    const text = cellText(design, column, row[name] ?? '')
    if (
      column.type === 'ports' &&
      cells.length > 0 &&
      columns.some(([, other]) => other.type === 'protocol')
    ) {
      if (text !== 'all' || cells.at(-1) !== 'all') cells.push(`${cells.pop()} ${text}`)
    } else cells.push(text)
  }
  return cells
}

function addedRow(fix: Fix | null, resource: string, field: string): RowValues | undefined {
  const change = fix?.change.resources.updated[resource]
  if (!change) return undefined
  const [before, after] = change.map((record) => (record.fields[field] ?? []) as readonly RowValues[])
  const known = new Set(before?.map((row) => row.id))
  return after?.find((row) => !known.has(row.id))
}
