// The routes that a table has by itself: local ones for its VPC's CIDRs, and those that gateway endpoints add; rule 14.8.
import type { View } from '../../design/view.ts'
import type { ImpliedRows } from '../kind.ts'
import type { GatewayEndpoint, RouteTable } from '../records.ts'
import { candidatesOf } from '../routes-in-force.ts'

export function impliedRoutes(table: RouteTable, view: View): ImpliedRows {
  const local = candidatesOf(view, table).flatMap(({ cause: { part } }) => {
    const [, cidr] = part?.split('routes.local:') ?? []
    return cidr === undefined ? [] : [{ id: `local:${cidr}`, destination: cidr, target: 'local' }]
  })
  const endpoints = (view.of('gateway-endpoint') as readonly GatewayEndpoint[])
    .filter(({ fields }) => fields.routeTables.includes(table.id))
    .map(({ id, fields }) => ({
      id,
      destination: `pl-${fields.service}`,
      note: 'prefix list',
      target: id,
    }))
  return { first: local, last: endpoints }
}
