// Placing a new resource from the palette: by dragging, by a click and another on the canvas, or straight by keyboard.
import {
  kinds,
  place,
  plain,
  whereToPlace,
  type Box,
  type Design,
  type Legality,
  type ResourceId,
} from '../library.ts'
import { aimedAt, boxesOf, ghostBox, holds } from '../canvas/hit.ts'
import { camera, type Point } from './camera.ts'
import { followPointer } from './follow-pointer.ts'
import type { Slice, Store } from './store.ts'

export interface Dragging {
  readonly kind: string
  /** Client coordinates of the pointer. */
  readonly x: number
  readonly y: number
  /** The container aimed at, mostly the deepest under the pointer; null is the bare canvas. */
  readonly over: ResourceId | null
  /** Null while the pointer is not over the canvas. */
  readonly legality: Legality | null
}

/** Resources dragged on the canvas, and what letting them go would do. */
interface Nesting {
  readonly ids: readonly ResourceId[]
  /** Client coordinates of the pointer. */
  readonly x: number
  readonly y: number
  readonly over: ResourceId | null
  readonly legality: Legality
}

export interface PlacingSlice {
  readonly dragging: Dragging | null
  readonly nesting: Nesting | null
  /** From a pointerdown on a palette row. A press that does not move is left to `placeByClick`. */
  readonly startPlacing: (
    kind: string,
    event: { clientX: number; clientY: number; pointerId: number; pointerType?: string },
  ) => void
  /** From a click on a palette row: the next click on the canvas places it. By keyboard (Enter): at once, into what is selected. */
  readonly placeByClick: (kind: string, byKeyboard?: boolean) => void
  readonly movePlacing: (x: number, y: number) => void
  /** Where the pointer is now. `again`: another one is in the hand at once. */
  readonly dropPlacing: (again?: boolean) => void
  readonly cancelPlacing: () => void
  /** Into a container (or the one that would take it); says why not in a message. */
  readonly placeInto: (kind: string, over: ResourceId | null) => void
  /** Opens the search for what to add at a point of the window. */
  readonly searchToAdd: (at: Point) => void
  readonly addAt: Point | null
  /** At the point that the search was opened for, else into what is selected. */
  readonly placeFound: (kind: string) => void
  readonly setNesting: (nesting: Nesting | null) => void
}

export const placingSlice: Slice<PlacingSlice> = (set, get) => ({
  dragging: null,
  nesting: null,
  addAt: null,
  startPlacing(kind, event) {
    const threshold = event.pointerType === 'touch' ? 6 : 4
    followPointer(event, threshold, {
      start: (x, y) => {
        set({ dragging: { kind, x, y, over: null, legality: null } })
        get().movePlacing(x, y)
      },
      move: (x, y) => get().movePlacing(x, y),
      end: () => get().dropPlacing(),
      cancel: () => get().cancelPlacing(),
    })
  },
  placeByClick(kind, byKeyboard = false) {
    if (byKeyboard) get().placeInto(kind, get().selection[0] ?? null)
    else set({ dragging: { kind, x: -1000, y: -1000, over: null, legality: null } })
  },
  movePlacing(x, y) {
    const { dragging, design } = get()
    if (!dragging) return
    if (!camera().isOver({ x, y })) {
      set({ dragging: { ...dragging, x, y, over: null, legality: null } })
      return
    }
    const over = aimedAt(design, kinds.get(dragging.kind), camera().toDesign({ x, y }))
    const legality =
      dragging.legality && dragging.over === over
        ? dragging.legality
        : whereToPlace(design, dragging.kind, over)
    set({ dragging: { ...dragging, x, y, over, legality } })
  },
  dropPlacing(again = false) {
    const { dragging, design } = get()
    set({ dragging: null })
    if (again && dragging)
      queueMicrotask(() => (set({ dragging }), get().movePlacing(dragging.x, dragging.y)))
    const kind = dragging && kinds.get(dragging.kind)
    if (!dragging || !kind || !dragging.legality) return
    const { legality } = dragging
    const box = legality.ok ? ghostBox(design, kind, legality.parent, camera().toDesign(dragging)) : undefined
    const placed = placeAs(get(), dragging.kind, legality, box)
    if (!placed) return
    // What came with it outside, such as the internet above its first gateway, may stand beyond the window's edge.
    const [beside] = broughtOutside(design, placed.design).filter((id) => id !== placed.id)
    // So may what found no room where it was let go, and what is as large as the window.
    const stands = boxesOf(placed.design).get(placed.id)
    const outermost = placed.design.resources[placed.id]?.parent === null
    const away = stands && !holds(stands, camera().toDesign(dragging))
    const shown = beside ?? (away || outermost ? placed.id : undefined)
    if (shown !== undefined) camera().panTo(shown)
  },
  cancelPlacing: () => set({ dragging: null }),
  placeInto(kind, over) {
    const placed = placeAs(get(), kind, whereToPlace(get().design, kind, over))
    if (placed) camera().panTo(placed.id)
  },
  searchToAdd(addAt) {
    set({ addAt })
    get().setDialog('commands')
  },
  placeFound(kind) {
    const { addAt, design, selection, placeInto, dropPlacing } = get()
    set({ addAt: null })
    if (addAt === null) return placeInto(kind, selection[0] ?? null)
    const over = aimedAt(design, kinds.get(kind), camera().toDesign(addAt))
    set({ dragging: { kind, ...addAt, over, legality: whereToPlace(design, kind, over) } })
    dropPlacing()
  },
  setNesting: (nesting) => set({ nesting }),
})

/** Top-level resources drawn in the one design and not in the other. */
function broughtOutside(before: Design, after: Design): readonly ResourceId[] {
  return Object.keys(after.layout).filter(
    (id) => before.layout[id] === undefined && after.resources[id]?.parent === null,
  )
}

/** Places and selects it, and says what there is to say; null where it cannot be placed. */
function placeAs(
  { design, edit, select, toast }: Store,
  kind: string,
  legality: Legality,
  box?: Partial<Box>,
) {
  const parent = legality.ok ? legality.parent : legality.instead
  if (!legality.ok && parent === null) {
    toast(legality.why, 'warning')
    return null
  }
  const placed = place(design, kind, parent, box)
  if (!placed.ok) {
    toast(plain(placed.why, design), 'warning')
    return null
  }
  edit(`Add ${kinds.get(kind)?.title ?? kind}`, () => placed.design)
  select([placed.id])
  if (legality.ok && legality.says !== undefined) toast(legality.says)
  return placed
}
