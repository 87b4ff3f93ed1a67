// What a reader says about a file. A reader collects every diagnostic; it never stops at the first.
import type { Design } from '../design/design.ts'

export interface Diagnostic {
  /** error: what was read cannot be trusted or used. warning: used, but look at it. note: good to know. */
  readonly severity: 'error' | 'warning' | 'note'
  /** The place: `design.json:3:14`, `resources.vpc-1.fields.cidr`, `Subnets.json: Subnets[2] subnet-0a1`. */
  readonly where: string
  /** One sentence. */
  readonly summary: string
  readonly detail?: string
  /** What to do about it, as an imperative. */
  readonly fix?: string
}

/** What a reader gives back. No design: nothing of the input can be used, and whatever is open stays open. */
export interface Read {
  readonly design: Design | null
  readonly diagnostics: readonly Diagnostic[]
}

/** A file as it was handed over: its path with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error'
