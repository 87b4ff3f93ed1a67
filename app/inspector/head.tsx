// Icon, name, and what it is; for a subnet the computed word and the sentence that says why.
import { ResourceIcon } from '../canvas/parts/resource-icon.tsx'
import { StandingGlyph } from '../canvas/parts/standing-glyph.tsx'
import { kinds, rename, type ResourceId } from '../library.ts'
import { standing, useStore } from '../store/index.ts'
import { Shield } from '../ui/group-tag.tsx'
import { useGroupColour } from '../ui/group-colour.ts'
import { PhraseText } from '../ui/phrase-text.tsx'
import { membersOf } from './forms/members-of.ts'
import styles from './head.module.css'

export function Head({ id }: { readonly id: ResourceId }) {
  const kind = useStore((state) => state.design.resources[id]?.kind ?? '')
  const word = useStore(standing(id))
  const colour = useGroupColour(id)
  const carried = useStore((state) =>
    kind === 'security-group' ? membersOf(state.network.view, id).length : null,
  )
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        {kind === 'security-group' ? (
          <span style={{ color: `var(--group-${colour})` }}>
            <Shield size={22} />
          </span>
        ) : (
          <ResourceIcon id={id} size={24} />
        )}
        <NameField id={id} />
        {word ? (
          <span className={styles.word} style={{ color: `var(--${word.tone}-ink)` }}>
            <StandingGlyph tone={word.tone} /> {word.word}
          </span>
        ) : (
          <span className={styles.kind}>
            {kinds.get(kind)?.title ?? kind}
            {carried !== null && `, ${carried} member${carried === 1 ? '' : 's'}`}
          </span>
        )}
      </div>
      {word && (
        <p className={styles.why}>
          <PhraseText phrase={word.why} />
        </p>
      )}
    </header>
  )
}

function NameField({ id }: { readonly id: ResourceId }) {
  const name = useStore((state) => state.design.resources[id]?.name ?? '')
  const edit = useStore((state) => state.edit)
  return (
    <input
      // A new name from elsewhere (undo) starts the field anew.
      key={name}
      className={styles.name}
      aria-label="Name"
      defaultValue={name}
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => {
        const next = event.currentTarget.value.trim()
        if (next === '') event.currentTarget.value = name
        else if (next !== name) edit('Rename', (design) => rename(design, id, next))
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') event.currentTarget.value = name
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
