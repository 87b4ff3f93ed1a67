// What has interfaces, as an end of a flow.
import { ref, type Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Span } from '../forwarding/answer.ts'
import type { StageId } from '../forwarding/program.ts'
import type { Family } from '../net/address.ts'
import type { KindEnd } from './kind.ts'
import { interfacesOf, mappingsOf, pointsOf, vpcOf, type Mapping } from './network.ts'
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
  const first = (family: Family): readonly Mapping[] =>
    all
      .filter(({ mapping }) => mapping.address.family === family)
      .slice(0, 1)
      .map(({ mapping }) => mapping)
  const publicOnes = all.flatMap(({ mapping }) => (mapping.public ? [mapping.public] : [])).slice(0, 1)
  const point = (family: Family, value: number | bigint): Span => ({ family, values: [value, value] })
  // The primary address is the one meant; others are asked for by address.
  const primary = families.flatMap((family) =>
    first(family).map(({ address }) => point(family, address.value)),
  )
  // An endpoint's name stands for all of its interfaces: DNS may answer with any of them; rule 17-H.
  const every = () =>
    families.flatMap((family): readonly Span[] => {
      const values = pointsOf(
        all.map(({ mapping }) => mapping.address),
        family,
      )
      return values.length === 0 ? [] : [{ family, values }]
    })
  return {
    origins: all.map(({ networkInterface, mapping }) => ({
      ...point(mapping.address.family, mapping.address.value),
      stage: startOf(networkInterface, view),
      cause: ref(owner.id),
    })),
    addresses: owner.kind === 'interface-endpoint' ? every() : primary,
    outside: [
      ...publicOnes.map(({ value }) => point(4, value)),
      ...first(6).map(({ address }) => point(6, address.value)),
    ],
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
