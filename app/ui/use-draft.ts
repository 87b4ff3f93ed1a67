// Text being typed into one field: valid text is stored at once, wrong text waits here while the last valid value stays in force.
import { useRef, useState, type KeyboardEvent } from 'react'
import type { FieldProblem } from '../library.ts'
import { suggestionFor } from './problem-line.tsx'

interface DraftOptions {
  /** What is stored, as text. */
  readonly stored: string
  readonly check: (text: string) => FieldProblem | null
  readonly store: (text: string) => void
}

export interface Draft {
  readonly text: string
  readonly problem: FieldProblem | null
  readonly type: (text: string) => void
  readonly focus: () => void
  readonly blur: () => void
  /** Alt+1..3 takes a suggestion, Escape puts back what was there; true when it was one of these. */
  readonly key: (event: KeyboardEvent) => boolean
}

export function useDraft({ stored, check, store }: DraftOptions): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const before = useRef(stored)
  const text = typed ?? stored
  const problem = typed === null ? null : check(typed)
  const type = (next: string) => {
    setTyped(next)
    if (check(next) === null) store(next)
  }
  return {
    text,
    problem,
    type,
    focus: () => {
      if (typed === null) before.current = stored
    },
    blur: () => {
      if (!problem) setTyped(null)
    },
    key(event) {
      const suggestion = suggestionFor(event, problem)
      if (suggestion !== undefined) {
        event.preventDefault()
        type(suggestion)
        return true
      }
      if (event.key !== 'Escape' || (typed === null && stored === before.current)) return false
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
      if (stored !== before.current) store(before.current)
      return true
    },
  }
}
