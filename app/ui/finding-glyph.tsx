// Severity by shape as well as colour: octagon, triangle, disc.
import type { Severity } from '../library.ts'
import styles from './finding-glyph.module.css'

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
}

interface FindingGlyphProps {
  readonly severity: Severity
  readonly size?: number
  /** Says the severity aloud; leave out where a word beside it does. */
  readonly named?: boolean
}

export function FindingGlyph({ severity, size = 16, named }: FindingGlyphProps) {
  const name = named
    ? ({ role: 'img', 'aria-label': severityWords[severity] } as const)
    : ({ 'aria-hidden': true } as const)
  return (
    <svg className={styles[severity]} width={size} height={size} viewBox="0 0 16 16" {...name}>
      {shapes[severity]}
    </svg>
  )
}

const cut = { fill: 'none', stroke: 'var(--surface)', strokeWidth: 1.7, strokeLinecap: 'round' } as const

const shapes: Readonly<Record<Severity, React.ReactNode>> = {
  error: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M5 8h6" {...cut} />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.6 15.2 14H.8z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 6.2v3.4M8 12v.1" {...cut} />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 7.4v3.6M8 4.9v.1" {...cut} />
    </>
  ),
}
