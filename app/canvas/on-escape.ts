/** While something is held, Escape lets go of it and does nothing else. Returns what stops listening. */
export function onEscape(letGo: () => void): () => void {
  const stop = new AbortController()
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    stop.abort()
    letGo()
  }
  window.addEventListener('keydown', onKey, { capture: true, signal: stop.signal })
  return () => stop.abort()
}
