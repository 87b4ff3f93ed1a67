// What the page and the analysis worker say to each other. An order says all that is wanted: it ends the one before.
import type { Change, Design, Finding, InternetAccess, Question, ResourceId } from '../library.ts'
import type { Mending } from './mending.ts'

export interface Wanted {
  /** Badges and findings. */
  readonly review: boolean
  /** A question that is blocked: what lifts it? */
  readonly mending: Question | null
}

export interface Order extends Wanted {
  readonly number: number
  /** The whole design, or what became other since the order before: what stays as it was is not computed again. */
  readonly work: { readonly design: Design } | { readonly change: Change }
}

export interface Review {
  readonly access: ReadonlyMap<ResourceId, InternetAccess>
  readonly findings: readonly Finding[]
}

/** What is there of what was wanted; of a mending, there may come more. */
export interface Report {
  readonly number: number
  readonly review?: Review
  readonly mending?: Mending
}
