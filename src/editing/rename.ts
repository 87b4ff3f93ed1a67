import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { replace } from './replace.ts'

/**
 * A name may be any text, also one that another resource has; only space around it is dropped. Empty changes nothing.
 * Interfaces that are still called after their owner stay called after it.
 */
export function rename(design: Design, id: ResourceId, name: string): Design {
  const resource = design.resources[id]
  const trimmed = name.trim()
  if (!resource || trimmed === '' || trimmed === resource.name) return design
  const interfaces = Object.values(design.resources).flatMap((each) => {
    const number = each.fields['attachedTo'] === id ? automaticNumber(each, resource.name) : null
    return number === null ? [] : [{ ...each, name: `${trimmed}-eni${number}` }]
  })
  return replace(design, [{ ...resource, name: trimmed }, ...interfaces])
}

/** What follows "web-eni" in an automatic name: nothing, or "-2"; null for a name that somebody chose. */
function automaticNumber(networkInterface: Resource, owner: string): string | null {
  const stem = `${owner}-eni`
  if (networkInterface.kind !== 'network-interface' || !networkInterface.name.startsWith(stem)) return null
  const rest = networkInterface.name.slice(stem.length)
  return /^(?:-\d+)?$/.test(rest) ? rest : null
}
