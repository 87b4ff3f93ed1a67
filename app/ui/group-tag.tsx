// A security group wherever it is named: its shield, its colour and its name.
import styles from './group-tag.module.css'

interface GroupTagProps {
  readonly name: string
  /** 1 to 8, in the order of creation. */
  readonly colour: number
}

export function GroupTag({ name, colour }: GroupTagProps) {
  return (
    <span className={styles.tag} style={{ color: `var(--group-${colour})` }}>
      <Shield />
      {name}
    </span>
  )
}

export function Shield({ size = 10 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path
        d="M6 .5 11 2.300v3.500C11 8.7 8.9 10.8 6 11.7 3.1 10.8 1 8.7 1 5.800V2.300z"
        fill="currentColor"
      />
    </svg>
  )
}
