// A row of tabs in one track. Arrow keys move; the panel below is the caller's.
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './segmented.module.css'

export interface SegmentedProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: ReactNode; readonly name?: string }[]
  readonly onChange: (value: T) => void
  /** Takes only the room its words need. */
  readonly hug?: boolean
}

export function Segmented<T extends string>({ label, value, options, onChange, hug }: SegmentedProps<T>) {
  const track = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = options.findIndex((option) => option.value === value)
    const next = (at + step + options.length) % options.length
    const option = options[next]
    if (!option) return
    onChange(option.value)
    ;(track.current?.children[next] as HTMLElement | undefined)?.focus()
  }
  return (
    <div ref={track} role="tablist" aria-label={label} className={hug ? styles.hug : styles.track}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          aria-selected={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(option.value)}
          onKeyDown={move}
          {...(option.name === undefined ? {} : { 'aria-label': option.name })}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
