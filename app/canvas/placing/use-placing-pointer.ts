// After a click on the palette the new resource hangs on the pointer: the next click places it, with Shift again and again;
// Escape lets it go.
import { useEffect } from 'react'
import { useStore } from '../../store/index.ts'

export function usePlacingPointer(): void {
  const placing = useStore((state) => state.dragging !== null)
  useEffect(() => {
    if (!placing) return
    const stop = new AbortController()
    const { signal } = stop
    const state = useStore.getState
    let pressed: { x: number; y: number } | null = null
    window.addEventListener(
      'pointermove',
      // A second finger is not what it hangs on.
      (event) => event.isPrimary && state().movePlacing(event.clientX, event.clientY),
      { signal },
    )
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return
        // A tap comes without a move before it.
        state().movePlacing(event.clientX, event.clientY)
        if (state().dragging?.legality === null) return
        // Nothing beneath may take the press as a selection or the start of a marquee.
        event.stopPropagation()
        event.preventDefault()
        pressed = { x: event.clientX, y: event.clientY }
      },
      { signal, capture: true },
    )
    window.addEventListener(
      'click',
      (event) => {
        if (pressed === null) return
        pressed = null
        event.stopPropagation()
        event.preventDefault()
        state().movePlacing(event.clientX, event.clientY)
        state().dropPlacing(event.shiftKey)
      },
      { signal, capture: true },
    )
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        state().cancelPlacing()
      },
      { signal, capture: true },
    )
    return () => stop.abort()
  }, [placing])
}
