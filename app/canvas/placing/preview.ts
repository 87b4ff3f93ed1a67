// What the library would make of letting go: where it would stand and what it would be called. Asked once per container.
import { place, type Box, type Design, type ResourceId } from '../../library.ts'
import { boxesOf } from '../hit.ts'

export interface Preview {
  readonly name: string
  /** On the canvas; null for what is not drawn. */
  readonly box: Box | null
}

let last: { design: Design; kind: string; parent: ResourceId | null; preview: Preview | null } | null = null

export function previewOf(design: Design, kind: string, parent: ResourceId | null): Preview | null {
  if (last && last.design === design && last.kind === kind && last.parent === parent) return last.preview
  const placed = place(design, kind, parent)
  const preview = placed.ok
    ? {
        name: placed.design.resources[placed.id]?.name ?? '',
        box: placed.design.layout[placed.id] ? (boxesOf(placed.design).get(placed.id) ?? null) : null,
      }
    : null
  last = { design, kind, parent, preview }
  return preview
}
