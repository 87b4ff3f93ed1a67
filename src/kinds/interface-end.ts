// What has interfaces, as an end of a flow.
import { ref, type Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Span } from '../forwarding/answer.ts'
import type { StageId } from '../forwarding/program.ts'
import type { Address } from '../net/address.ts'
import type { KindEnd } from './kind.ts'
import { interfacesOf, mappingsOf, pointsOf, vpcOf } from './network.ts'
import type { NetworkInterface } from './records.ts'
import { stages } from './stage-ids.ts'

const families = [4, 6] as const

/** Kinds that only answer, or carry what others send: what one of them sends of its own starts at a stage that says so. */
const neverOpen = new Set(['interface-endpoint', 'nat-gateway'])

export function interfaceEnd(owner: Resource, view: View): KindEnd | null {
  const interfaces =
    owner.kind === 'network-interface' ? [owner as NetworkInterface] : interfacesOf(view, owner)
  const all = interfaces.flatMap((networkInterface) =>
    mappingsOf(view, networkInterface).map((mapping) => ({ networkInterface, mapping })),
  )
  if (all.length === 0) return null
  const vpc = vpcOf(view, owner)
  const isEndpoint = owner.kind === 'interface-endpoint'
  const inside = all.map(({ mapping }) => mapping.address)
  const outside = all.flatMap(({ mapping }) =>
    mapping.address.family === 6 ? [mapping.address] : mapping.public ? [mapping.public] : [],
  )
  return {
    origins: all.map(({ networkInterface, mapping }) => ({
      ...point(mapping.address),
      stage: startOf(networkInterface, view),
      cause: ref(owner.id),
    })),
    // An endpoint's name stands for all of its interfaces: DNS may answer with any of them; rule 17-H. Of a machine the
    // primary address is the one meant; what is open at another is open all the same.
    addresses: isEndpoint ? together(inside) : primaries(inside),
    outside: together(outside),
    ...(isEndpoint ? {} : { each: () => ({ inside: apart(inside), outside: apart(outside) }) }),
    // What an interface receives, the machine it belongs to has received, and the other way round.
    receivers: [
      owner.id,
      ...interfaces.flatMap(({ id, fields }) =>
        fields.attachedTo === null ? [id] : [id, fields.attachedTo],
      ),
    ],
    ...(typeof owner.fields['ephemeral'] === 'string'
      ? { ephemeral: owner.fields['ephemeral'] }
      : { ephemeral: 'all' }),
    ...(vpc ? { closed: stages.vpcFromOutside(vpc.id) } : {}),
  }
}

const point = ({ family, value }: Address): Span => ({ family, values: [value, value] })

/** The first of each family. */
const primaries = (addresses: readonly Address[]): readonly Span[] =>
  addresses
    .filter(({ family }, i) => i === addresses.findIndex((one) => one.family === family))
    .map(point)
    .sort((a, b) => a.family - b.family)

/** All of a family as one span. */
const together = (addresses: readonly Address[]): readonly Span[] =>
  families.flatMap((family) => {
    const values = pointsOf(addresses, family)
    return values.length === 0 ? [] : [{ family, values }]
  })

/** Each by itself, IPv4 first. */
const apart = (addresses: readonly Address[]): readonly Span[] =>
  families.flatMap((family) => addresses.filter((one) => one.family === family).map(point))

function startOf(networkInterface: NetworkInterface, view: View): StageId {
  const owner = view.get(networkInterface.fields.attachedTo)
  return owner && neverOpen.has(owner.kind)
    ? stages.originate(owner.id)
    : stages.interfaceOut(networkInterface.id)
}
