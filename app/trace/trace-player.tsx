// Runs along the trace: step, play, or drag to any hop. Round stops are the request's, square ones the reply's.
import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { hopList, useStore } from '../store/index.ts'
import { Bar } from '../ui/panel.tsx'
import { IconButton } from '../ui/button.tsx'
import styles from './trace-player.module.css'

/** How long a hop is looked at while it plays. */
const beat = 1100

export function TracePlayer() {
  const answer = useStore((state) => state.answer)
  const tracing = useStore((state) => state.tracing)
  const hop = useStore((state) => state.hop)
  const playing = useStore((state) => state.playing)
  const setHop = useStore((state) => state.setHop)
  const setPlaying = useStore((state) => state.setPlaying)
  const list = hopList(answer)
  useEffect(() => {
    if (!playing) return undefined
    const timer = setTimeout(() => (hop + 1 < list.length ? setHop(hop + 1) : setPlaying(false)), beat)
    return () => clearTimeout(timer)
  }, [playing, hop, list.length, setHop, setPlaying])
  if (!tracing || !answer?.ok || !answer.answer.delivered || list.length === 0) return null
  return (
    <Bar label="Player" className={styles.player}>
      <IconButton label="Previous hop" disabled={hop === 0} onClick={() => setHop(hop - 1)}>
        <StepBack aria-hidden="true" />
      </IconButton>
      <IconButton
        label={playing ? 'Pause' : 'Play'}
        className={styles.play}
        onClick={() => setPlaying(!playing)}
      >
        {playing ? (
          <Pause fill="currentColor" aria-hidden="true" />
        ) : (
          <Play fill="currentColor" aria-hidden="true" />
        )}
      </IconButton>
      <IconButton label="Next hop" disabled={hop === list.length - 1} onClick={() => setHop(hop + 1)}>
        <StepForward aria-hidden="true" />
      </IconButton>
      <Track />
      <span className={styles.count}>
        Hop <b>{hop + 1}</b> of {list.length}
      </span>
    </Bar>
  )
}

function Track() {
  const list = useStore((state) => hopList(state.answer))
  const hop = useStore((state) => state.hop)
  const setHop = useStore((state) => state.setHop)
  const name = useStore((state) => {
    const at = hopList(state.answer)[state.hop]?.hop.at.resource ?? ''
    return state.design.resources[at]?.name ?? at
  })
  const track = useRef<HTMLDivElement>(null)
  const last = list.length - 1
  const toPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (!box || (event.type === 'pointermove' && event.buttons === 0)) return
    setHop(Math.round(((event.clientX - box.left) / box.width) * last))
  }
  const key = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: hop + 1,
      ArrowUp: hop + 1,
      ArrowLeft: hop - 1,
      ArrowDown: hop - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setHop(to)
  }
  const place = (index: number) => `${last === 0 ? 0 : (index / last) * 100}%`
  const turn = list.findIndex((each) => each.direction === 'reply')
  const requestEnd = turn < 0 ? last : turn - 1
  return (
    <div
      ref={track}
      className={styles.track}
      // A range input cannot draw round and square stops.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      aria-label="Hop"
      aria-valuemin={1}
      aria-valuemax={list.length}
      aria-valuenow={hop + 1}
      aria-valuetext={`Hop ${hop + 1} of ${list.length}: ${name}`}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        toPointer(event)
      }}
      onPointerMove={toPointer}
    >
      <span className={styles.request} style={{ left: 0, width: place(requestEnd) }} />
      {turn >= 0 && <span className={styles.reply} style={{ left: place(requestEnd), right: 0 }} />}
      {list.map((each, i) => (
        <span
          key={each.number}
          className={[styles.stop, styles[`${each.direction}Stop`], i === hop && styles.here]
            .filter(Boolean)
            .join(' ')}
          style={{ left: place(i) }}
        />
      ))}
    </div>
  )
}
