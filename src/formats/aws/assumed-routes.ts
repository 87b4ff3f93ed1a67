// Route tables of VPCs for which none were read. What is assumed is said; what is not stays unknown to the analysis.
import type { Route, RouteTable, Vpc } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'

export function assumeRouteTables(draft: Draft, places: Places): void {
  const tables = draft.of('route-table') as readonly RouteTable[]
  for (const vpc of draft.of('vpc') as readonly Vpc[]) {
    const own = tables.filter((table) => table.parent === vpc.id)
    if (own.some((table) => table.fields.main)) continue
    if (draft.snapshot.fromCollector && own.length === 0) assume(draft, places, vpc)
    else
      draft.say(
        'warning',
        vpc.id,
        `The main route table of '${vpc.name}' is not in the snapshot: what subnets send by it is answered "unknown".`,
        { fix: 'Add the output of `aws ec2 describe-route-tables`.' },
      )
  }
}

/** The collector takes no route tables: subnets that give out public addresses are taken as public. */
function assume(draft: Draft, places: Places, vpc: Vpc): void {
  const add = (id: string, name: string, main: boolean, routes: readonly Route[]) =>
    draft.add('route-table', id, name, vpc.id, { main, routes, gateway: null } satisfies RouteTable['fields'])
  add(`rtb-main@${vpc.id}`, 'main (assumed)', true, [])

  const gateway = draft.of('internet-gateway').find((one) => one.parent === vpc.id)
  const open = draft.snapshot.lists.Subnets.filter(
    ({ value }) => value.MapPublicIpOnLaunch && places.vpcOf(value.SubnetId) === vpc.id,
  ).map(({ value }) => value.SubnetId)
  let said = ''
  if (gateway && open.length > 0) {
    const id = `rtb-public@${vpc.id}`
    add(id, 'public (assumed)', false, [
      { id: 'r1', destination: '0.0.0.0/0', target: gateway.id, origin: 'static', state: 'active' },
    ])
    for (const subnet of open) draft.set(subnet, { routeTable: id })
    said = ` Subnets that give out public addresses (${open.join(', ')}) are assumed to route the rest to '${gateway.id}'.`
  }
  draft.say(
    'warning',
    vpc.id,
    `The file has no route tables: every subnet of '${vpc.name}' is assumed to have the local route.${said}`,
  )
}
