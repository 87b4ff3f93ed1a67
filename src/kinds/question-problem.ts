import type { Question } from '../design/design.ts'
import type { Phrase } from '../design/phrase.ts'

/** Why a question cannot be understood, the field it stands in, and what may have been meant. */
export interface QuestionProblem {
  readonly ok: false
  readonly field: keyof Question
  readonly problem: Phrase
  readonly suggestions: readonly string[]
}

export const questionProblem = (
  field: keyof Question,
  problem: Phrase,
  suggestions: readonly string[] = [],
): QuestionProblem => ({ ok: false, field, problem, suggestions })
