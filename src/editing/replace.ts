import type { Design } from '../design/design.ts'
import type { Resource } from '../design/resource.ts'

/** The design with these records in place of those of the same id, or beside them. */
export function replace(design: Design, resources: readonly Resource[]): Design {
  if (resources.length === 0) return design
  const entries = resources.map((resource) => [resource.id, resource] as const)
  return { ...design, resources: { ...design.resources, ...Object.fromEntries(entries) } }
}
