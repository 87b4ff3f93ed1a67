// What the page and the analysis worker say to each other.
import type { Change, Design, Finding, InternetAccess, ResourceId } from '../library.ts'

export interface Order {
  readonly number: number
  /** The whole design, or what became other since the order before: what stays as it was is not computed again. */
  readonly work: { readonly design: Design } | { readonly change: Change }
}

export interface Report {
  readonly number: number
  readonly access: ReadonlyMap<ResourceId, InternetAccess>
  readonly findings: readonly Finding[]
}
