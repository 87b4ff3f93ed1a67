// Four square handles on a selected container. It never gets smaller than what it holds.
import { isLocked, shownOn, type Box, type ResourceId } from '../../library.ts'
import { followPointer } from '../../store/follow-pointer.ts'
import { camera, useStore } from '../../store/index.ts'
import { commitMoves, resizeLimits, useMoved, type ResizeLimits } from '../moved.ts'
import styles from './resize-handles.module.css'

const corners = ['top left', 'top right', 'bottom left', 'bottom right'] as const
type Corner = (typeof corners)[number]

export function ResizeHandles({ id }: { readonly id: ResourceId }) {
  const alone = useStore(
    (state) =>
      state.selection.length === 1 && !state.nesting && !state.tracing && !isLocked(state.design, id),
  )
  if (!alone) return null
  return corners.map((corner) => (
    <i
      key={corner}
      className={`${styles.handle} nodrag nopan`}
      data-corner={corner}
      title="Drag to resize"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        resize(id, corner, event)
      }}
    />
  ))
}

function resize(
  id: ResourceId,
  corner: Corner,
  from: { clientX: number; clientY: number; pointerId: number },
): void {
  const { design } = useStore.getState()
  const start = design.layout[id]
  if (!start) return
  const limits = resizeLimits(design, id)
  const { setMoved, clear } = useMoved.getState()
  const at = (x: number, y: number) => {
    const zoom = camera().zoom()
    setMoved(resized(id, start, corner, (x - from.clientX) / zoom, (y - from.clientY) / zoom, limits))
  }
  followPointer(from, 2, {
    start: at,
    move: at,
    end: () => commitMoves('Resize', id),
    cancel: clear,
  })
}

/** The box with a corner moved, and its children shifted the other way when its origin moved, so that they stay put. */
function resized(
  id: ResourceId,
  start: Box,
  corner: Corner,
  dx: number,
  dy: number,
  limits: ResizeLimits,
): Map<ResourceId, Partial<Box>> {
  const [vertical, horizontal] = corner.split(' ')
  const left = horizontal === 'left' ? Math.round(Math.min(dx, limits.left)) : 0
  const top = vertical === 'top' ? Math.round(Math.min(dy, limits.top)) : 0
  const width =
    horizontal === 'left' ? start.width - left : Math.round(Math.max(start.width + dx, limits.width))
  const height =
    vertical === 'top' ? start.height - top : Math.round(Math.max(start.height + dy, limits.height))
  const boxes = new Map<ResourceId, Partial<Box>>([
    [id, { x: start.x + left, y: start.y + top, width, height }],
  ])
  const shift = left !== 0 || top !== 0
  for (const child of useMoved.getState().nodes(id)) {
    // What straddles the lower border goes with it.
    const down =
      shownOn(useStore.getState().design, child.id) === 'border-bottom' ? height - start.height + top : 0
    if (shift || down !== 0) boxes.set(child.id, { x: child.box.x - left, y: child.box.y - top + down })
  }
  return boxes
}
