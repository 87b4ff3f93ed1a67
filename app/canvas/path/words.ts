// The few words on a blocker's flag: the table and the rule, as short as they can be said.
import { namePart, type Blocker, type Design } from '../../library.ts'
import { titleWords } from '../../trace/words.ts'

export function blockerWords({ cause, reason, direction }: Blocker, design: Design): string {
  const name = design.resources[cause.resource]?.name ?? cause.resource
  const part = namePart(cause, design)
  if (part.startsWith('rule ')) return `${name} ${part} denies${direction === 'reply' ? ' the reply' : ''}`
  return `${name} ${titleWords(reason.code).replace(/^· /, '')}`
}
