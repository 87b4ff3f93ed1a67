// A plan of a container: how large it wants to be, and how its contents stand once its size is decided.
import type { Box } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Drawing } from './drawing.ts'
import type { Size } from './metrics.ts'

export interface Plan {
  readonly size: Size
  /** Puts the contents into a box of at least that size. */
  settle(size: Size): void
}

export interface Arranging {
  readonly drawing: Drawing
  readonly view: View
  /** Where everything goes; filled while plans settle. */
  readonly boxes: Map<ResourceId, Box>
  plan(container: Resource): Plan
}

export const larger = (a: Size, b: Size): Size => ({
  width: Math.max(a.width, b.width),
  height: Math.max(a.height, b.height),
})
