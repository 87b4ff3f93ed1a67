// A panel that opens over what was just pressed on the canvas lets the click through to it, and a second one.
import { followPresses } from './follow-presses.ts'

/** Further from where it began, a press is a drag, which must know what lies above the canvas. */
const still = 4

/** Returns what stops it. The attribute is for the panels' style. */
export function pressThrough(canvas: HTMLElement): () => void {
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  let began: PointerEvent | null = null
  const set = (event: PointerEvent | null) => {
    began = event
    canvas.toggleAttribute('data-pressed', event !== null)
  }
  const end = () => set(null)
  const stopPresses = followPresses(canvas, {
    down: (event) => set(event.button === 0 ? event : null),
    over: end,
  })
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (began && Math.hypot(clientX - began.clientX, clientY - began.clientY) > still) end()
    },
    options,
  )
  window.addEventListener('pointercancel', end, options)
  return () => {
    stopPresses()
    end()
    stop.abort()
  }
}
