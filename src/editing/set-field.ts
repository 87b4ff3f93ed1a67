import { same } from '../design/change.ts'
import type { Design } from '../design/design.ts'
import type { FieldValue, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { shapeOf } from '../layout/shown-on.ts'
import { followBlock } from './follow-block.ts'
import { replace } from './replace.ts'

/**
 * The design with one value stored. What has addresses in a container whose block is changed follows into the
 * new one. The same design when nothing changes, or when there is no such resource.
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
    : stored
}
