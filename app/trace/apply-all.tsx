// The foot of a blocked trace: all fixes at once, and the verdict that they would give.
import { ArrowRight } from 'lucide-react'
import type { Answer } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { VerdictWord } from '../ui/verdict.tsx'
import styles from './apply-all.module.css'

export function ApplyAll({ answer }: { readonly answer: Answer }) {
  const fixable = useStore((state) => state.fixes.filter((offered) => offered.length > 0).length)
  const after = useStore((state) => state.afterFixes)
  const applyAll = useStore((state) => state.applyAll)
  if (answer.blockers.length === 0 || fixable === 0) return null
  return (
    <footer className={styles.foot}>
      {fixable > 1 ? (
        <Button look="ink" onClick={applyAll}>
          {fixable === 2 ? 'Apply both' : `Apply all ${fixable}`}
        </Button>
      ) : (
        <span className={styles.note}>With the fix</span>
      )}
      {after !== null && (
        <>
          <ArrowRight className={styles.arrow} aria-label="gives" />
          <VerdictWord verdict={after} />
        </>
      )}
    </footer>
  )
}
