import { place, type Design } from './library.ts'

/** The design with one more, and its id. */
export function added(design: Design, kind: string, parent: string | null) {
  const placed = place(design, kind, parent)
  if (!placed.ok) throw new Error(`${kind} was refused`)
  return placed
}
