// One thing that stops the packet: what decided, the rows around the decision, the ways to lift it and what else they open.
import { Minus, Pencil, Plus } from 'lucide-react'
import { plain, type AskResult, type Blocker, type Fix } from '../library.ts'
import type { OfferedFix } from '../analysis/mending.ts'
import { hopList, useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/panel.tsx'
import { PhraseText } from '../ui/phrase-text.tsx'
import { VerdictGlyph } from '../ui/verdict.tsx'
import { AlsoOpens } from './also-opens.tsx'
import styles from './blocker-card.module.css'
import { RowsAround } from './rows-around.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { blockerTitle } from './blocker-title.ts'

interface BlockerCardProps {
  readonly blocker: Blocker
  readonly index: number
}

const none: readonly OfferedFix[] = []

export function BlockerCard({ blocker, index }: BlockerCardProps) {
  const looking = useStore((state) => state.mending === null)
  const fixes = useStore((state) => state.mending?.fixes[index] ?? none)
  const setHop = useStore((state) => state.setHop)
  const reveal = useStore((state) => state.reveal)
  const title = useStore((state) => blockerTitle(blocker, state.design))
  const place = useStore((state) => placeOf(blocker, state.answer))
  const unknown = blocker.disposition === 'not-modelled'
  return (
    <Section className={styles.card} as="section" aria-label={`Blocker ${index + 1}`} aria-busy={looking}>
      <div className={styles.head}>
        <VerdictGlyph verdict={unknown ? 'unknown' : 'blocked'} />
        <button type="button" className={styles.title} onClick={() => reveal(blocker.cause)}>
          {title}
        </button>
        <button type="button" className={styles.hop} onClick={() => setHop(blocker.hop)}>
          {place}
        </button>
      </div>
      <p className={styles.why}>
        <Sentence phrase={blocker.reason.phrase} />
      </p>
      <RowsAround blocker={blocker} fix={fixes[0]?.fix ?? null} />
      {fixes.map((offered, i) => (
        <OfferedFixView key={i} offered={offered} />
      ))}
      {looking && <p className={styles.looking}>Looking for a fix…</p>}
    </Section>
  )
}

/** Where it stands, by the number the list and the canvas show; they show no reply to what does not arrive. */
function placeOf(blocker: Blocker, answer: AskResult | null): string {
  const number = hopList(answer).find((hop) => hop.index === blocker.hop)?.number ?? blocker.hop + 1
  if (blocker.direction === 'request') return `hop ${number}`
  return answer?.ok === true && answer.answer.delivered ? `reply, hop ${number}` : 'reply'
}

function OfferedFixView({ offered: { fix, opens } }: { readonly offered: OfferedFix }) {
  const applyFix = useStore((state) => state.applyFix)
  return (
    <div className={styles.fix}>
      <FixButton fix={fix} onApply={() => applyFix(fix)} />
      <AlsoOpens opens={opens} />
    </div>
  )
}

interface FixButtonProps {
  readonly fix: Fix
  readonly onApply: () => void
  readonly small?: boolean
}

const adding = new Set(['Add', 'Allow', 'Associate', 'Attach', 'Create', 'Give', 'Put'])
const removing = new Set(['Delete', 'Detach', 'Remove'])

export function FixButton({ fix, onApply, small }: FixButtonProps) {
  const first = useStore((state) => plain(fix.title, state.design).split(' ')[0])
  const Icon = adding.has(first ?? '') ? Plus : removing.has(first ?? '') ? Minus : Pencil
  return (
    <Button
      className={styles.button}
      wide={!small}
      size={small ? 'small' : 'normal'}
      icon={<Icon aria-hidden="true" />}
      onClick={onApply}
    >
      <span>
        <PhraseText phrase={fix.title} still />
      </span>
    </Button>
  )
}
