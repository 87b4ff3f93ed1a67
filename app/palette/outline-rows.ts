// The outline: the design's nesting as rows of a tree, those inside a closed one left out.
import { kinds, type Resource, type ResourceId, type View } from '../library.ts'

export interface OutlineRow {
  readonly id: ResourceId
  readonly kind: string
  readonly name: string
  readonly level: number
  readonly parent: ResourceId | null
  readonly open: boolean | null
}

/** Containers before cards before rules, as the canvas reads; interfaces are part of what they are attached to. */
const rank: Readonly<Record<string, number>> = {
  'border-top': 0,
  container: 1,
  card: 2,
  between: 3,
  'border-bottom': 4,
  none: 5,
}

export function outlineRows(view: View, closed: ReadonlySet<ResourceId>): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const add = (resources: readonly Resource[], level: number) => {
    for (const resource of inOrder(resources)) {
      const inside = level < 16 ? view.children(resource.id).filter(listed) : []
      const open = inside.length === 0 ? null : !closed.has(resource.id)
      rows.push({
        id: resource.id,
        kind: resource.kind,
        name: resource.name,
        level,
        parent: resource.parent,
        open,
      })
      if (open) add(inside, level + 1)
    }
  }
  const isRoot = (resource: Resource) => resource.parent === null || view.get(resource.parent) === undefined
  add(
    Object.values(view.design.resources).filter((resource) => isRoot(resource) && listed(resource)),
    1,
  )
  return rows
}

/** A large design opens with its VPCs closed: thousands of rows help nobody. */
export function firstClosed(view: View): ReadonlySet<ResourceId> {
  const all = Object.values(view.design.resources)
  return new Set(all.length < 400 ? [] : all.filter((each) => each.kind === 'vpc').map((each) => each.id))
}

const listed = (resource: Resource) => typeof resource.fields['attachedTo'] !== 'string'

const rankOf = (resource: Resource) => rank[kinds.get(resource.kind)?.placement.shape ?? 'none'] ?? 5

function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const byName = new Intl.Collator('en', { numeric: true })
  return resources.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || byName.compare(a.kind, b.kind) || byName.compare(a.name, b.name),
  )
}
