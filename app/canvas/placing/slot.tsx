// Where what is being placed will stand: a dashed slot on the canvas, with a line to what a gateway will join.
import { ViewportPortal } from '@xyflow/react'
import { kinds, type Resource } from '../../library.ts'
import { useStore, type Dragging } from '../../store/index.ts'
import { camera } from '../../store/camera.ts'
import { boxesOf, ghostBox } from '../hit.ts'
import { bands } from '../project.ts'
import { joinedTo } from './joins.ts'
import { previewOf } from './preview.ts'
import overlay from '../overlay.module.css'
import styles from './slot.module.css'

export function Slot() {
  const dragging = useStore((state) => state.dragging)
  return dragging?.legality ? <SlotOf dragging={dragging} /> : null
}

function SlotOf({ dragging }: { readonly dragging: Dragging }) {
  const design = useStore((state) => state.design)
  const { kind: name, legality } = dragging
  const kind = kinds.get(name)
  const parent = legality === null ? null : legality.ok ? legality.parent : legality.instead
  if (!kind || legality === null || (parent === null && !legality.ok)) return null
  const { shape } = kind.placement
  // As it is dropped: what is redirected goes to the next free place, all else to the one nearest the pointer.
  const wanted = legality.ok ? ghostBox(design, kind, parent, camera().toDesign(dragging)) : undefined
  const box = previewOf(design, name, parent, wanted)?.box
  if (!box) return null
  const other = joinedTo(design, name)
  const joins = other && boxesOf(design).get(other.id)
  return (
    <ViewportPortal>
      {joins && (
        <svg
          className={`${overlay.lines} ${styles.joins}`}
          style={{ zIndex: bands.lines }}
          aria-hidden="true"
        >
          <path d={`M${box.x + box.width / 2} ${box.y}V${joins.y + joins.height}`} />
        </svg>
      )}
      <div
        className={styles.slot}
        style={{
          transform: `translate(${box.x}px, ${box.y}px)`,
          width: box.width,
          height: box.height,
          zIndex: bands.marks,
        }}
      >
        {shape.startsWith('border') ? standsAt(design.resources[parent ?? '']) : ''}
      </div>
    </ViewportPortal>
  )
}

/** A gateway may also wait in a Region, attached to nothing. */
const standsAt = (container: Resource | undefined) =>
  container?.kind === 'region' ? 'not attached' : `attach to ${container?.name ?? ''}`
