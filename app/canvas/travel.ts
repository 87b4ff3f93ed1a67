// The canvas moves by itself, but never under a held button: what was pressed must be there still when it is let go.
import type { ReactFlowInstance, Viewport } from '@xyflow/react'

/** How long a move takes, in milliseconds. */
export const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

interface Travel {
  /** Moves there: at once, or in a moment; while a button is held, once it was let go. */
  readonly to: (viewport: Viewport, atOnce?: boolean) => void
  readonly stop: () => void
}

export function travel(
  canvas: HTMLElement,
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
): Travel {
  /** Where the canvas stood when it was pressed. */
  let held: Viewport | null = null
  let waiting: Viewport | null = null
  let way: { readonly to: Viewport; readonly until: number } | null = null
  const set = (to: Viewport, duration: number) => {
    way = { to, until: performance.now() + duration }
    void flow.setViewport(to, { duration })
  }
  const hold = (event: PointerEvent) => {
    // What lies above the canvas, such as the map, does not move with it.
    if (!(event.target instanceof Element) || !event.target.closest('.react-flow')) return
    held = flow.getViewport()
    waiting = way && way.until > performance.now() ? way.to : null
    if (waiting) void flow.setViewport(held)
  }
  const letGo = () => {
    if (!held) return
    const [pressed, to] = [held, waiting]
    // The click comes after this, in the same turn.
    requestAnimationFrame(() => {
      // Panned meanwhile, it stays where it was panned to.
      if (to && same(flow.getViewport(), pressed)) set(to, motion())
    })
    held = waiting = null
  }
  canvas.addEventListener('pointerdown', hold, true)
  window.addEventListener('pointerup', letGo, true)
  window.addEventListener('pointercancel', letGo, true)
  return {
    to(viewport, atOnce = false) {
      if (held) waiting = viewport
      else set(viewport, atOnce ? 0 : motion())
    },
    stop() {
      canvas.removeEventListener('pointerdown', hold, true)
      window.removeEventListener('pointerup', letGo, true)
      window.removeEventListener('pointercancel', letGo, true)
    },
  }
}

/** To the eye. */
export const same = (a: Viewport, b: Viewport): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001
