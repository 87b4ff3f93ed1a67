// An AWS service by its name, as the end of a question: what DNS answers with where it is asked.
import { ref, type Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { knownServices, servicePrefixes } from './aws-ranges.ts'
import type { Kinds } from './kind.ts'
import { anyoneOutside, interfacesOf, regionOf, spanOf, vpcOf } from './network.ts'
import { outsideEnd } from './outside-end.ts'
import type { InterfaceEndpoint, Unmodelled, Vpc } from './records.ts'
import { resolved, resolvedResource, type Resolution } from './resolution.ts'
import { whereabouts } from './whereabouts.ts'

export const isService = (name: string, view: View): boolean =>
  knownServices.some((known) => known.value === name) ||
  view.of('interface-endpoint').some((one) => one.fields['service'] === name)

/** `near`: who asks, where that is known. */
export function resolveService(service: string, view: View, kinds: Kinds, near: Resource | null): Resolution {
  const vpc = near ? vpcOf(view, near) : undefined
  const asked = vpc?.fields.dnsSupport && vpc.fields.dnsHostnames ? vpc : null
  const endpoint = asked && endpointFor(service, view, asked)
  if (endpoint) return resolvedResource(endpoint, view, kinds)
  const found = outsideService(service, view, kinds, near)
  const perhaps = asked && unlistedEndpoint(service, view, asked)
  if (!perhaps || !found.ok) return found
  return resolved({ ...found.end, end: { ...found.end.end, perhaps: ref(perhaps.id) } })
}

/** Where its public addresses are. */
function outsideService(service: string, view: View, kinds: Kinds, near: Resource | null): Resolution {
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
function endpointFor(service: string, view: View, vpc: Vpc): InterfaceEndpoint | undefined {
  return (view.of('interface-endpoint') as readonly InterfaceEndpoint[]).find(
    (one) =>
      one.parent === vpc.id && one.fields.service === service && one.fields.privateDns && isAvailable(one),
  )
}

/**
 * An endpoint of which a snapshot has only the interfaces: which service it is for was not read. Where a gateway endpoint
 * serves the VPC, the service's name keeps its public addresses, as AWS sets it up.
 */
function unlistedEndpoint(service: string, view: View, vpc: Vpc): Resource | undefined {
  const isServed = view
    .of('gateway-endpoint')
    .some((one) => one.parent === vpc.id && one.fields['service'] === service)
  if (isServed) return undefined
  return (view.of('unmodelled') as readonly Unmodelled[]).find(
    (one) =>
      one.fields.type === 'vpc-endpoint' &&
      vpcOf(view, one)?.id === vpc.id &&
      interfacesOf(view, one).length > 0,
  )
}

/** Only an available endpoint has its private DNS in force. */
const isAvailable = ({ fields }: InterfaceEndpoint): boolean =>
  fields.state === 'available' || fields.state === ''
