// What can be wrong with one gateway endpoint; gateway-endpoints.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding } from '../finding.ts'
import { serviceLabel } from '../aws-ranges.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { vpcOf } from '../network.ts'
import type { GatewayEndpoint } from '../records.ts'

export function checkGatewayEndpoint(resource: Resource, view: View): readonly Finding[] {
  const endpoint = resource as GatewayEndpoint
  const vpc = vpcOf(view, endpoint)
  const found: Finding[] = []
  const { routeTables, service, state } = endpoint.fields
  if (routeTables.length === 0)
    found.push(
      finding('gateway-endpoint/no-tables', 'warning', endpoint, say`Nothing uses ${ref(endpoint.id)}`, [
        'It is used by way of route tables, and it is on none.',
      ]),
    )
  if (state !== 'available')
    found.push(
      finding('gateway-endpoint/not-available', 'warning', endpoint, say`${ref(endpoint.id)} is ${state}`, [
        'It carries nothing until it is available.',
      ]),
    )
  if (vpc && !(vpc.fields.dnsSupport && vpc.fields.dnsHostnames))
    found.push(
      finding(
        'gateway-endpoint/dns-off',
        'warning',
        endpoint,
        say`Names of ${serviceLabel(service)} may not lead through ${ref(endpoint.id)}`,
        say`With Amazon’s DNS both DNS settings of ${ref(vpc.id)} must be on.`,
        [setting(say`Turn both on`, vpc, { dnsSupport: true, dnsHostnames: true })],
      ),
    )
  for (const id of routeTables) {
    const table = view.get(id)
    if (!table || !vpc) continue
    if (vpcOf(view, table)?.id !== vpc.id)
      found.push(
        finding(
          'gateway-endpoint/foreign-table',
          'error',
          endpoint,
          say`${ref(endpoint.id)} is on ${ref(table.id)} of another VPC`,
          ['An endpoint serves the tables of its own VPC.'],
          [
            setting(say`Take it off that table`, endpoint, {
              routeTables: routeTables.filter((one) => one !== id),
            }),
          ],
        ),
      )
    const rival = (view.referring(id, 'gateway-endpoint') as readonly GatewayEndpoint[]).find(
      (other) => other.id < endpoint.id && other.fields.service === service,
    )
    if (rival)
      found.push(
        finding(
          'gateway-endpoint/same-service',
          'error',
          endpoint,
          say`${ref(table.id)} has two endpoints for ${serviceLabel(service)}`,
          say`${ref(rival.id)} is on it already; a table takes one a service.`,
        ),
      )
  }
  return found
}
