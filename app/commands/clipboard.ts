// Copy and paste, through the system's clipboard as text, so that it works between tabs and designs.
import { containerAt, boxesOf } from '../canvas/hit.ts'
import { copyOf, paste as pasted, shownOn, type Box, type Copied, type ResourceId } from '../library.ts'
import { camera, type Point, type Store } from '../store/index.ts'

const mark = 'pathlight/copied 2'

/** Where the browser gives no clipboard (an insecure page, a refusal), this tab keeps it. */
let kept = ''

export function copy({ design, selection }: Store): void {
  const ids = selection.filter((id) => shownOn(design, id) !== 'none')
  kept = JSON.stringify({ mark, ...copyOf(design, ids) })
  navigator.clipboard?.writeText(kept).catch(() => undefined)
}

/** Into the selected container, or else where the pointer is. */
export async function paste(state: Store): Promise<void> {
  const text = (await navigator.clipboard?.readText().catch(() => kept)) ?? kept
  const copied = parse(text) ?? parse(kept)
  if (!copied) return
  const { design, edit, select, toast } = state
  const chosen = state.selection.length === 1 ? (state.selection[0] ?? null) : null
  const pointer = chosen === null ? camera().pointer() : null
  const into = chosen ?? (pointer && containerAt(design, pointer))
  const {
    design: after,
    ids,
    why,
  } = pasted(design, copied, into, pointer ? under(state, copied, into, pointer) : {})
  if (why !== null) toast(why, 'warning')
  if (ids.length === 0) return
  edit('Paste', () => after)
  select(ids)
  const [first] = ids
  if (first !== undefined) camera().panTo(first)
}

/** The first under the pointer, the others around it as they stood; relative to the container. */
function under(
  { design }: Store,
  { ids, layout }: Copied,
  into: ResourceId | null,
  pointer: Point,
): Record<ResourceId, Partial<Box>> {
  const base = into === null ? { x: 0, y: 0 } : (boxesOf(design).get(into) ?? { x: 0, y: 0 })
  const first = layout[ids[0] ?? '']
  if (!first) return {}
  return Object.fromEntries(
    ids.flatMap((id) => {
      const box = layout[id]
      const x = Math.round(pointer.x - base.x - first.width / 2)
      const y = Math.round(pointer.y - base.y - Math.min(24, first.height / 2))
      return box ? [[id, { x: x + box.x - first.x, y: y + box.y - first.y }]] : []
    }),
  )
}

function parse(text: string): Copied | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('mark' in value) || value.mark !== mark) return null
    const { ids, resources, layout, outside } = value as unknown as Copied
    return { ids, resources, layout, outside }
  } catch {
    return null
  }
}
