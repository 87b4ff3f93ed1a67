// A service as a button that asks about it.
import type { Question } from '../../library.ts'
import { serviceText } from '../../question/service.ts'
import { useStore } from '../../store/index.ts'
import styles from './who-reaches.module.css'

interface AskChipProps {
  readonly question: Omit<Question, 'sourcePort'>
  /** The ends by name, for those who cannot see where it stands. */
  readonly from: string
  readonly to: string
  /** In place of the service. */
  readonly text?: string
}

export function AskChip({ question, from, to, text }: AskChipProps) {
  const ask = useStore((state) => state.ask)
  const startTrace = useStore((state) => state.startTrace)
  const service = text ?? serviceText(question)
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={`${service}: trace from ${from} to ${to}`}
      onClick={() => {
        ask({ ...question, sourcePort: null })
        startTrace()
      }}
    >
      {service}
    </button>
  )
}
