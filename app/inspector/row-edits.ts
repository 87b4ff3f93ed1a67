// Edits of one row of a rows field, as changes of the design.
import { setField, type Design, type Field, type FieldValue, type ResourceId } from '../library.ts'
import { rowsOf, type RowValues } from '../trace/words.ts'

export function setCell(
  design: Design,
  id: ResourceId,
  field: string,
  row: string,
  column: string,
  value: FieldValue,
): Design {
  const rows = rowsOf(design, id, field)
  return setField(
    design,
    id,
    field,
    rows.map((each) => (each.id === row ? { ...each, [column]: value } : each)),
  )
}

export function addRow(design: Design, id: ResourceId, field: string, row: RowValues): Design {
  return setField(design, id, field, [...rowsOf(design, id, field), row])
}

export function removeRow(design: Design, id: ResourceId, field: string, row: string): Design {
  return setField(
    design,
    id,
    field,
    rowsOf(design, id, field).filter((each) => each.id !== row),
  )
}

/** A row that could be added: what its columns start with, a fresh id, and the next free number where rows are numbered. */
export function blankRow(rows: readonly RowValues[], columns: Readonly<Record<string, Field>>): RowValues {
  const taken = new Set(rows.map((row) => row.id))
  let n = rows.length + 1
  while (taken.has(`r${n}`)) n++
  const values: Record<string, FieldValue> = {}
  for (const [name, column] of Object.entries(columns)) {
    if (column.type === 'number')
      values[name] = nextNumber(
        rows.map((row) => Number(row[name])),
        column.default,
      )
    else if ('default' in column) values[name] = column.default
    else
      values[name] =
        column.type === 'reference'
          ? null
          : column.type === 'references' || column.type === 'cidrs' || column.type === 'addresses'
            ? []
            : ''
  }
  return { ...values, id: `r${n}` }
}

function nextNumber(taken: readonly number[], first: number): number {
  return taken.length === 0 ? first : Math.floor(Math.max(...taken) / 10) * 10 + 10
}
