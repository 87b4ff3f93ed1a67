// A public NAT gateway whose own subnet does not route to an internet gateway; nat-gateway-troubleshooting.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { finding } from '../../kinds/finding.ts'
import { fixOf, withFields } from '../../kinds/make.ts'
import { newRoute } from '../../kinds/new-route.ts'
import { internetGatewayOf, routeTableOf, subnetOf, subnetsUsing, vpcOf } from '../../kinds/network.ts'
import type { NatGateway, RouteTable, Subnet } from '../../kinds/records.ts'
import { isPublic } from '../../kinds/standing.ts'
import { defineCheck, type CheckContext } from '../check.ts'

export const natWithoutWayOut = defineCheck({
  name: 'nat-without-way-out',
  title: 'NAT gateway without a way out',
  run(context) {
    const { view } = context
    return (view.of('nat-gateway') as readonly NatGateway[]).flatMap((nat) => {
      const subnet = subnetOf(view, nat)
      const gone = nat.fields.state === 'deleted' || nat.fields.state === 'deleting'
      if (nat.fields.connectivity !== 'public' || gone || !subnet || isPublic(view, subnet)) return []
      const detail = say`Its subnet ${ref(subnet.id)} has no route to an internet gateway.`
      return [
        finding(
          'design/nat-without-way-out',
          'error',
          nat,
          say`${ref(nat.id)} has no way out`,
          detail,
          fixes(context, subnet),
        ),
      ]
    })
  },
})

/** The subnet gets a table of its own unless it has one: other subnets must not become public with it. */
function fixes({ view, kinds, newId, newName }: CheckContext, subnet: Subnet): readonly Fix[] {
  const vpc = vpcOf(view, subnet)
  const gateway = vpc && internetGatewayOf(view, vpc)
  const table = routeTableOf(view, subnet)
  if (!vpc || !gateway || !table) return []
  if (subnetsUsing(view, table).length === 1 && subnet.fields.routeTable === table.id) {
    const title = say`Add ${code('0.0.0.0/0')} to ${ref(gateway.id)} to ${ref(table.id)}`
    return [fixOf(title, { updated: [[table, leading(table, gateway.id)]] })]
  }
  const made = kinds.get('route-table')?.create({ view, parent: vpc, newId, newName })
  if (!made || 'refused' in made) return []
  const added = made.resources.map((one) =>
    one.id === made.main
      ? leading({ ...(one as RouteTable), name: newName(`rt-${subnet.name}`) }, gateway.id)
      : one,
  )
  const title = say`Give ${ref(subnet.id)} a route table of its own that leads to ${ref(gateway.id)}`
  return [fixOf(title, { added, updated: [[subnet, withFields(subnet, { routeTable: made.main })]] })]
}

function leading(table: RouteTable, target: string): Resource {
  const others = table.fields.routes.filter((route) => route.destination !== '0.0.0.0/0')
  return withFields(table, { routes: [...others, newRoute(others, '0.0.0.0/0', target)] })
}
