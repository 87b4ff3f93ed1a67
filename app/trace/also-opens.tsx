// What a fix, or all of them together, opens besides what was asked.
import { LockOpen } from 'lucide-react'
import type { Opened } from '../library.ts'
import { Sentence } from '../ui/sentence.tsx'
import styles from './also-opens.module.css'

/** Null while it is looked for. */
export function AlsoOpens({ opens }: { readonly opens: Opened | null }) {
  return (
    <p className={styles.opens}>
      <LockOpen aria-hidden="true" />
      <span>
        <b>Also opens:</b>{' '}
        {opens === null ? (
          'looking…'
        ) : opens.summary.length === 0 ? (
          'nothing else.'
        ) : (
          <Sentence phrase={opens.summary} begun />
        )}
      </span>
    </p>
  )
}
