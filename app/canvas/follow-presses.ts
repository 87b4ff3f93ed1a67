// A press on the canvas itself, until no second press can make a double click of it.

/** A second press that comes so soon after the first one was let go, in milliseconds, makes a double click of both. */
const second = 300

interface Following {
  /** Pressed, for the first time or once more. */
  readonly down: (event: PointerEvent) => void
  /** Let go; a second press may still follow. */
  readonly up?: () => void
  /** None followed. */
  readonly over: () => void
}

/** Returns what stops it. */
export function followPresses(canvas: HTMLElement, { down, up, over }: Following): () => void {
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  let pressed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const onUp = () => {
    if (!pressed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      pressed = false
      over()
    }, second)
    up?.()
  }
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      // What lies above the canvas, such as the map, is not of it; the menu of the right button may keep its release.
      if (!(event.target instanceof Element) || !event.target.closest('.react-flow') || event.button === 2)
        return
      clearTimeout(timer)
      pressed = true
      down(event)
    },
    options,
  )
  window.addEventListener('pointerup', onUp, options)
  window.addEventListener('pointercancel', onUp, options)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
