// What a line declares, taken apart, and what each kind makes of the rest of it.
import type { Resource, ResourceId } from '../../design/resource.ts'
import type { Draft } from './draft.ts'
import type { Line, Words } from './words.ts'

interface Declaration {
  readonly draft: Draft
  readonly line: Line
  readonly kind: string
  readonly name: string
  /** What follows the name. */
  readonly words: Words
  /** `in NAME`, anywhere on the line; `-> NAME` says the same of a gateway. */
  readonly said: string | null
  /** What the line stands in. */
  readonly parent: Resource | undefined
  /** The resource as it was declared before. */
  readonly before: Resource | undefined
  /** What stands after the colon. */
  readonly rules: string
  readonly unknown: (word: string) => never
  /** `given`, or the container the line stands in, or the last of that kind above. */
  readonly into: (kind: 'vpc' | 'subnet', given: string | null) => ResourceId
}

/** Adds it to the draft; gives its id. */
export type Declare = (declaration: Declaration) => ResourceId
