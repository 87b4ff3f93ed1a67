// A verdict is glyph + word + colour, never colour alone.
import { restWords, type Answer, type Verdict } from '../library.ts'
import styles from './verdict.module.css'

export const verdictWords: Readonly<Record<Verdict, string>> = {
  reachable: 'Reachable',
  partial: 'Partial',
  'one-way': 'One-way',
  blocked: 'Blocked',
  unknown: 'Unknown',
}

/** Disc with tick, half disc, arrow into a bar, octagon with bar, dashed ring. */
export function VerdictGlyph({ verdict, size = 16 }: { readonly verdict: Verdict; readonly size?: number }) {
  return (
    <svg className={styles[verdict]} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[verdict]}
    </svg>
  )
}

/** Of a partial answer, also what is known of the rest. */
export function VerdictPill({ verdict, rest }: Pick<Answer, 'verdict' | 'rest'>) {
  return (
    <span className={`${styles.pill} ${styles[verdict]} ${styles[`${verdict}Tint`]}`}>
      <VerdictGlyph verdict={verdict} />
      {verdictWords[verdict]}
      {rest !== null && restWords[rest]}
    </span>
  )
}

/** Glyph and word in one line of text. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={`${styles.word} ${styles[verdict]}`}>
      <VerdictGlyph verdict={verdict} size={14} />
      {verdictWords[verdict]}
    </span>
  )
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const cut = { ...line, stroke: 'var(--surface)' } as const

const shapes: Readonly<Record<Verdict, React.ReactNode>> = {
  reachable: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.9 8.3 7.1 10.5 11.2 5.9" {...cut} />
    </>
  ),
  partial: (
    <>
      <circle cx="8" cy="8" r="6.2" {...line} />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  'one-way': <path d="M1.2 8h9.6M7.6 4.6 11 8l-3.4 3.4M14 3.2v9.6" {...line} />,
  blocked: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M5 8h6" {...cut} />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.4" {...line} strokeDasharray="2.6 2.4" strokeLinecap="butt" />
      <path d="M6.3 6.6a1.7 1.7 0 1 1 2.4 1.5c-.5.3-.7.5-.7 1M8 11.1v.1" {...line} strokeWidth={1.3} />
    </>
  ),
}
