// Registers the canvas's viewport, so that commands and panels can move it without knowing React Flow.
import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { boxAround, type Box, type ResourceId } from '../library.ts'
import { registerCamera, type Camera, type Point } from '../store/camera.ts'
import { useStore } from '../store/index.ts'
import { boxesOf } from './hit.ts'
import { keepInView, movedInto, roomOf, showing } from './keep-in-view.ts'
import { pressThrough } from './press-through.ts'
import { motion, travel } from './travel.ts'

type Element = RefObject<HTMLDivElement | null>

/** `room` is the part of the canvas that no panel covers: what is fitted goes there. */
export function useCamera(canvas: Element, room: Element): void {
  const flow = useReactFlow()
  useEffect(() => {
    const [outer, inner] = [canvas.current, room.current]
    if (!outer || !inner) return undefined
    const travelling = travel(outer, flow)
    const stopPresses = pressThrough(outer)
    const { settle, stop } = keepInView({
      canvas: outer,
      room: inner,
      design: () => around(),
      chosen: eyed,
      viewport: () => flow.getViewport(),
      move: travelling.to,
    })
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
          settle()
          const box = around(ids)
          const to = box && showing(box, roomOf(inner), ids === undefined ? 1 : 1.5)
          if (to) travelling.to(to, atOnce)
        })
      },
      centreOn({ x, y }) {
        const zoom = flow.getZoom()
        void flow.setViewport({
          x: outer.clientWidth / 2 - x * zoom,
          y: outer.clientHeight / 2 - y * zoom,
          zoom,
        })
      },
      panTo(id) {
        // Asked for right after an edit: the new node is there one frame later.
        requestAnimationFrame(() => bringIntoView(id))
      },
      isOver: ({ x, y }) => outer.contains(document.elementFromPoint(x, y)),
      pointer() {
        return last !== null && camera.isOver(last) ? camera.toDesign(last) : null
      },
      element: () => outer,
      room: () => roomOf(inner),
    }
    const bringIntoView = (id: ResourceId) => {
      const box = boxesOf(useStore.getState().design).get(id)
      if (!box) return
      const at = settle()
      const to = movedInto(box, roomOf(inner), at)
      if (to.x !== at.x || to.y !== at.y) travelling.to(to)
    }
    let last: Point | null = null
    const follow = (event: PointerEvent) => {
      last = { x: event.clientX, y: event.clientY }
    }
    window.addEventListener('pointermove', follow)
    const leave = registerCamera(camera)
    return () => {
      window.removeEventListener('pointermove', follow)
      stop()
      travelling.stop()
      stopPresses()
      leave()
    }
  }, [flow, canvas, room])
}

function around(ids?: readonly ResourceId[]): Box | null {
  const boxes = boxesOf(useStore.getState().design)
  return boxAround(ids === undefined ? [...boxes.values()] : ids.flatMap((id) => boxes.get(id) ?? []))
}

/** What is selected and drawn; of an answer, all of the way matters. */
function eyed(): Box | null {
  const { selection, tracing } = useStore.getState()
  return tracing ? null : around(selection)
}
