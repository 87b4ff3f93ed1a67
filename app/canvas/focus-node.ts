import type { ResourceId } from '../library.ts'
import { camera, useStore } from '../store/index.ts'

/** Selects a resource and puts the keyboard on it. */
export function focusNode(id: ResourceId): void {
  useStore.getState().select([id])
  camera().panTo(id)
  requestAnimationFrame(() => nodeOf(id)?.focus({ preventScroll: true }))
}

/** What the keyboard may be put on; null for what is not drawn. */
export function nodeOf(id: ResourceId): HTMLElement | null {
  return (
    camera()
      .element()
      ?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null
  )
}
