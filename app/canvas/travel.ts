// The canvas moves by itself, but never under a held button: what was pressed must be there still when it is let go, and
// when it is pressed once more for a double click.
import type { ReactFlowInstance, Viewport } from '@xyflow/react'
import { followPresses } from './follow-presses.ts'

/** How long a move takes, in milliseconds. */
export const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

interface Travel {
  /** Moves there: at once, or in a moment; while a button is held, once no second press can follow. */
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
  let letGo = false
  let way: { readonly to: Viewport; readonly until: number } | null = null
  const set = (to: Viewport, duration: number) => {
    way = { to, until: performance.now() + duration }
    void flow.setViewport(to, { duration })
  }
  /** For those who wait until the canvas is at rest. */
  const tell = () => canvas.toggleAttribute('data-moves-soon', letGo && waiting !== null)
  const stop = followPresses(canvas, {
    down() {
      letGo = false
      const at = flow.getViewport()
      if (way && way.until > performance.now()) {
        waiting = way.to
        void flow.setViewport(at)
      } else if (held && !same(at, held)) waiting = null
      held = at
      tell()
    },
    up() {
      letGo = true
      tell()
    },
    over() {
      const [pressed, to] = [held, waiting]
      held = waiting = null
      letGo = false
      tell()
      // Panned meanwhile, it stays where it was panned to.
      if (pressed && to && same(flow.getViewport(), pressed)) set(to, motion())
    },
  })
  return {
    to(viewport, atOnce = false) {
      if (!held) return set(viewport, atOnce ? 0 : motion())
      waiting = viewport
      tell()
    },
    stop,
  }
}

/** To the eye. */
export const same = (a: Viewport, b: Viewport): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001
