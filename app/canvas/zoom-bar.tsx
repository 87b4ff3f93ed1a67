// Zoom, at the lower left of the canvas.
import { Maximize, Minus, Plus } from 'lucide-react'
import { camera, useStore } from '../store/index.ts'
import styles from './zoom-bar.module.css'

export function ZoomBar() {
  const zoom = useStore((state) => Math.round(state.zoom * 100))
  return (
    <div className={styles.bar} role="toolbar" aria-label="Zoom" data-not-in-picture>
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => camera().zoomOut()}>
        <Minus size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={`Zoom ${zoom} %, back to 100 %`}
        title="To 100 % (Shift+0)"
        onClick={() => camera().zoomTo(1)}
      >
        {zoom}%
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => camera().zoomIn()}>
        <Plus size={15} aria-hidden="true" />
      </button>
      <span className={styles.rule} />
      <button
        type="button"
        aria-label="Fit the design"
        title="Fit the design (Shift+1)"
        onClick={() => camera().fit()}
      >
        <Maximize size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
