// One row of a table while it is typed in. What is valid is stored at once; what is not waits here, and the last valid
// value stays in force. A row that is not stored yet is stored as soon as all of it is valid.
import { useRef, useState } from 'react'
import { checkField, type Field, type FieldProblem, type FieldValue, type Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import type { RowValues } from '../trace/words.ts'
import { setCell, addRow } from './row-edits.ts'
import { cellText, resolve, valueOf } from './values.ts'
import { asText } from './as-text.ts'

interface RowOptions {
  readonly resource: Resource
  readonly field: string
  readonly columns: Readonly<Record<string, Field>>
  readonly row: RowValues
  /** Not in the design yet. */
  readonly draft: boolean
  readonly label: string
}

export function useRow({ resource, field, columns, row, draft, label }: RowOptions) {
  const design = useStore((state) => state.design)
  const edit = useStore((state) => state.edit)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [entered, setEntered] = useState<string | null>(null)
  const before = useRef<Readonly<Record<string, FieldValue>>>({})

  const check = (column: string, text: string): FieldProblem | null => {
    const declared = columns[column]
    return declared
      ? checkField(design, resource.id, field, resolve(design, resource, declared, text), row.id, column)
      : null
  }
  const stored = (column: string) => {
    const declared = columns[column]
    return declared ? cellText(design, declared, row[column]) : ''
  }
  const store = (column: string, value: FieldValue) =>
    edit(
      `Edit ${label}`,
      (now) => setCell(now, resource.id, field, row.id, column, value),
      `${resource.id} ${field} ${row.id} ${column}`,
    )

  const type = (column: string, text: string) => {
    const next = { ...typed, [column]: text }
    setTyped(next)
    const declared = columns[column]
    if (!declared || check(column, text) !== null) return
    if (!draft) return store(column, valueOf(declared, resolve(design, resource, declared, text)))
    const values: Record<string, FieldValue> = { ...row }
    for (const [name, each] of Object.entries(columns)) {
      const given =
        next[name] ?? (each.type === 'choice' ? asText(row[name]) : cellText(design, each, row[name]))
      if (each.type !== 'text' && (isBlank(each, given) || check(name, given) !== null)) return
      values[name] = valueOf(each, resolve(design, resource, each, given))
    }
    edit(`Add ${label}`, (now) => addRow(now, resource.id, field, { ...values, id: row.id }))
  }

  const problems = Object.entries(typed).flatMap(([column, text]) => {
    // Nobody is told that a field is empty while the row is being begun.
    const problem = draft && text.trim() === '' ? null : check(column, text)
    return problem ? [{ column, problem }] : []
  })
  return {
    text: (column: string) => typed[column] ?? stored(column),
    /** What is chosen in a list. */
    choice: (column: string) => typed[column] ?? asText(row[column]),
    problem: (column: string) => problems.find((each) => each.column === column)?.problem ?? null,
    /** Where several cells are wrong, one is spoken of: the one that is being typed in. */
    told: problems.find((each) => each.column === entered) ?? problems[0] ?? null,
    type,
    typed: (column: string) => typed[column] !== undefined,
    focus(column: string) {
      setEntered(column)
      if (typed[column] === undefined) before.current = { ...before.current, [column]: row[column] ?? '' }
    },
    blur(column: string) {
      if (!draft && typed[column] !== undefined && check(column, typed[column]) === null)
        setTyped(without(typed, column))
    },
    /** Puts a cell back to what it was when it was entered. */
    back(column: string): boolean {
      const was = before.current[column]
      const declared = columns[column]
      if (typed[column] === undefined && (draft || was === undefined || was === row[column])) return false
      setTyped(without(typed, column))
      if (draft || was === undefined || was === row[column]) return true
      // A row that was begun here was blank before it was complete; that was never in force.
      if (declared && check(column, cellText(design, declared, was)) === null) store(column, was)
      return true
    },
  }
}

export type RowState = ReturnType<typeof useRow>

const isBlank = (field: Field, text: string) => text.trim() === '' && !('optional' in field && field.optional)

function without(typed: Readonly<Record<string, string>>, column: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== column))
}
