// A sheet that floats over the canvas: surface, hairline, radius 10, soft shadow.
import type { ComponentProps, HTMLAttributes } from 'react'
import styles from './panel.module.css'

interface PanelProps extends HTMLAttributes<HTMLElement> {
  /** Its name for people who cannot see where it stands; makes it a region. */
  readonly label: string
}

export function Panel({ label, className, ...rest }: PanelProps) {
  return (
    <section aria-label={label} className={[styles.panel, className].filter(Boolean).join(' ')} {...rest} />
  )
}

/** A bar 44 high. */
export function Bar({ label, className, ...rest }: PanelProps) {
  return (
    <section
      aria-label={label}
      className={[styles.panel, styles.bar, className].filter(Boolean).join(' ')}
      {...rest}
    />
  )
}

export function BarDivider() {
  return <span className={styles.divider} aria-hidden="true" />
}

/** A part of a panel, with a hairline above all but the first. */
export function Section({
  className,
  as: Tag = 'div',
  ...rest
}: ComponentProps<'div'> & { readonly as?: 'div' | 'section' }) {
  return <Tag className={[styles.section, className].filter(Boolean).join(' ')} {...rest} />
}
