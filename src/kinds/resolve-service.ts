// An AWS service by its name, as the end of a question: what DNS answers with where it is asked.
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { knownServices, servicePrefixes } from './aws-ranges.ts'
import type { Kinds } from './kind.ts'
import { anyoneOutside, regionOf, spanOf, vpcOf } from './network.ts'
import { outsideEnd } from './outside-end.ts'
import type { InterfaceEndpoint } from './records.ts'
import { resolved, resolvedResource, type Resolution } from './resolution.ts'
import { whereabouts } from './whereabouts.ts'

export const isService = (name: string, view: View): boolean =>
  knownServices.some((known) => known.value === name) ||
  view.of('interface-endpoint').some((one) => one.fields['service'] === name)

/** `near`: who asks, where that is known. */
export function resolveService(service: string, view: View, kinds: Kinds, near: Resource | null): Resolution {
  const endpoint = near && endpointFor(service, view, near)
  if (endpoint) return resolvedResource(endpoint, view, kinds)
  const region = near ? regionOf(view, near) : undefined
  const drawn = view.of('aws-service').filter((one) => one.fields['service'] === service)
  const resource = drawn.find((one) => one.parent === region?.id) ?? drawn[0]
  if (resource) return resolvedResource(resource, view, kinds)
  const id = anyoneOutside(view).resource
  const list = servicePrefixes(view, service, region)
  const spans = ([4, 6] as const).flatMap((family) => {
    const values = spanOf(list, family)
    return values.length === 0 ? [] : [{ family, values }]
  })
  const unknown = whereabouts(view, service, region?.id ?? null)
  const end = { ...outsideEnd(id, spans), receivers: [], ...(unknown ? { whereabouts: unknown } : {}) }
  return resolved({ at: null, id, label: service, byAddress: false, end })
}

/** Private DNS resolves the service's name to the endpoint for the whole VPC; rule 14.4. */
function endpointFor(service: string, view: View, near: Resource): InterfaceEndpoint | undefined {
  const vpc = vpcOf(view, near)
  if (!vpc?.fields.dnsSupport || !vpc.fields.dnsHostnames) return undefined
  return (view.of('interface-endpoint') as readonly InterfaceEndpoint[]).find(
    (one) =>
      one.parent === vpc.id && one.fields.service === service && one.fields.privateDns && isAvailable(one),
  )
}

/** Only an available endpoint has its private DNS in force. */
const isAvailable = ({ fields }: InterfaceEndpoint): boolean =>
  fields.state === 'available' || fields.state === ''
