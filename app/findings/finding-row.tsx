// One finding: what, why, and a button for each way to mend it.
import type { Finding } from '../library.ts'
import { useStore } from '../store/index.ts'
import { FixButton } from '../trace/blocker-card.tsx'
import { FindingGlyph } from '../ui/finding-glyph.tsx'
import { PhraseText } from '../ui/phrase-text.tsx'
import { Sentence } from '../ui/sentence.tsx'
import styles from './finding-row.module.css'

export function FindingRow({ finding }: { readonly finding: Finding }) {
  const reveal = useStore((state) => state.reveal)
  const hover = useStore((state) => state.hover)
  const applyFix = useStore((state) => state.applyFix)
  return (
    <li
      className={styles.row}
      onPointerEnter={() => hover(finding.at.resource)}
      onPointerLeave={() => hover(null)}
    >
      <FindingGlyph severity={finding.severity} named />
      <div className={styles.text}>
        <button type="button" className={styles.title} onClick={() => reveal(finding.at)}>
          <PhraseText phrase={finding.title} still />
        </button>
        <p className={styles.detail}>
          <Sentence phrase={finding.detail} />
        </p>
        {finding.fixes.map((fix, i) => (
          <div key={i} className={styles.fix}>
            <FixButton fix={fix} small onApply={() => applyFix(fix)} />
          </div>
        ))}
      </div>
    </li>
  )
}
