// An interface endpoint whose groups keep its clients out; create-interface-endpoint. With private DNS that also cuts
// the way the service was reached before, since its usual name now leads here.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { TCP, parseProtocol } from '../../net/protocol.ts'
import { parsePorts } from '../../net/ports.ts'
import { finding, listed } from '../../kinds/finding.ts'
import { allow } from '../../kinds/groups.ts'
import { newRowId, setting } from '../../kinds/make.ts'
import {
  addressesOf,
  destinationsOf,
  inAny,
  interfacesOf,
  securityGroupsOf,
  vpcOf,
} from '../../kinds/network.ts'
import { cardOf } from '../../kinds/peers.ts'
import type { GroupRule, InterfaceEndpoint, NetworkInterface } from '../../kinds/records.ts'
import { defineCheck } from '../check.ts'

const clients = ['instance', 'bastion', 'nat-instance']

export const endpointShut = defineCheck({
  name: 'endpoint-shut',
  title: 'Interface endpoint that lets its clients not in',
  run: ({ view }) =>
    (view.of('interface-endpoint') as readonly InterfaceEndpoint[]).flatMap((endpoint) => {
      const vpc = vpcOf(view, endpoint)
      const groups = [...new Set(interfacesOf(view, endpoint).flatMap((one) => securityGroupsOf(view, one)))]
      const [first] = groups
      if (!vpc || !first) return []
      const rules = groups.flatMap((group) => group.fields.inbound).filter(isHttps)
      const shutOut = clientsIn(view, vpc.id).filter(
        (client) => !rules.some((rule) => admits(view, rule, client)),
      )
      if (rules.length > 0 && shutOut.length === 0) return []
      const inbound = [
        ...first.fields.inbound,
        allow(newRowId(first.fields.inbound), 'tcp', '443', vpc.fields.cidr, 'clients in the VPC'),
      ]
      const fix = setting(say`Allow tcp ${code('443')} from ${ref(vpc.id)} in ${ref(first.id)}`, first, {
        inbound,
      })
      const title =
        rules.length === 0
          ? say`${ref(endpoint.id)} lets nobody in`
          : say`${ref(endpoint.id)} does not let all of ${ref(vpc.id)} in`
      const cards = [...new Set(shutOut.map((client) => cardOf(view, client)))]
      const whom =
        cards.length === 0
          ? say`No rule of its groups allows tcp ${code('443')}.`
          : say`No rule of its groups allows tcp ${code('443')} from ${listed(cards)}.`
      const dns = endpoint.fields.privateDns
        ? ' By its private DNS name they are led here even where another way exists.'
        : ''
      return [finding('design/endpoint-shut', 'warning', endpoint, title, say`${whom}${dns}`, [fix])]
    }),
})

function isHttps(rule: GroupRule): boolean {
  if (rule.protocol === 'all' || rule.protocol === '-1') return true
  const range = parseProtocol(rule.protocol) === TCP ? parsePorts(rule.ports) : null
  return range !== null && range.first <= 443 && range.last >= 443
}

function clientsIn(view: View, vpc: string): readonly NetworkInterface[] {
  return (view.of('network-interface') as readonly NetworkInterface[]).filter((one) => {
    const owner: Resource = cardOf(view, one)
    return clients.includes(owner.kind) && vpcOf(view, one)?.id === vpc
  })
}

function admits(view: View, rule: GroupRule, client: NetworkInterface): boolean {
  if (client.fields.securityGroups.includes(rule.peer)) return true
  const ranges = destinationsOf(view, rule.peer)
  return addressesOf(view, client).some((address) => inAny(ranges, address.family, address.value))
}
