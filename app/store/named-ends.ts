// An end of a question that is written by the name of one resource is kept by its id, so that it stays when it is renamed.
import { kinds, type Design, type Question } from '../library.ts'

export function withNamedEnds(question: Question, design: Design): Question {
  return { ...question, from: endOf(question.from, design), to: endOf(question.to, design) }
}

function endOf(text: string, { resources }: Design): string {
  if (text === '' || resources[text]) return text
  const named = Object.values(resources).filter(
    ({ kind, name }) => name === text && kinds.get(kind)?.end !== undefined,
  )
  const [only] = named
  // The words for what is outside mean all of it, whatever is drawn.
  return only && named.length === 1 && kinds.get(only.kind)?.category !== 'outside' ? only.id : text
}
