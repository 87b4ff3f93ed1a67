// Something in the VPC needs the internet, and the VPC has no internet gateway; vpc-internet-gateway.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource, ResourceId } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { finding, listed } from '../../kinds/finding.ts'
import { fixOf, withFields } from '../../kinds/make.ts'
import { destinationsOf, internetGatewayOf, mappingsOf, vpcOf } from '../../kinds/network.ts'
import { cardOf } from '../../kinds/peers.ts'
import type { NatGateway, NetworkInterface, RouteTable } from '../../kinds/records.ts'
import { defineCheck, type CheckContext } from '../check.ts'

export const missingInternetGateway = defineCheck({
  name: 'missing-internet-gateway',
  title: 'No internet gateway where one is needed',
  run(context) {
    const { view } = context
    const needs = wanting(view)
    return view.of('vpc').flatMap((vpc) => {
      if (internetGatewayOf(view, vpc)) return []
      const users = [...(needs.get(vpc.id) ?? [])]
      const tables = orphaned(view, vpc)
      if (users.length + tables.length === 0) return []
      const who = users.length > 0 ? users : tables
      const detail =
        users.length > 0
          ? say`${listed(who)} ${who.length === 1 ? 'needs' : 'need'} one to reach the internet or to be reached from it.`
          : say`${listed(who)} ${who.length === 1 ? 'has' : 'have'} a default route whose target is gone.`
      return [
        finding(
          'design/missing-internet-gateway',
          'warning',
          vpc,
          say`${ref(vpc.id)} has no internet gateway`,
          detail,
          fixes(context, vpc, tables),
        ),
      ]
    })
  },
})

/** What needs the internet, by the VPC that it is in. Computed once: there may be very many interfaces. */
function wanting(view: View): ReadonlyMap<ResourceId, ReadonlySet<Resource>> {
  const found = new Map<ResourceId, Set<Resource>>()
  const note = (resource: Resource) => {
    const vpc = vpcOf(view, resource)
    if (vpc) found.set(vpc.id, (found.get(vpc.id) ?? new Set<Resource>()).add(resource))
  }
  for (const nat of view.of('nat-gateway') as readonly NatGateway[])
    if (nat.fields.connectivity === 'public' && nat.fields.state === 'available') note(nat)
  for (const one of view.of('network-interface') as readonly NetworkInterface[])
    if (mappingsOf(view, one).some((mapping) => mapping.public !== null)) note(cardOf(view, one))
  return found
}

/** Tables whose default route led to something that was removed. */
function orphaned(view: View, vpc: Resource): readonly RouteTable[] {
  return (view.children(vpc.id, 'route-table') as readonly RouteTable[]).filter((table) =>
    table.fields.routes.some((route) => isOrphan(view, route)),
  )
}

function isOrphan(view: View, route: RouteTable['fields']['routes'][number]): boolean {
  const whole = destinationsOf(view, route.destination).some((prefix) => prefix.length === 0)
  // Only ids that were given to internet gateways: another kind of target is not mended by one.
  return whole && !view.get(route.target) && /^(igw|internet-gateway)-/.test(route.target)
}

function fixes(
  { view, kinds, newId, newName }: CheckContext,
  vpc: Resource,
  tables: readonly RouteTable[],
): readonly Fix[] {
  const detached = vpc.parent === null ? undefined : view.children(vpc.parent, 'internet-gateway')[0]
  const leadTo = (id: string) =>
    tables.map((table) => {
      const routes = table.fields.routes.map((route) =>
        isOrphan(view, route) ? { ...route, target: id, state: 'active' as const } : route,
      )
      return [table, withFields(table, { routes })] as const
    })
  if (detached)
    return [
      fixOf(say`Attach ${ref(detached.id)} to ${ref(vpc.id)}`, {
        updated: [[detached, { ...detached, parent: vpc.id }], ...leadTo(detached.id)],
      }),
    ]
  const made = kinds.get('internet-gateway')?.create({ view, parent: vpc, newId, newName })
  if (!made || 'refused' in made) return []
  return [
    fixOf(say`Add an internet gateway to ${ref(vpc.id)}`, {
      added: made.resources,
      updated: leadTo(made.main),
    }),
  ]
}
