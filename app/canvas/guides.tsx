// What is being dragged lines up with something: the line they share, or the equal gaps between them. Beneath the cards,
// so that nothing on them is crossed out.
import { ViewportPortal } from '@xyflow/react'
import type { Guide } from '../library.ts'
import { useMoved } from './moved.ts'
import { bands } from './project.ts'
import overlay from './overlay.module.css'
import styles from './guides.module.css'

export function Guides() {
  const guides = useMoved((state) => state.guides)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={`${overlay.lines} ${styles.guides}`} style={{ zIndex: bands.lines }} aria-hidden="true">
        {guides.map((guide) => (
          <path key={pathOf(guide)} data-guide={guide.sort} d={pathOf(guide)} />
        ))}
      </svg>
    </ViewportPortal>
  )
}

function pathOf({ sort, x1, y1, x2, y2 }: Guide): string {
  const line = `M${x1} ${y1}L${x2} ${y2}`
  if (sort === 'line') return line
  // A gap is measured between two short strokes.
  return x1 === x2
    ? `${line}M${x1 - 4} ${y1}h8M${x1 - 4} ${y2}h8`
    : `${line}M${x1} ${y1 - 4}v8M${x2} ${y1 - 4}v8`
}
