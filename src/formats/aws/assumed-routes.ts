// Route tables of VPCs for which none were read. What is assumed is said; what cannot be assumed leads to "unknown".
import type { Route, RouteTable, Vpc } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { addUnmodelled } from './unmodelled.ts'

export function assumeRouteTables(draft: Draft, places: Places): void {
  for (const vpc of draft.of('vpc') as readonly Vpc[]) {
    const tables = (draft.of('route-table') as readonly RouteTable[]).filter(
      (table) => table.parent === vpc.id,
    )
    if (tables.some((table) => table.fields.main)) continue
    if (draft.snapshot.fromCollector && tables.length === 0) assumeFromCollector(draft, places, vpc)
    else assumeUnknown(draft, vpc)
  }
}

const route = (target: string): Route => ({
  id: 'r1',
  destination: '0.0.0.0/0',
  target,
  origin: 'static',
  state: 'active',
})

function add(
  draft: Draft,
  vpc: Vpc,
  id: string,
  name: string,
  main: boolean,
  routes: readonly Route[],
): void {
  draft.add('route-table', id, name, vpc.id, { main, routes, gateway: null } satisfies RouteTable['fields'])
}

/** The collector takes no route tables: subnets that give out public addresses are taken as public. */
function assumeFromCollector(draft: Draft, places: Places, vpc: Vpc): void {
  add(draft, vpc, `rtb-main@${vpc.id}`, 'main (assumed)', true, [])
  const gateway = draft.of('internet-gateway').find((one) => one.parent === vpc.id)
  const open = draft.snapshot.lists.Subnets.filter(
    ({ value }) => value.MapPublicIpOnLaunch && places.vpcOf(value.SubnetId) === vpc.id,
  )
  if (gateway && open.length > 0) {
    const id = `rtb-public@${vpc.id}`
    add(draft, vpc, id, 'public (assumed)', false, [route(gateway.id)])
    for (const { value } of open) draft.set(value.SubnetId, { routeTable: id })
  }
  const list = open.map(({ value }) => value.SubnetId).join(', ')
  const assumed =
    gateway && open.length > 0
      ? ` The subnets that give out public addresses (${list}) are assumed to route the rest to '${gateway.id}'.`
      : ''
  draft.say(
    'warning',
    vpc.id,
    `The file has no route tables: every subnet of '${vpc.name}' is assumed to have the local route.${assumed}`,
  )
}

function assumeUnknown(draft: Draft, vpc: Vpc): void {
  const target = `routes@${vpc.id}`
  addUnmodelled(draft, target, 'route-table', vpc.id, vpc.id, { name: 'routes not read' })
  add(draft, vpc, `rtb-main@${vpc.id}`, 'main (not read)', true, [route(target)])
  draft.say(
    'warning',
    vpc.id,
    `The main route table of '${vpc.name}' is not in the snapshot: what leaves the VPC by it is answered "unknown".`,
    {
      fix: 'Add the output of `aws ec2 describe-route-tables`.',
    },
  )
}
