// What the library would make of letting go: where it would stand and what it would be called. Asked once per place.
import { absoluteBoxes, place, type Box, type Design, type ResourceId } from '../../library.ts'

export interface Preview {
  readonly name: string
  /** On the canvas; null for what is not drawn. */
  readonly box: Box | null
}

interface Asked {
  readonly design: Design
  readonly kind: string
  readonly parent: ResourceId | null
  readonly at: string
  readonly preview: Preview | null
}

/** The last one in the next free place, and the last one where the pointer is. */
let inNextPlace: Asked | null = null
let atPointer: Asked | null = null

/** `wanted` is relative to the parent, as for `place`. */
export function previewOf(
  design: Design,
  kind: string,
  parent: ResourceId | null,
  wanted?: Partial<Box>,
): Preview | null {
  const last = wanted ? atPointer : inNextPlace
  const at = wanted ? `${wanted.x} ${wanted.y}` : ''
  if (last?.design === design && last.kind === kind && last.parent === parent && last.at === at)
    return last.preview
  const placed = place(design, kind, parent, wanted)
  const preview = placed.ok
    ? {
        name: placed.design.resources[placed.id]?.name ?? '',
        box: placed.design.layout[placed.id] ? (absoluteBoxes(placed.design).get(placed.id) ?? null) : null,
      }
    : null
  const asked = { design, kind, parent, at, preview }
  if (wanted) atPointer = asked
  else inNextPlace = asked
  return preview
}
