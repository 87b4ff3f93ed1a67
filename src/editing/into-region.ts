import type { Design } from '../design/design.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { regionOf } from '../kinds/network.ts'
import { viewOf } from './free-blocks.ts'
import { replace } from './replace.ts'
import { treeOf } from './tree-of.ts'

/** A VPC in another Region has zones and Elastic IPs of that Region. */
export function intoRegion(design: Design, id: ResourceId, from: ResourceId | undefined): Design {
  const view = viewOf(design)
  const region = regionOf(view, design.resources[id] as Resource)
  const [old, code] = [design.resources[from ?? '']?.fields['code'], region?.fields.code]
  if (!region || typeof old !== 'string' || typeof code !== 'string' || old === code) return design
  const tree = treeOf(design, id)
  const changed = Object.values(design.resources).flatMap((resource): Resource[] => {
    const { zone, networkInterface } = resource.fields
    if (tree.has(resource.id) && typeof zone === 'string' && zone.startsWith(old)) {
      const next = code + zone.slice(old.length)
      return [
        {
          ...resource,
          name: resource.name === zone ? next : resource.name,
          fields: { ...resource.fields, zone: next },
        },
      ]
    }
    return typeof networkInterface === 'string' && tree.has(networkInterface)
      ? [{ ...resource, parent: region.id }]
      : []
  })
  return replace(design, changed)
}
