// A phrase on screen: resources are links that reveal what they name, exact text is monospaced.
import type { Phrase, Ref } from '../library.ts'
import { useStore } from '../store/index.ts'
import styles from './phrase-text.module.css'

interface PhraseTextProps {
  readonly phrase: Phrase
  /** Inside a button: names only, as a button cannot hold another. */
  readonly still?: boolean
}

export function PhraseText({ phrase, still }: PhraseTextProps) {
  return phrase.map((part, i) => {
    if (typeof part === 'string') return part
    if ('code' in part)
      return (
        <code key={i} className={styles.code}>
          {part.code}
        </code>
      )
    return still ? <NameOf key={i} of={part} /> : <RefLink key={i} to={part} />
  })
}

/** The name of what a reference points at, as a link that brings it into view. */
export function RefLink({ to, mono }: { readonly to: Ref; readonly mono?: boolean }) {
  const reveal = useStore((state) => state.reveal)
  const hover = useStore((state) => state.hover)
  return (
    <button
      type="button"
      className={mono ? styles.monoLink : styles.link}
      onClick={(event) => {
        event.stopPropagation()
        reveal(to)
      }}
      onPointerEnter={() => hover(to.resource)}
      onPointerLeave={() => hover(null)}
    >
      <NameOf of={to} />
    </button>
  )
}

/** Names are full of hyphens, and read badly in two halves; only one that would not fit into a line is broken. */
const fitsLine = 24

export function NameOf({ of }: { readonly of: Ref }) {
  const name = useStore((state) => state.design.resources[of.resource]?.name ?? of.resource)
  return name.length > fitsLine ? name : <span className={styles.name}>{name}</span>
}
