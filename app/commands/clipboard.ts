// Copy and paste, through the system's clipboard as text, so that it works between tabs and designs.
import {
  duplicate,
  place,
  removalOf,
  reparent,
  shownOn,
  type Box,
  type Design,
  type Resource,
  type ResourceId,
} from '../library.ts'
import { aroundOf } from '../canvas/around.ts'
import type { Store } from '../store/index.ts'

const mark = 'pathlight/copied'

interface Copied {
  readonly kind: typeof mark
  readonly ids: readonly ResourceId[]
  readonly resources: Readonly<Record<ResourceId, Resource>>
  readonly layout: Readonly<Record<ResourceId, Box>>
}

/** Where the browser gives no clipboard (an insecure page, a refusal), this tab keeps it. */
let kept = ''

export function copy({ design, selection }: Store): void {
  const ids = selection.filter((id) => shownOn(design, id) !== 'none')
  const all = new Set([...ids, ...removalOf(design, ids)])
  const chosen = <T>(records: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(records).filter(([id]) => all.has(id)))
  const copied: Copied = {
    kind: mark,
    ids,
    resources: chosen(design.resources),
    layout: chosen(design.layout),
  }
  kept = JSON.stringify(copied)
  navigator.clipboard?.writeText(kept).catch(() => undefined)
}

export async function paste(state: Store): Promise<void> {
  const text = (await navigator.clipboard?.readText().catch(() => kept)) ?? kept
  const copied = parse(text) ?? parse(kept)
  if (!copied) return
  const { design, edit, select } = state
  const pasted = pasteInto(design, copied, state.selection[0] ?? null)
  if (!pasted) return state.toast('What was copied does not go there.', 'warning')
  edit('Paste', () => pasted.design)
  select(pasted.ids)
}

/** Originals that are still in the design are duplicated where they stand, or into the selected container. */
function pasteInto(
  design: Design,
  copied: Copied,
  into: ResourceId | null,
): { design: Design; ids: readonly ResourceId[] } | null {
  const present = copied.ids.filter((id) => design.resources[id])
  if (present.length > 0) {
    const twice = duplicate(design, present)
    if (into === null || shownOn(design, into) !== 'container' || present.includes(into)) return twice
    let after = twice.design
    for (const id of twice.ids) {
      const box = after.layout[id]
      if (!box || aroundOf(after, id) === into) continue
      const moved = reparent(after, id, into, box)
      if (moved.ok) after = moved.design
    }
    return {
      design: { ...after, layout: { ...after.layout, ...undisturbed(design, present, into) } },
      ids: twice.ids,
    }
  }
  // From another design: what it is comes along, its address is chosen anew where it lands.
  let after = design
  const ids: ResourceId[] = []
  for (const id of copied.ids) {
    const resource = copied.resources[id]
    const placed = resource && place(after, resource.kind, into)
    if (!placed?.ok) continue
    after = placed.design
    ids.push(placed.id)
  }
  return ids.length > 0 ? { design: after, ids } : null
}

/** What stood beside the originals made room for copies that then went elsewhere: it goes back. */
function undisturbed(
  design: Design,
  originals: readonly ResourceId[],
  into: ResourceId,
): Record<ResourceId, Box> {
  const homes = new Set(originals.map((id) => aroundOf(design, id)))
  const boxes: Record<ResourceId, Box> = {}
  for (const [id, box] of Object.entries(design.layout)) {
    if (id !== into && homes.has(aroundOf(design, id)) && aroundOf(design, into) !== aroundOf(design, id))
      boxes[id] = box
  }
  return boxes
}

function parse(text: string): Copied | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && (value as Copied).kind === mark
      ? (value as Copied)
      : null
  } catch {
    return null
  }
}
