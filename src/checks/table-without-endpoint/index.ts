// The VPC has a gateway endpoint, and subnets with instances do not use it; gateway-endpoints.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { serviceLabel } from '../../kinds/aws-ranges.ts'
import { finding, listed } from '../../kinds/finding.ts'
import { setting } from '../../kinds/make.ts'
import { subnetsUsing, vpcOf } from '../../kinds/network.ts'
import type { GatewayEndpoint, RouteTable, Subnet } from '../../kinds/records.ts'
import { standingOf } from '../../kinds/standing.ts'
import { defineCheck } from '../check.ts'

export const tableWithoutEndpoint = defineCheck({
  name: 'table-without-endpoint',
  title: 'Route table without the gateway endpoint',
  run: ({ view }) =>
    (view.of('gateway-endpoint') as readonly GatewayEndpoint[]).flatMap((endpoint) => {
      const vpc = vpcOf(view, endpoint)
      if (!vpc || endpoint.fields.state !== 'available') return []
      const { service, routeTables } = endpoint.fields
      const tables = view.children(vpc.id, 'route-table') as readonly RouteTable[]
      return tables.flatMap((table) => {
        const served = (view.referring(table.id, 'gateway-endpoint') as readonly GatewayEndpoint[]).some(
          (one) => one.fields.service === service,
        )
        const inner = subnetsUsing(view, table).filter(
          (subnet) => holdsInstances(view, subnet) && standingOf(view, subnet).word !== 'public',
        )
        if (served || inner.length === 0) return []
        const cut = inner.some((subnet) => standingOf(view, subnet).word === 'isolated')
        const label = serviceLabel(service)
        const title = say`${listed(inner)} ${inner.length === 1 ? 'does' : 'do'} not use ${ref(endpoint.id)}`
        const detail = cut
          ? say`${ref(table.id)} has no route to it, and without one nothing there reaches ${label}.`
          : say`${ref(table.id)} has no route to it, so packets to ${label} take the default route, by way of NAT.`
        const fix = setting(say`Put ${ref(endpoint.id)} on ${ref(table.id)}`, endpoint, {
          routeTables: [...routeTables, table.id],
        })
        return [
          finding('design/table-without-endpoint', cut ? 'warning' : 'note', table, title, detail, [fix]),
        ]
      })
    }),
})

const holdsInstances = (view: View, subnet: Subnet): boolean =>
  ['instance', 'bastion', 'nat-instance'].some((kind) => view.children(subnet.id, kind).length > 0)
