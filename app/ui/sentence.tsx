// A phrase as a sentence of its own: a capital at its start, a full stop at its end.
import type { Phrase } from '../library.ts'
import { PhraseText } from './phrase-text.tsx'

interface SentenceProps {
  readonly phrase: Phrase
  /** It goes on from words before it: no capital. */
  readonly begun?: boolean
}

export function Sentence({ phrase, begun }: SentenceProps) {
  return <PhraseText phrase={asSentence(phrase, begun)} />
}

function asSentence(phrase: Phrase, begun = false): Phrase {
  const [first, ...rest] = phrase
  if (first === undefined) return phrase
  const head: Phrase[number] =
    typeof first === 'string' && !begun ? first.charAt(0).toUpperCase() + first.slice(1) : first
  const whole = [head, ...rest]
  const last = whole.at(-1)
  return typeof last === 'string' && /[.!?…]\s*$/.test(last) ? whole : [...whole, '.']
}
