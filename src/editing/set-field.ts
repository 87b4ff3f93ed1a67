import type { Design } from '../design/design.ts'
import { same } from '../design/change.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'

/** The design with one value stored. The same design when nothing changes, or when there is no such resource. */
export function setField(design: Design, id: ResourceId, field: string, value: FieldValue): Design {
  const resource = design.resources[id]
  if (!resource || same(resource.fields[field], value)) return design
  return replace(design, [{ ...resource, fields: { ...resource.fields, [field]: value } }])
}

/** The design with these records in place of those of the same id, or beside them. */
export function replace(design: Design, resources: readonly Resource[]): Design {
  if (resources.length === 0) return design
  const entries = resources.map((resource) => [resource.id, resource] as const)
  return { ...design, resources: { ...design.resources, ...Object.fromEntries(entries) } }
}
