// Names of Availability Zones: the Region's code and a letter.
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { regionOf, zoneOf } from './network.ts'
import type { AvailabilityZone } from './records.ts'

export const zonesOf = (view: View, vpc: Resource): readonly AvailabilityZone[] =>
  view.children(vpc.id, 'availability-zone') as readonly AvailabilityZone[]

/** The first zone name that the VPC does not show yet: ap-northeast-2a, then b … */
export function freeZone(view: View, vpc: Resource): string {
  const code = regionOf(view, vpc)?.fields.code ?? 'ap-northeast-2'
  const used = new Set(zonesOf(view, vpc).map((zone) => zone.fields.zone))
  const letter = ['a', 'b', 'c', 'd', 'e', 'f'].find((candidate) => !used.has(code + candidate))
  return code + (letter ?? 'a')
}

/** The letter by which people tell zones apart; `a` where the zone is not known. */
export function zoneLetter(view: View, resource: Resource): string {
  const zone = (
    resource.kind === 'availability-zone' ? (resource as AvailabilityZone) : zoneOf(view, resource)
  )?.fields.zone
  return letterOf(zone ?? '')
}

const letterOf = (zone: string): string => /[a-z]$/.exec(zone)?.[0] ?? 'a'
