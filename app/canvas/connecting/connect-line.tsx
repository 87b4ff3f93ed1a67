// From the first of two things that are joined to the pointer, and in words what letting go there does.
import { ViewportPortal } from '@xyflow/react'
import { Ban, MessageCircleQuestion, Plus, Spline } from 'lucide-react'
import { useEffect } from 'react'
import type { Connection } from '../../library.ts'
import { camera, useStore, type Connecting } from '../../store/index.ts'
import { boxesOf } from '../hit.ts'
import overlay from '../overlay.module.css'
import styles from './connect-line.module.css'
import { bands } from '../project.ts'
import { underPointer } from './under-pointer.ts'

export function ConnectLine() {
  const connecting = useStore((state) => state.connecting)
  const active = connecting !== null
  useEffect(() => {
    if (!active) return
    const follow = (event: PointerEvent) => {
      if (!event.isPrimary) return
      const at = { x: event.clientX, y: event.clientY }
      useStore.getState().moveConnecting(underPointer(at), at)
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [active])
  return connecting?.at ? <Line {...connecting} at={connecting.at} /> : null
}

function Line({ from: id, at, connection }: Connecting & { readonly at: NonNullable<Connecting['at']> }) {
  const from = useStore((state) => boxesOf(state.design).get(id))
  if (!from) return null
  const to = camera().toDesign(at)
  return (
    <ViewportPortal>
      <svg className={`${overlay.lines} ${styles.lines}`} style={{ zIndex: bands.marks }} aria-hidden="true">
        <path
          data-sort={connection?.sort}
          d={`M${from.x + from.width} ${from.y + from.height / 2}L${to.x} ${to.y}`}
        />
      </svg>
    </ViewportPortal>
  )
}

/** Beside the pointer. */
export function ConnectWords() {
  const connecting = useStore((state) => state.connecting)
  if (!connecting?.at || (!connecting.connection && !connecting.void)) return null
  const { at, connection } = connecting
  return (
    <output
      className={styles.words}
      data-above={at.y > window.innerHeight - 140}
      style={{ transform: `translate(${Math.min(at.x + 16, window.innerWidth - widest)}px, ${at.y + 18}px)` }}
    >
      {connection === null ? <Plus {...icon} /> : <SortIcon sort={connection.sort} />}
      {connection === null
        ? 'Let go to choose what to add'
        : connection.sort === 'none'
          ? connection.why
          : connection.label}
    </output>
  )
}

/** What the words take at most, with the window's edge. */
const widest = 312

const icon = { size: 14, 'aria-hidden': true } as const

function SortIcon({ sort }: { readonly sort: Connection['sort'] }) {
  if (sort === 'none') return <Ban {...icon} />
  return sort === 'change' ? <Spline {...icon} /> : <MessageCircleQuestion {...icon} />
}
