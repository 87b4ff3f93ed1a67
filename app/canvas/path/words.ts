// The few words on a blocker's flag: the table and the rule, as short as they can be said.
import { namePart, type Blocker, type Design } from '../../library.ts'
import { blockerTitle } from '../../trace/blocker-title.ts'

export function blockerWords(blocker: Blocker, design: Design): string {
  const { cause, direction, disposition } = blocker
  const name = design.resources[cause.resource]?.name ?? cause.resource
  const part = namePart(cause, design)
  if (part.startsWith('rule ') && disposition === 'blocked')
    return `${name} ${part} denies${direction === 'reply' ? ' the reply' : ''}`
  return `${blockerTitle(blocker, design)}${direction === 'reply' ? ', for the reply' : ''}`
}
