// Whether the design is safe in this browser. Quiet while it is.
import { Check, CloudAlert, LoaderCircle } from 'lucide-react'
import { useStore } from '../store/index.ts'
import { Tip } from '../ui/tooltip.tsx'
import styles from './saved-state.module.css'

const shown = {
  saved: { Icon: Check, word: 'Saved', why: 'Kept in this browser' },
  saving: { Icon: LoaderCircle, word: 'Saving', why: 'Being written to this browser' },
  failed: { Icon: CloudAlert, word: 'Not saved', why: 'This browser would not keep it. Save it as a file.' },
  elsewhere: { Icon: CloudAlert, word: 'Not saved', why: 'Another tab has this design open and saves it' },
} as const

export function SavedState() {
  const saved = useStore((state) => (state.openElsewhere ? 'elsewhere' : state.saved))
  const problem = useStore((state) => state.savingProblem)
  const { Icon, word, why } = shown[saved]
  return (
    <Tip text={saved === 'failed' && problem !== null ? problem : why}>
      <output className={saved === 'failed' || saved === 'elsewhere' ? styles.failed : styles.saved}>
        <Icon aria-hidden="true" />
        {word}
      </output>
    </Tip>
  )
}
