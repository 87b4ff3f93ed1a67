// From the first thing chosen by the Connect tool to the pointer.
import { ViewportPortal } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { camera, useStore, type Point } from '../store/index.ts'
import { boxesOf } from './hit.ts'
import { bands } from './project.ts'
import overlay from './overlay.module.css'
import styles from './hairlines.module.css'

export function ConnectLine() {
  const from = useStore((state) =>
    state.connecting === null ? undefined : boxesOf(state.design).get(state.connecting),
  )
  const [to, setTo] = useState<Point | null>(null)
  const active = from !== undefined
  useEffect(() => {
    if (!active) return
    const follow = (event: PointerEvent) => setTo(camera().toDesign({ x: event.clientX, y: event.clientY }))
    window.addEventListener('pointermove', follow)
    return () => {
      window.removeEventListener('pointermove', follow)
      setTo(null)
    }
  }, [active])
  if (!from || !to) return null
  return (
    <ViewportPortal>
      <svg className={`${overlay.lines} ${styles.lines}`} style={{ zIndex: bands.marks }} aria-hidden="true">
        <path
          className={styles.joining}
          d={`M${from.x + from.width / 2} ${from.y + Math.min(from.height / 2, 14)}L${to.x} ${to.y}`}
        />
      </svg>
    </ViewportPortal>
  )
}
