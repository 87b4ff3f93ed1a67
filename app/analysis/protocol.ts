// What the page and the analysis worker say to each other.
import type { Design, Finding, InternetAccess, ResourceId } from '../library.ts'

export interface Order {
  readonly number: number
  readonly design: Design
}

export interface Report {
  readonly number: number
  readonly access: ReadonlyMap<ResourceId, InternetAccess>
  readonly findings: readonly Finding[]
}
