// What a check of typed text is told, and what it answers.
import type { Field } from '../design/fields.ts'
import type { FieldValue, Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'

export interface Suggestion {
  readonly value: string
  /** What it is: "app-a", "next free block", "one address". */
  readonly label: string
}

export interface FieldProblem {
  /** One sentence, or two, that say the limit. */
  readonly message: string
  /** The wrong part: characters from..to of the text, to excluded. Without them, all of it. */
  readonly from?: number
  readonly to?: number
  /** At most three, the likeliest first. */
  readonly suggestions: readonly Suggestion[]
}

/** What a check is told of the place that is typed in. */
export interface Typed<F extends Field = Field> {
  readonly view: View
  readonly resource: Resource
  readonly field: F
  /** The name of the field, or of the column within it. */
  readonly name: string
  readonly text: string
  /** The other rows of the list, and the row itself, where the text stands in one. */
  readonly rows: readonly Row[]
  readonly row: Row | undefined
}

export type Row = Readonly<Record<string, FieldValue>>
