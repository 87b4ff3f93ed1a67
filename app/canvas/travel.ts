// The canvas moves by itself, but never under a held button: what was pressed must be there still when it is let go, and
// when it is pressed once more for a double click.
import type { ReactFlowInstance, Viewport } from '@xyflow/react'

/** How long a move takes, in milliseconds. */
export const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

/** A second press that comes so soon after the first one was let go, in milliseconds, makes a double click of both. */
export const second = 300

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
  /** Runs once the button was let go. */
  let timer: ReturnType<typeof setTimeout> | undefined
  let way: { readonly to: Viewport; readonly until: number } | null = null
  const set = (to: Viewport, duration: number) => {
    way = { to, until: performance.now() + duration }
    void flow.setViewport(to, { duration })
  }
  /** For those who wait until the canvas is at rest. */
  const tell = () => canvas.toggleAttribute('data-moves-soon', timer !== undefined && waiting !== null)
  const hold = (event: PointerEvent) => {
    // What lies above the canvas, such as the map, does not move with it.
    if (!(event.target instanceof Element) || !event.target.closest('.react-flow')) return
    // The menu that the right button opens may keep its release.
    if (event.button === 2) return
    clearTimeout(timer)
    timer = undefined
    const at = flow.getViewport()
    if (way && way.until > performance.now()) {
      waiting = way.to
      void flow.setViewport(at)
    } else if (held && !same(at, held)) waiting = null
    held = at
    tell()
  }
  const letGo = () => {
    if (!held) return
    clearTimeout(timer)
    timer = setTimeout(setOut, second)
    tell()
  }
  const setOut = () => {
    const [pressed, to] = [held, waiting]
    held = waiting = null
    timer = undefined
    tell()
    // Panned meanwhile, it stays where it was panned to.
    if (pressed && to && same(flow.getViewport(), pressed)) set(to, motion())
  }
  canvas.addEventListener('pointerdown', hold, true)
  window.addEventListener('pointerup', letGo, true)
  window.addEventListener('pointercancel', letGo, true)
  return {
    to(viewport, atOnce = false) {
      if (!held) return set(viewport, atOnce ? 0 : motion())
      waiting = viewport
      tell()
    },
    stop() {
      clearTimeout(timer)
      canvas.removeEventListener('pointerdown', hold, true)
      window.removeEventListener('pointerup', letGo, true)
      window.removeEventListener('pointercancel', letGo, true)
    },
  }
}

/** To the eye. */
export const same = (a: Viewport, b: Viewport): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001
