// The contract of a check that looks across kinds. What concerns one resource alone stands in its kind's folder.
import type { ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Finding, Kinds } from '../kinds/kind.ts'

export interface CheckContext {
  readonly view: View
  /** For fixes that create something as the palette would. */
  readonly kinds: Kinds
  readonly newId: (kind: string) => ResourceId
  readonly newName: (stem: string) => string
}

export interface Check {
  /** The folder's name; findings are called `design/<name>`. */
  readonly name: string
  /** What is wrong, in a few words: "NAT gateway without a way out". */
  readonly title: string
  run(context: CheckContext): readonly Finding[]
}

export function defineCheck(check: Check): Check {
  return check
}
