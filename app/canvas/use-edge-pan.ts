// What is placed or drawn can be carried further than the window: near an edge of the canvas, the canvas moves.
import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { camera, useStore, type Point } from '../store/index.ts'
import { underPointer } from './connecting/under-pointer.ts'

/** So near an edge, and at most so fast a frame, in pixels. */
const edge = 28
const fastest = 14

/** React Flow does it for what is dragged on the canvas itself. */
export function useEdgePan(): void {
  const flow = useReactFlow()
  const carrying = useStore((state) => state.dragging !== null || state.connecting !== null)
  useEffect(() => {
    if (!carrying) return
    let at: Point | null = null
    let frame = 0
    const follow = (event: PointerEvent) => {
      if (event.isPrimary) at = { x: event.clientX, y: event.clientY }
    }
    const step = () => {
      frame = requestAnimationFrame(step)
      const element = camera().element()
      if (!at || !element || !camera().isOver(at)) return
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const by = { x: pull(at.x, left, right), y: pull(at.y, top, bottom) }
      if (by.x === 0 && by.y === 0) return
      const { x, y, zoom } = flow.getViewport()
      void flow.setViewport({ x: x + by.x, y: y + by.y, zoom })
      const { dragging, movePlacing, moveConnecting } = useStore.getState()
      if (dragging) movePlacing(at.x, at.y)
      else moveConnecting(underPointer(at), at)
    }
    window.addEventListener('pointermove', follow)
    frame = requestAnimationFrame(step)
    return () => {
      window.removeEventListener('pointermove', follow)
      cancelAnimationFrame(frame)
    }
  }, [carrying, flow])
}

/** Towards the edge that is near: the nearer, the faster. */
function pull(at: number, low: number, high: number): number {
  if (at < low + edge) return Math.round(((low + edge - at) / edge) * fastest)
  if (at > high - edge) return -Math.round(((at - high + edge) / edge) * fastest)
  return 0
}
