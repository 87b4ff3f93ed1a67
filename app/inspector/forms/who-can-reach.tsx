// Who can reach a machine, endpoint or interface. Asked of the engine only once it is opened, a little at a time.
import { useEffect, useState } from 'react'
import { canBeReached, reachingFrom, sourcesFor, type Reaching, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { VerdictGlyph, verdictWords } from '../../ui/verdict.tsx'
import { reachedPart } from '../reached-part.ts'
import { AskChip } from './ask-chip.tsx'
import styles from './who-reaches.module.css'

export function WhoCanReach({ id }: { readonly id: ResourceId }) {
  const can = useStore((state) => canBeReached(state.network, id))
  const focused = useStore((state) => state.focusPart)
  const [chosen, setChosen] = useState<{ readonly open: boolean; readonly for: unknown } | null>(null)
  if (!can) return null
  // Asked for from elsewhere it opens, until it is closed again.
  const asked = focused?.resource === id && focused.part === reachedPart
  const open = chosen && chosen.for === focused ? chosen.open : asked || (chosen?.open ?? false)
  return (
    <Section>
      <details
        className={styles.who}
        open={open}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open !== open) setChosen({ open: currentTarget.open, for: focused })
        }}
      >
        <summary>Who can reach it?</summary>
        {open && <Sources id={id} />}
      </details>
    </Section>
  )
}

/** More are listed on request. */
const most = 12

function Sources({ id }: { readonly id: ResourceId }) {
  const { found, left } = useReaching(id)
  const [all, setAll] = useState(false)
  const shown = found.filter((each) => each.verdict !== 'blocked')
  const shut = found.length - shown.length
  const more = all ? 0 : shown.length - most
  return (
    <>
      <ul className={styles.sources}>
        {(more > 0 ? shown.slice(0, most) : shown).map((each) => (
          <Source key={each.from} id={id} reaching={each} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className={styles.chip} onClick={() => setAll(true)}>
          {more} more
        </button>
      )}
      <output className={styles.rest}>
        {left > 0 ? `${left} still to ask…` : sumUp(shown.length, shut)}
      </output>
    </>
  )
}

function sumUp(shown: number, shut: number): string {
  if (shut === 0) return ''
  const others = shut === 1 ? 'source cannot' : 'sources cannot'
  return shown === 0 ? 'Nothing that is drawn, and nothing on the internet.' : `${shut} other ${others}.`
}

/** More than these chips say less. */
const mostServices = 5

function Source({ id, reaching }: { readonly id: ResourceId; readonly reaching: Reaching }) {
  const resources = useStore((state) => state.design.resources)
  const hover = useStore((state) => state.hover)
  const { from, verdict, services, restUnknown } = reaching
  const name = resources[from]?.name ?? from
  const to = resources[id]?.name ?? id
  const more = services.length - mostServices
  const whole = { from, to: id, protocol: 'all', port: null }
  const question = (service: Reaching['services'][number]) => ({ from, to: id, ...service })
  return (
    <li onPointerEnter={() => resources[from] && hover(from)} onPointerLeave={() => hover(null)}>
      <VerdictGlyph verdict={verdict} />
      <span className="visually-hidden">{verdictWords[verdict]}</span>
      <b>{name}</b>
      <span className={styles.services}>
        {services.slice(0, mostServices).map((service) => (
          <AskChip
            key={`${service.protocol} ${service.port}`}
            question={question(service)}
            from={name}
            to={to}
            {...(service.protocol === 'all' ? { text: 'everything' } : {})}
          />
        ))}
        {more > 0 && <AskChip question={whole} from={name} to={to} text={`${more} more`} />}
        {services.length === 0 && (
          <AskChip
            question={whole}
            from={name}
            to={to}
            text={verdict === 'one-way' ? 'gets no reply' : 'not known'}
          />
        )}
        {services.length > 0 && restUnknown && <span className={styles.why}>the rest is not known</span>}
      </span>
    </li>
  )
}

/** No frame is kept waiting longer than this. */
const slice = 8

interface Progress {
  readonly found: readonly Reaching[]
  readonly left: number
}

function useReaching(id: ResourceId): Progress {
  const network = useStore((state) => state.network)
  const [progress, setProgress] = useState<Progress>({ found: [], left: 0 })
  useEffect(() => {
    const sources = sourcesFor(network, id)
    const found: Reaching[] = []
    let timer = 0
    const goOn = () => {
      const until = performance.now() + slice
      do {
        const from = sources[found.length]
        if (from !== undefined) found.push(reachingFrom(network, from, id))
      } while (found.length < sources.length && performance.now() < until)
      setProgress({ found: [...found], left: sources.length - found.length })
      if (found.length < sources.length) timer = window.setTimeout(goOn)
    }
    timer = window.setTimeout(goOn)
    return () => window.clearTimeout(timer)
  }, [network, id])
  return progress
}
