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
  const point = ({ family, value }: Address): Span => ({ family, values: [value, value] })
  // The primary address of each family is the one meant; what is open at another is open all the same.
  const primary = families.flatMap((family) => {
    const first = all.find(({ mapping }) => mapping.address.family === family)
    return first ? [first.mapping.address] : []
  })
  // An endpoint's name stands for all of its interfaces: DNS may answer with any of them; rule 17-H.
  const every = () =>
    families.flatMap((family): readonly Span[] => {
      const values = pointsOf(
        all.map(({ mapping }) => mapping.address),
        family,
      )
      return values.length === 0 ? [] : [{ family, values }]
    })
  const ofFamily = (addresses: readonly Address[]): readonly Address[] =>
    families.flatMap((family) => addresses.filter((one) => one.family === family))
  const inside = ofFamily(all.map(({ mapping }) => mapping.address))
  const outside = ofFamily(
    all.flatMap(({ mapping }) =>
      mapping.address.family === 6 ? [mapping.address] : mapping.public ? [mapping.public] : [],
    ),
  )
  return {
    origins: all.map(({ networkInterface, mapping }) => ({
      ...point(mapping.address),
      stage: startOf(networkInterface, view),
      cause: ref(owner.id),
    })),
    addresses: owner.kind === 'interface-endpoint' ? every() : primary.map(point),
    outside: families.flatMap((family): readonly Span[] => {
      const values = pointsOf(outside, family)
      return values.length === 0 ? [] : [{ family, values }]
    }),
    ...(owner.kind === 'interface-endpoint'
      ? {}
      : { each: { inside: inside.map(point), outside: outside.map(point) } }),
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

function startOf(networkInterface: NetworkInterface, view: View): StageId {
  const owner = view.get(networkInterface.fields.attachedTo)
  return owner && neverOpen.has(owner.kind)
    ? stages.originate(owner.id)
    : stages.interfaceOut(networkInterface.id)
}
