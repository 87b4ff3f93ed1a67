// A panel that opens over what was just pressed on the canvas lets the click through to it, and a second one.
import { second } from './travel.ts'

/** Further from where it began, a press is a drag, which must know what lies above the canvas. */
const still = 4

/** Returns what stops it. The attribute is for the panels' style. */
export function pressThrough(canvas: HTMLElement): () => void {
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  let began: PointerEvent | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    began = null
    canvas.removeAttribute('data-pressed')
  }
  const onUp = () => {
    if (began) timer = setTimeout(end, second)
  }
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      end()
      if (event.button !== 0 || !(event.target instanceof Element)) return
      if (!event.target.closest('.react-flow')) return
      began = event
      canvas.setAttribute('data-pressed', '')
    },
    options,
  )
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (began && Math.hypot(clientX - began.clientX, clientY - began.clientY) > still) end()
    },
    options,
  )
  window.addEventListener('pointerup', onUp, options)
  window.addEventListener('pointercancel', end, options)
  return () => {
    end()
    stop.abort()
  }
}
