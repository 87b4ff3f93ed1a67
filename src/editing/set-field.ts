import { same } from '../design/change.ts'
import type { Design } from '../design/design.ts'
import type { FieldValue, ResourceId } from '../design/resource.ts'
import { createView } from '../design/view.ts'
import { kinds } from '../kinds/index.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { followBlock } from './follow-block.ts'
import { newIds } from './new-ids.ts'
import { remove } from './remove.ts'
import { replace } from './replace.ts'

/**
 * The design with one value stored. What has addresses in a container whose block is changed follows into the
 * new one, and what a kind says goes with the edit is done too. The same design when nothing changes, when there is no
 * such resource, or when what must go with the edit cannot be.
 */
export function setField(design: Design, id: ResourceId, field: string, value: FieldValue): Design {
  const resource = design.resources[id]
  const before = resource?.fields[field]
  if (!resource || same(before, value)) return design
  const stored = replace(design, [{ ...resource, fields: { ...resource.fields, [field]: value } }])
  const isBlock =
    kinds.get(resource.kind)?.fields[field]?.type === 'cidr' && shapeOf(resource.kind) === 'container'
  return isBlock && typeof before === 'string' && typeof value === 'string'
    ? followBlock(stored, id, before, value)
    : (followKind(stored, id, field) ?? design)
}

function followKind(stored: Design, id: ResourceId, field: string): Design | null {
  const resource = stored.resources[id]!
  const kind = kinds.get(resource.kind)
  if (!kind?.follow) return stored
  const view = createView(stored, (name) => kinds.get(name)?.fields)
  const followed = kind.follow(resource, field, { view, ...newIds(stored) })
  return followed && remove(replace(stored, followed.resources), followed.gone)
}
