// Registers the canvas's viewport, so that commands and panels can move it without knowing React Flow.
import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { boxAround, type Box, type ResourceId } from '../library.ts'
import { registerCamera, type Camera, type Point } from '../store/camera.ts'
import { useStore } from '../store/index.ts'
import { boxesOf } from './hit.ts'

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

/** Room that the floating panels take from the canvas, left to be clear when something is fitted. */
export function clearance(element: HTMLElement): {
  left: number
  top: number
  right: number
  bottom: number
} {
  const style = getComputedStyle(element)
  const px = (name: string, otherwise: number) => Number.parseFloat(style.getPropertyValue(name)) || otherwise
  return {
    left: px('--clear-left', 24),
    top: px('--clear-top', 68),
    right: px('--clear-right', 24),
    bottom: px('--clear-bottom', 24),
  }
}

export function useCamera(canvas: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow()
  useEffect(() => {
    const show = (box: Box, most: number, duration: number) => {
      const element = canvas.current
      if (!element) return
      const clear = clearance(element)
      const width = Math.max(80, element.clientWidth - clear.left - clear.right)
      const height = Math.max(80, element.clientHeight - clear.top - clear.bottom)
      const zoom = Math.max(0.1, Math.min(most, width / box.width, height / box.height))
      void flow.setViewport(
        {
          zoom,
          x: clear.left + (width - box.width * zoom) / 2 - box.x * zoom,
          // A design lower than the window hangs from the top, where the eye starts.
          y: clear.top + Math.max(0, Math.min(24, (height - box.height * zoom) / 2)) - box.y * zoom,
        },
        { duration },
      )
    }
    const camera: Camera = {
      toDesign: (point) => flow.screenToFlowPosition(point),
      toScreen: (point) => flow.flowToScreenPosition(point),
      zoom: () => flow.getZoom(),
      zoomIn: () => void flow.zoomIn({ duration: motion() }),
      zoomOut: () => void flow.zoomOut({ duration: motion() }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: motion() }),
      fit(ids, atOnce = false) {
        // Asked for right after an edit: the panels have made room one frame later.
        requestAnimationFrame(() => {
          const box = around(ids)
          if (box) show(box, ids === undefined ? 1 : 1.5, atOnce ? 0 : motion())
        })
      },
      centreOn({ x, y }) {
        const element = canvas.current
        if (!element) return
        const zoom = flow.getZoom()
        void flow.setViewport({
          x: element.clientWidth / 2 - x * zoom,
          y: element.clientHeight / 2 - y * zoom,
          zoom,
        })
      },
      panTo(id) {
        // Asked for right after an edit: the new node is there one frame later.
        requestAnimationFrame(() => bringIntoView(id))
      },
      isOver: ({ x, y }) => canvas.current?.contains(document.elementFromPoint(x, y)) ?? false,
      pointer() {
        return last !== null && camera.isOver(last) ? camera.toDesign(last) : null
      },
      element: () => canvas.current,
    }
    const bringIntoView = (id: ResourceId) => {
      const element = canvas.current
      const box = boxesOf(useStore.getState().design).get(id)
      if (!element || !box) return
      const clear = clearance(element)
      const { x, y, zoom } = flow.getViewport()
      const dx = shiftInto(box.x * zoom + x, box.width * zoom, clear.left, element.clientWidth - clear.right)
      const dy = shiftInto(
        box.y * zoom + y,
        box.height * zoom,
        clear.top,
        element.clientHeight - clear.bottom,
      )
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: motion() })
    }
    let last: Point | null = null
    const follow = (event: PointerEvent) => {
      last = { x: event.clientX, y: event.clientY }
    }
    window.addEventListener('pointermove', follow)
    const unregister = registerCamera(camera)
    return () => {
      window.removeEventListener('pointermove', follow)
      unregister()
    }
  }, [flow, canvas])
}

/** How far to move so that [start, start + size] lies within [low, high]; nothing when it does, or when it covers it. */
function shiftInto(start: number, size: number, low: number, high: number): number {
  if (size > high - low) return start > low || start + size < high ? low - start : 0
  if (start < low) return low - start
  return start + size > high ? high - start - size : 0
}

function around(ids: readonly ResourceId[] | undefined): Box | null {
  const boxes = boxesOf(useStore.getState().design)
  return boxAround(ids === undefined ? [...boxes.values()] : ids.flatMap((id) => boxes.get(id) ?? []))
}
