import type { ResourceId } from '../library.ts'
import { camera, useStore } from '../store/index.ts'

/** Selects a resource and puts the keyboard on it. */
export function focusNode(id: ResourceId): void {
  useStore.getState().select([id])
  camera().panTo(id)
  requestAnimationFrame(() => {
    camera()
      .element()
      ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true })
  })
}
