// A card's address line. Where the packet was translated here, the new address stands in its place, tinted.
import type { AskResult, ResourceId } from '../../library.ts'
import { hopList, useStore, type Store } from '../../store/index.ts'
import { changedParts } from '../../trace/words.ts'
import styles from './translated-address.module.css'

interface TranslatedAddressProps {
  readonly id: ResourceId
  readonly address: string
  readonly className: string
}

export function TranslatedAddress({ id, address, className }: TranslatedAddressProps) {
  const changed = useStore((state) => translationAt(state, id))
  if (changed === null)
    return (
      <span className={className} data-lod="2">
        {address}
      </span>
    )
  const [direction, text, title] = changed.split('\n')
  return (
    <span className={`${className} ${styles.changed}`} data-direction={direction} data-lod="1" title={title}>
      {text}
    </span>
  )
}

let last: { answer: AskResult | null; byCard: ReadonlyMap<string, string> } = {
  answer: null,
  byCard: new Map(),
}

/** `direction\naddress\nexplanation`, as one string so that selectors compare it; the reply's while its hop is looked at. */
function translationAt({ tracing, answer, hop }: Store, id: ResourceId): string | null {
  if (!tracing || !answer?.ok) return null
  if (last.answer !== answer) last = { answer, byCard: collect(answer) }
  const reply = hopList(answer)[hop]?.direction === 'reply' ? last.byCard.get(`reply ${id}`) : undefined
  return reply ?? last.byCard.get(`request ${id}`) ?? null
}

function collect(answer: AskResult): Map<string, string> {
  const byCard = new Map<string, string>()
  for (const { hop, direction, beyond } of hopList(answer))
    for (const step of hop.steps) {
      const [change] = step.kind === 'translate' && !beyond ? changedParts(step.before, step.after) : []
      if (change)
        byCard.set(
          `${direction} ${hop.at.resource}`,
          `${direction}\n${change.to}\n${change.what} ${change.from} → ${change.to}`,
        )
    }
  return byCard
}
