// What opens downwards on the canvas may end beneath the zoom bar, or beyond the window.
import { camera } from '../store/index.ts'

/** How many pixels of the screen an element reaches below the part of the canvas that nothing covers; 0 where it does not. */
export function overflowBelow(element: HTMLElement): number {
  const room = camera().room()
  const canvas = camera().element()?.getBoundingClientRect().top ?? 0
  return Math.max(0, element.getBoundingClientRect().bottom - (canvas + room.y + room.height))
}
