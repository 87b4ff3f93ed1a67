// A route table of its own for the subnet of a NAT gateway, which leads to the internet gateway: where the subnet shares
// its table, a route there would make its neighbours public too. Rules 10.2, 10.10.
import { say } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Fix } from '../forwarding/answer.ts'
import type { FixContext } from './kind.ts'
import { fixOf, make, withFields, type Edits } from './make.ts'
import {
  interfacesIn,
  internetGatewayOf,
  mappingsOf,
  interfacesOf,
  routeTableOf,
  subnetOf,
  subnetsUsing,
  vpcOf,
} from './network.ts'
import { newRoute } from './new-route.ts'
import type { GatewayEndpoint, NatGateway, NetworkInterface, Route, RouteTable, Subnet } from './records.ts'

const everywhere = '0.0.0.0/0'

/** For a NAT gateway that nothing leads out of: none where its subnet has a table to itself, or there is no way out. */
export function withTableOfItsOwn(context: FixContext, nat: NatGateway): Fix | null {
  const edits = apart(context, nat)
  return (
    edits && fixOf(say`Give ${ref(edits.home.id)} a route table of its own, to ${ref(edits.gateway)}`, edits)
  )
}

/** The same, and what shared the table is led to the NAT gateway. */
export function throughNat(context: FixContext, nat: NatGateway): Fix | null {
  const edits = apart(context, nat)
  if (!edits) return null
  const { home, gateway, table } = edits
  const routes = [...writtenBut(table, nat.id), newRoute(table.fields.routes, everywhere, nat.id)]
  return fixOf(
    say`Lead ${ref(table.id)} to ${ref(nat.id)}, and give ${ref(home.id)} a route table of its own, to ${ref(gateway)}`,
    { ...edits, updated: [...edits.updated, [table, withFields(table, { routes })]] },
  )
}

/**
 * The NAT gateway of the VPC that could serve a subnet, but that both use the same table. Not where something that would be
 * led to it has a public address, which it would lose the use of; rule 9.5.
 */
export function natBeside({ view }: FixContext, table: RouteTable, subnet: Subnet): NatGateway | undefined {
  const users = subnetsUsing(view, table)
  const isPublic = (one: NetworkInterface) => mappingsOf(view, one).some((mapping) => mapping.public !== null)
  return (view.of('nat-gateway') as readonly NatGateway[]).find((nat) => {
    const home = subnetOf(view, nat)
    const { connectivity, state } = nat.fields
    return (
      home !== undefined &&
      home.id !== subnet.id &&
      routeTableOf(view, home)?.id === table.id &&
      connectivity === 'public' &&
      state === 'available' &&
      interfacesOf(view, nat).some(isPublic) &&
      !users.some((user) => user.id !== home.id && interfacesIn(view, user).some(isPublic))
    )
  })
}

interface Apart extends Required<Edits> {
  readonly home: Subnet
  readonly table: RouteTable
  readonly gateway: string
}

function apart({ view, newId, newName }: FixContext, nat: NatGateway): Apart | null {
  const home = subnetOf(view, nat)
  const table = home && routeTableOf(view, home)
  const vpc = home && vpcOf(view, home)
  const gateway = vpc && internetGatewayOf(view, vpc)
  if (!home || !table || !gateway || subnetsUsing(view, table).length < 2) return null
  // A private one has nothing to seek at an internet gateway; rule 10.2.
  if (nat.fields.connectivity === 'private') return null
  const id = newId('route-table')
  const own = make<RouteTable>('route-table', id, newName(`rt-${home.name}`), vpc.id, {
    main: false,
    gateway: null,
    // What a gateway propagates it propagates to the tables that it was told to.
    routes: [
      ...writtenBut(table, nat.id).filter(({ origin }) => origin === 'static'),
      newRoute(table.fields.routes, everywhere, gateway.id),
    ],
  })
  const endpoints = (view.referring(table.id, 'gateway-endpoint') as readonly GatewayEndpoint[]).map(
    (one) => [one, withFields(one, { routeTables: [...one.fields.routeTables, id] })] as const,
  )
  return {
    home,
    table,
    gateway: gateway.id,
    added: [own],
    updated: [[home, withFields(home, { routeTable: id })], ...endpoints],
  }
}

/** Its routes without those that lead everywhere, or to the NAT gateway itself. */
const writtenBut = (table: RouteTable, nat: string): readonly Route[] =>
  table.fields.routes.filter(({ destination, target }) => destination !== everywhere && target !== nat)
