// A table's rows to read: for places too narrow to edit them.
import { kinds, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { rowsOf } from '../trace/words.ts'
import { impliedRows } from './implied-rows.ts'
import styles from './rule-list.module.css'
import { cellText } from './values.ts'

export function RuleList({ id, field }: { readonly id: ResourceId; readonly field: string }) {
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  const declared = kinds.get(design.resources[id]?.kind ?? '')?.fields[field]
  if (declared?.type !== 'rows') return null
  const implied = impliedRows(view, id, field)
  const rows = [
    ...implied.first,
    ...rowsOf(design, id, field).toSorted((a, b) => Number(a['number']) - Number(b['number'])),
    ...implied.last,
  ]
  const columns = Object.entries(declared.columns).filter(
    ([, column]) => !column.readOnly && column.type !== 'text',
  )
  return (
    <table className={styles.table}>
      <caption>{declared.label}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(([name, column]) => (
              <td key={name}>{cellText(design, column, row[name])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
