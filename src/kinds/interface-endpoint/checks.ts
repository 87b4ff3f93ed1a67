// What can be wrong with one interface endpoint; create-interface-endpoint. Whom its groups let in: src/checks/endpoint-shut.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { same } from '../../design/change.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { fixOf, setting, withFields } from '../make.ts'
import { interfacesOf, subnetOf, vpcOf, zoneOf } from '../network.ts'
import type { InterfaceEndpoint } from '../records.ts'

export function checkInterfaceEndpoint(resource: Resource, view: View): readonly Finding[] {
  const endpoint = resource as InterfaceEndpoint
  const vpc = vpcOf(view, endpoint)
  const found: Finding[] = []
  const { state, privateDns, securityGroups } = endpoint.fields
  const interfaces = interfacesOf(view, endpoint)
  if (state !== 'available')
    found.push(
      finding('interface-endpoint/not-available', 'warning', endpoint, say`${ref(endpoint.id)} is ${state}`, [
        'It answers nothing until it is available.',
      ]),
    )
  if (interfaces.length === 0)
    found.push(
      finding(
        'interface-endpoint/no-interface',
        'error',
        endpoint,
        say`${ref(endpoint.id)} has no network interface`,
        ['Without one in a subnet it has no address to be reached at.'],
      ),
    )
  if (vpc && privateDns && !(vpc.fields.dnsSupport && vpc.fields.dnsHostnames))
    found.push(
      finding(
        'interface-endpoint/dns-off',
        'error',
        endpoint,
        say`The private DNS name of ${ref(endpoint.id)} does not work`,
        say`It needs both DNS settings of ${ref(vpc.id)}.`,
        [setting(say`Turn both on`, vpc, { dnsSupport: true, dnsHostnames: true })],
      ),
    )
  const zones = interfaces.flatMap((one) => zoneOf(view, one)?.fields.zone ?? [])
  const twice = zones.find((zone, index) => zones.indexOf(zone) !== index)
  if (twice !== undefined)
    found.push(
      finding(
        'interface-endpoint/two-in-a-zone',
        'error',
        endpoint,
        say`${ref(endpoint.id)} stands twice in ${twice}`,
        ['It takes one subnet of a zone.'],
      ),
    )
  for (const one of interfaces) {
    if (same(one.fields.securityGroups, securityGroups)) continue
    const title = say`An interface of ${ref(endpoint.id)} carries other groups than the endpoint`
    const subnet = subnetOf(view, one)
    const where = subnet
      ? say`The one in ${ref(subnet.id)} does; packets are judged by what the interface carries.`
      : say`Packets are judged by what the interface carries.`
    const edits = { updated: [[one, withFields(one, { securityGroups })] as const] }
    found.push(
      finding('interface-endpoint/groups-differ', 'warning', ref(one.id, 'securityGroups'), title, where, [
        fixOf(say`Give it the endpoint’s groups`, edits),
      ]),
    )
  }
  return found
}
