// The foot of a blocked trace: all fixes at once, and the verdict that they would give.
import { ArrowRight } from 'lucide-react'
import type { Answer } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { VerdictWord } from '../ui/verdict.tsx'
import { AlsoOpens } from './also-opens.tsx'
import styles from './apply-all.module.css'
import { toldOnce } from './told-once.ts'

export function ApplyAll({ answer }: { readonly answer: Answer }) {
  const mending = useStore((state) => state.mending)
  const applyAll = useStore((state) => state.applyAll)
  if (answer.blockers.length === 0) return null
  // Kept free while it is looked for what to say here.
  if (mending === null) return <footer className={styles.foot} />
  const fixable = toldOnce(answer, mending).filter((i) => (mending.fixes[i] ?? []).length > 0).length
  if (fixable === 0) return null
  return (
    <footer className={styles.foot}>
      <div className={styles.row}>
        {fixable > 1 ? (
          <Button look="ink" onClick={applyAll}>
            {fixable === 2 ? 'Apply both' : `Apply all ${fixable}`}
          </Button>
        ) : (
          <span className={styles.note}>With the fix</span>
        )}
        {mending.all && (
          <>
            <ArrowRight className={styles.arrow} aria-label="gives" />
            <VerdictWord verdict={mending.all.verdict} />
          </>
        )}
      </div>
      {fixable > 1 && mending.all && <AlsoOpens opens={mending.all.opens} />}
    </footer>
  )
}
