// One end of the question: a resource, an address, an AWS service or `internet`, typed, chosen or picked on the canvas.
import { Crosshair } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from '../store/index.ts'
import { Combo, type ComboOption } from '../ui/combo.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { onceLetGo } from '../ui/once-let-go.ts'
import styles from './chip.module.css'
import { endKind, endOptions, endText } from './ends.ts'

interface EndFieldProps {
  readonly end: 'from' | 'to'
}

export function EndField({ end }: EndFieldProps) {
  const value = useStore((state) => state.question[end])
  const network = useStore((state) => state.network)
  const picking = useStore((state) => state.picking === end)
  const wrong = useStore(
    (state) => state.answer?.ok === false && state.answer.field === end && state.picking === null,
  )
  const ask = useStore((state) => state.ask)
  const setPicking = useStore((state) => state.setPicking)
  const [typed, setTyped] = useState<string | null>(null)
  const [entered, setEntered] = useState(false)
  // Listing every end of a large design after every edit would cost a frame, so only the field that is used does.
  const ends = useMemo(() => (entered ? endOptions(network, end) : []), [entered, network, end])
  const options: readonly ComboOption[] = useMemo(
    () => ends.map(({ kind, ...option }) => ({ ...option, icon: <KindIcon kind={kind} size={18} /> })),
    [ends],
  )
  const kind = endKind(network, value)
  const text = typed ?? endText(network.design, value)
  const commit = (given: string) => {
    setTyped(null)
    const wanted = given.trim()
    const named = ends.filter((option) => option.label.toLowerCase() === wanted.toLowerCase())
    const next = named.length === 1 && named[0] ? named[0].value : wanted
    if (next !== value && !(wanted === endText(network.design, value))) ask({ [end]: next })
  }
  const classes = [styles.chip, picking && styles.picking, wrong && typed === null && styles.invalid]
  return (
    <span className={classes.filter(Boolean).join(' ')} data-anchor>
      {kind !== null && typed === null && <KindIcon kind={kind} size={18} />}
      <span className={styles.grow} data-text={text || 'source'}>
        <Combo
          label={end === 'from' ? 'From' : 'To'}
          className={styles.input}
          text={text}
          placeholder={end === 'from' ? 'source' : 'destination'}
          options={options}
          invalid={wrong}
          onText={setTyped}
          onPick={(picked) => {
            setTyped(null)
            ask({ [end]: picked })
          }}
          onFocus={() => setEntered(true)}
          onBlur={() =>
            onceLetGo(() => {
              setEntered(false)
              if (typed !== null) commit(typed)
            })
          }
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Enter' && typed !== null) commit(typed)
            if (event.key === 'Escape') {
              setTyped(null)
              event.currentTarget.blur()
            }
          }}
          // Called once the list is open, with what closes it.
          // oxlint-disable-next-line react/no-unstable-nested-components
          foot={(close) => (
            <button
              type="button"
              className={styles.pick}
              onClick={() => {
                setTyped(null)
                close()
                setPicking(end)
              }}
            >
              <Crosshair aria-hidden="true" /> Pick on the canvas
            </button>
          )}
        />
      </span>
    </span>
  )
}
