// A public NAT gateway that no public address maps to; nat-gateway-troubleshooting.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { finding } from '../../kinds/finding.ts'
import { fixOf, withFields } from '../../kinds/make.ts'
import { interfacesOf, mappingsOf, regionOf } from '../../kinds/network.ts'
import type { ElasticIp, NatGateway } from '../../kinds/records.ts'
import { defineCheck, type CheckContext } from '../check.ts'

export const natWithoutElasticIp = defineCheck({
  name: 'nat-without-elastic-ip',
  title: 'NAT gateway without an Elastic IP',
  run(context) {
    const { view } = context
    return (view.of('nat-gateway') as readonly NatGateway[]).flatMap((nat) => {
      const [first] = interfacesOf(view, nat)
      if (nat.fields.connectivity !== 'public' || nat.fields.state !== 'available' || !first) return []
      if (mappingsOf(view, first).some((mapping) => mapping.public !== null)) return []
      const title = say`${ref(nat.id)} has no Elastic IP`
      const detail = say`Its packets stop at the internet gateway, which takes only those with a public address.`
      return [
        finding('design/nat-without-elastic-ip', 'error', nat, title, detail, fixes(context, nat, first.id)),
      ]
    })
  },
})

function fixes(
  { view, kinds, newId, newName }: CheckContext,
  nat: NatGateway,
  networkInterface: string,
): readonly Fix[] {
  const free = (view.of('elastic-ip') as readonly ElasticIp[]).find(
    (ip) => !view.get(ip.fields.networkInterface),
  )
  if (free) {
    const held = withFields(free, { networkInterface, privateAddress: '' })
    return [fixOf(say`Associate ${ref(free.id)}, which is free`, { updated: [[free, held]] })]
  }
  const made = kinds.get('elastic-ip')?.create({ view, parent: regionOf(view, nat) ?? null, newId, newName })
  if (!made || 'refused' in made) return []
  const added = made.resources.map((one): Resource =>
    one.id === made.main ? withFields(one as ElasticIp, { networkInterface }) : one,
  )
  return [fixOf(say`Give it an Elastic IP`, { added })]
}
