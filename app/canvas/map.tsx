// The small map at the lower right: containers as outlines, the window as a frame. A click or drag there moves the canvas.
import { useStore as useFlow } from '@xyflow/react'
import { shownOn, type Box, type Design } from '../library.ts'
import { standingIn } from '../analysis/standing-in.ts'
import { camera, useStore, type Store } from '../store/index.ts'
import { boxesOf } from './hit.ts'
import { lookOf } from './views/look.ts'
import styles from './map.module.css'

const width = 100
const height = 76
const margin = 6

export function Map() {
  const design = useStore((state) => state.design)
  const hidden = useStore(
    (state) => state.tracing && state.answer?.ok === true && state.answer.answer.verdict !== 'blocked',
  )
  const frame = frameOf(design)
  if (hidden || !frame) return null
  const scale = Math.min((width - 2 * margin) / frame.width, (height - 2 * margin) / frame.height)
  const left = (width - frame.width * scale) / 2
  const top = (height - frame.height * scale) / 2
  // The whole of the map in the design's own coordinates, but for its border and the line of the frame.
  const shown = {
    x: frame.x + (1 - left) / scale,
    y: frame.y + (1 - top) / scale,
    width: (width - 4) / scale,
    height: (height - 4) / scale,
  }
  const moveTo = (event: React.PointerEvent<SVGSVGElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - bounds.left - left) / scale + frame.x
    const y = (event.clientY - bounds.top - top) / scale + frame.y
    camera().centreOn({ x, y })
  }
  return (
    <svg
      className={styles.map}
      width={width}
      height={height}
      // What can be done here, the keys and the zoom bar do too.
      aria-hidden="true"
      data-not-in-picture
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        moveTo(event)
      }}
      onPointerMove={(event) => {
        // Only a press that began here: what is dragged across the map does not move it.
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event)
      }}
    >
      <g transform={`translate(${left - frame.x * scale} ${top - frame.y * scale}) scale(${scale})`}>
        <Boxes design={design} />
        <View within={shown} />
      </g>
    </svg>
  )
}

function Boxes({ design }: { readonly design: Design }) {
  const network = useStore((state: Store) => state.network)
  const boxes = boxesOf(design)
  return [...boxes].map(([id, box]) => {
    const resource = design.resources[id]
    if (!resource || shownOn(design, id) !== 'container') return null
    const look = lookOf(resource.kind, standingIn(network, resource))
    if (look.nameOnBorder) return null
    return (
      <rect
        key={id}
        {...box}
        fill={resource.kind === 'region' ? 'none' : `var(--${look.colour}-tint)`}
        stroke={`var(--${look.colour}-line)`}
      />
    )
  })
}

/** The part of the design that the window shows. Where that is more than the map, the frame runs along the map's edge. */
function View({ within }: { readonly within: Box }) {
  const [x, y, zoom] = useFlow((state) => state.transform)
  const w = useFlow((state) => state.width)
  const h = useFlow((state) => state.height)
  const left = Math.max(within.x, -x / zoom)
  const top = Math.max(within.y, -y / zoom)
  const right = Math.min(within.x + within.width, (w - x) / zoom)
  const bottom = Math.min(within.y + within.height, (h - y) / zoom)
  // The window shows nothing of the design.
  if (right <= left || bottom <= top) return null
  return <rect className={styles.view} x={left} y={top} width={right - left} height={bottom - top} />
}

function frameOf(design: Design): Box | null {
  const boxes = [...boxesOf(design).values()]
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(1, ...boxes.map((box) => box.x + box.width - x)),
    height: Math.max(1, ...boxes.map((box) => box.y + box.height - y)),
  }
}
