import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { replace } from './replace.ts'

/** A name may be any text, also one that another resource has; only space around it is dropped. Empty changes nothing. */
export function rename(design: Design, id: ResourceId, name: string): Design {
  const resource = design.resources[id]
  const trimmed = name.trim()
  if (!resource || trimmed === '' || trimmed === resource.name) return design
  return replace(design, [{ ...resource, name: trimmed }])
}
