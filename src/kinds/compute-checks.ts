// What can be wrong with any sort of instance; using-eni.
import { say } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { finding } from './finding.ts'
import type { Finding } from './kind.ts'
import { interfacesOf, mappingsOf, subnetOf } from './network.ts'
import type { Compute, Subnet } from './records.ts'
import { isPublic } from './standing.ts'

export function checkCompute(resource: Resource, view: View): readonly Finding[] {
  const instance = resource as Compute
  const interfaces = interfacesOf(view, instance)
  if (instance.fields.state === 'terminated') return []
  if (interfaces.length === 0)
    return [
      finding(
        `${instance.kind}/no-interface`,
        'error',
        instance,
        say`${ref(instance.id)} has no network interface`,
        ['Without one it has no address, and neither sends nor receives.'],
      ),
    ]
  if (instance.fields.state !== 'running')
    return [
      finding(`${instance.kind}/not-running`, 'note', instance, say`${ref(instance.id)} is stopped`, [
        'It neither sends nor receives until it runs.',
      ]),
    ]
  return []
}

/** The subnet it stands in, where that is not public; and whether anything maps a public address to it. */
export function outsideFacts(
  resource: Resource,
  view: View,
): { readonly inner: Subnet | null; readonly hasPublic: boolean } {
  const subnet = subnetOf(view, resource)
  const mapped = interfacesOf(view, resource).some((one) =>
    mappingsOf(view, one).some((mapping) => mapping.public !== null),
  )
  return { inner: subnet && !isPublic(view, subnet) ? subnet : null, hasPublic: mapped }
}
