// What is selected, what the pointer is over, and which row of a table is shown.
import { shownAs } from '../canvas/shown-as.ts'
import type { Ref, ResourceId } from '../library.ts'
import { camera } from './camera.ts'
import type { Slice } from './store.ts'

export interface SelectionSlice {
  readonly selection: readonly ResourceId[]
  readonly hovered: ResourceId | null
  /** The rule or route that the inspector scrolls to. */
  readonly focusPart: Ref | null
  readonly select: (ids: readonly ResourceId[]) => void
  readonly hover: (id: ResourceId | null) => void
  /** Selects a resource, pans the canvas to it (or to what stands for it there) and shows the part. */
  readonly reveal: (ref: Ref) => void
}

export const selectionSlice: Slice<SelectionSlice> = (set, get) => ({
  selection: [],
  hovered: null,
  focusPart: null,
  select(ids) {
    const { selection } = get()
    if (ids.length === selection.length && ids.every((id, index) => id === selection[index])) return
    set({ selection: ids, focusPart: null })
  },
  hover(id) {
    if (id !== get().hovered) set({ hovered: id })
  },
  reveal(ref) {
    const { design } = get()
    if (!design.resources[ref.resource]) return
    set({ selection: [ref.resource], focusPart: ref, panel: 'inspector' })
    const shown = shownAs(design, ref.resource)
    if (shown !== null) camera().panTo(shown)
  },
})
