// A small round handle on the right border of what the pointer is over: a line drawn from it joins two things.
import { connects, type ResourceId } from '../../library.ts'
import { followPointer } from '../../store/follow-pointer.ts'
import { useStore, type Store } from '../../store/index.ts'
import { useMoved } from '../moved.ts'
import styles from './connect-handle.module.css'
import { underPointer } from './under-pointer.ts'

export function ConnectHandle({ id }: { readonly id: ResourceId }) {
  const shown = useStore((state) => isShown(state, id))
  const moving = useMoved((state) => state.moved.size > 0)
  if (!shown || moving) return null
  return (
    <i
      className={`${styles.handle} nodrag nopan`}
      data-connects
      title="Drag to connect"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        drawLine(id, event)
      }}
    />
  )
}

function isShown(
  { hovered, selection, connecting, dragging, nesting, tracing, picking, tool, design }: Store,
  id: ResourceId,
): boolean {
  if (connecting) return connecting.from === id
  if (hovered !== id && (selection.length !== 1 || selection[0] !== id)) return false
  const idle = !dragging && !nesting && !tracing && picking === null && tool === 'select'
  const resource = design.resources[id]
  return idle && resource !== undefined && connects(resource)
}

function drawLine(
  id: ResourceId,
  from: { clientX: number; clientY: number; pointerId: number; pointerType: string },
): void {
  const { startConnecting, moveConnecting, finishConnecting, cancelConnecting } = useStore.getState()
  const to = (x: number, y: number) => moveConnecting(underPointer({ x, y }), { x, y })
  followPointer(from, from.pointerType === 'touch' ? 6 : 4, {
    start(x, y) {
      startConnecting(id)
      to(x, y)
    },
    move: to,
    end: finishConnecting,
    cancel: cancelConnecting,
  })
}
