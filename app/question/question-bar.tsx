// The question in words: "Can app-1 reach internet on tcp 443". Every part is a picker and a text field.
import { useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { Bar } from '../ui/panel.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { EndField } from './end-field.tsx'
import { MoreFields } from './more-fields.tsx'
import styles from './question-bar.module.css'
import { ServiceField } from './service-field.tsx'

export function QuestionBar() {
  const tracing = useStore((state) => state.tracing)
  const startTrace = useStore((state) => state.startTrace)
  const endTrace = useStore((state) => state.endTrace)
  // On an empty canvas there is nothing to ask about: what is called for is a start.
  const empty = useStore((state) => Object.keys(state.design.resources).length === 0)
  return (
    <div className={styles.wrap}>
      <Bar label="Question" className={tracing ? `${styles.bar} ${styles.asked}` : styles.bar}>
        <span className={styles.word}>Can</span>
        <EndField end="from" />
        <span className={styles.word}>reach</span>
        <EndField end="to" />
        <span className={styles.word}>on</span>
        <ServiceField />
        <MoreFields />
        {tracing ? (
          // Two buttons: one that turned into the other would fade from amber beneath the new word.
          <Button key="done" look="bare" shortcut="Esc" onClick={endTrace}>
            Done
          </Button>
        ) : (
          <Button key="trace" look={empty ? 'outlined' : 'primary'} shortcut="T" onClick={startTrace}>
            Trace
          </Button>
        )}
      </Bar>
      <Problem />
    </div>
  )
}

/** Why the question cannot be asked, under the bar, with what could be meant instead. */
function Problem() {
  const answer = useStore((state) => state.answer)
  const picking = useStore((state) => state.picking)
  const ask = useStore((state) => state.ask)
  if (picking !== null) {
    return (
      <output className={styles.hint}>
        Click the {picking === 'from' ? 'source' : 'destination'} on the canvas <kbd>Esc</kbd>
      </output>
    )
  }
  if (!answer || answer.ok) return null
  return (
    <div className={styles.problem} role="alert">
      <span>
        <Sentence phrase={answer.problem} />
      </span>
      {answer.suggestions.slice(0, 3).map((suggestion) => (
        <Button key={suggestion} size="small" onClick={() => ask({ [answer.field]: suggestion })}>
          {suggestion}
        </Button>
      ))}
    </div>
  )
}
