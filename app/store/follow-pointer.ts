// A press that becomes a drag once it has moved far enough. Pointer events: HTML5 drag and drop does not work by touch.

export interface Follower {
  readonly start: (x: number, y: number) => void
  readonly move: (x: number, y: number) => void
  readonly end: () => void
  readonly cancel: () => void
}

export function followPointer(
  from: { clientX: number; clientY: number; pointerId: number },
  threshold: number,
  follower: Follower,
): void {
  let started = false
  const stop = new AbortController()
  const { signal } = stop
  /** Only the pointer that pressed: another finger may come and go meanwhile. */
  const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', act: (event: PointerEvent) => void) =>
    window.addEventListener(type, (event) => event.pointerId === from.pointerId && act(event), { signal })
  const onMove = (event: PointerEvent) => {
    if (!started && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < threshold) return
    if (started) follower.move(event.clientX, event.clientY)
    else follower.start(event.clientX, event.clientY)
    started = true
  }
  const onUp = () => {
    stop.abort()
    if (!started) return
    // The click that follows this release is part of the drag, not a click on what lies beneath.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
    follower.end()
  }
  const onCancel = () => {
    stop.abort()
    if (started) follower.cancel()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  listen('pointermove', onMove)
  listen('pointerup', onUp)
  listen('pointercancel', onCancel)
  window.addEventListener('keydown', onKey, { signal, capture: true })
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}
