// One hop: its number on the rail, its name, what the packet does there, and a line for each rule that decided.
import { useEffect, useMemo, useRef } from 'react'
import { useStore, type ListedHop } from '../store/index.ts'
import { NameOf } from '../ui/phrase-text.tsx'
import styles from './hop-row.module.css'
import { StepLine, linesOf, sessionHop } from './step-line.tsx'
import { hopWord } from './words.ts'

export function HopRow({ listed }: { readonly listed: ListedHop }) {
  const current = useStore((state) => state.hop === listed.number - 1)
  const setHop = useStore((state) => state.setHop)
  const hover = useStore((state) => state.hover)
  const word = useStore((state) => hopWord(state.design, listed.hop))
  const session = useStore((state) => sessionHop(state.answer, listed))
  const answer = useStore((state) => state.answer)
  const asked = useStore((state) => state.network.design)
  const lines = useMemo(
    () => linesOf(answer, asked, listed, session !== null),
    [answer, asked, listed, session],
  )
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    // The name is the row's button; a click anywhere else on the row is a convenience of the mouse.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={row}
      className={[styles.row, styles[listed.direction], current && styles.current].filter(Boolean).join(' ')}
      aria-current={current ? 'step' : undefined}
      onClick={() => setHop(listed.number - 1)}
      onPointerEnter={() => hover(listed.hop.at.resource)}
      onPointerLeave={() => hover(null)}
    >
      <span className={styles.number} aria-hidden="true">
        {listed.number}
      </span>
      <div className={styles.text}>
        <button type="button" className={styles.name}>
          <NameOf of={listed.hop.at} />
          <span className={styles.word}>{session === null ? word : `session of hop ${session}`}</span>
        </button>
        {lines.map((line, i) => (
          <StepLine key={i} line={line} direction={listed.direction} />
        ))}
      </div>
    </li>
  )
}
