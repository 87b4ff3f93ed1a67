// Attachments as hairlines: a gateway to the outside, a peering to its VPCs. Containment is boxes, never lines.
import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import { attachmentsOf } from '../library.ts'
import { useStore } from '../store/index.ts'
import { boxesOf } from './hit.ts'
import { drawnNow, useMoved } from './moved.ts'
import { bands } from './project.ts'
import overlay from './overlay.module.css'
import styles from './hairlines.module.css'

export function Hairlines() {
  const design = useStore((state) => state.design)
  const moved = useMoved((state) => state.moved)
  // A path says more about the same border, and there is no room for both.
  const hidden = useStore((state) => state.tracing && state.answer?.ok === true)
  const path = useMemo(() => {
    const now = drawnNow(design, moved)
    return attachmentsOf(now, boxesOf(now))
      .map(({ line }) => line.d)
      .join('')
  }, [design, moved])
  if (hidden) return null
  return (
    <ViewportPortal>
      <svg className={`${overlay.lines} ${styles.lines}`} style={{ zIndex: bands.lines }} aria-hidden="true">
        <path d={path} />
      </svg>
    </ViewportPortal>
  )
}
