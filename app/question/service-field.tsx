// Protocol and port of the question in one chip, with the usual ones to choose from.
import { useState } from 'react'
import { useStore } from '../store/index.ts'
import { Combo } from '../ui/combo.tsx'
import { onceLetGo } from '../ui/once-let-go.ts'
import styles from './chip.module.css'
import { parseService, presets, serviceText } from './service.ts'

const options = presets.map(({ text, what }) => ({ value: text, label: text, detail: what }))

export function ServiceField() {
  const question = useStore((state) => state.question)
  const ask = useStore((state) => state.ask)
  const asked = useStore(
    (state) =>
      state.answer?.ok === false && (state.answer.field === 'protocol' || state.answer.field === 'port'),
  )
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? serviceText(question)
  const wrong = typed === null ? asked : parseService(typed) === null
  const take = (given: string) => {
    const service = parseService(given)
    if (service) ask(service)
    return service !== null
  }
  return (
    <span
      className={[styles.chip, styles.mono, wrong && styles.invalid].filter(Boolean).join(' ')}
      data-anchor
    >
      <span className={styles.grow} data-text={text || 'tcp 443'}>
        <Combo
          label="Service"
          className={styles.input}
          text={text}
          options={options}
          invalid={wrong}
          placeholder="tcp 443"
          onText={(next) => {
            setTyped(next)
            take(next)
          }}
          onPick={(picked) => {
            setTyped(null)
            take(picked)
          }}
          onBlur={() => onceLetGo(() => setTyped(null))}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Enter' && typed !== null && take(typed)) setTyped(null)
            if (event.key === 'Escape') {
              setTyped(null)
              event.currentTarget.blur()
            }
          }}
        />
      </span>
    </span>
  )
}
