// A gateway endpoint serves the tables of the subnets that have no way to the service of their own: the private ones.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { prefixListOf, standInFor } from '../aws-ranges.ts'
import type { CreateContext, Created } from '../kind.ts'
import { make } from '../make.ts'
import { mainRouteTable, regionOf, routeTableOf, subnetsOf } from '../network.ts'
import type { GatewayEndpoint, PrefixList } from '../records.ts'
import { isPublic } from '../standing.ts'

export const needsVpc = 'A gateway endpoint belongs to a VPC and is used through its route tables.'

export function createGatewayEndpoint({ view, parent, newId, newName }: CreateContext): Created {
  if (parent?.kind !== 'vpc') return { refused: say`${needsVpc}` }
  const present = (view.children(parent.id, 'gateway-endpoint') as readonly GatewayEndpoint[]).map(
    (one) => one.fields.service,
  )
  const service = ['s3', 'dynamodb'].find((name) => !present.includes(name))
  if (service === undefined)
    return {
      refused: say`${ref(parent.id)} already has a gateway endpoint for S3 and one for DynamoDB; other services have interface endpoints.`,
    }
  const id = newId('gateway-endpoint')
  const endpoint = make<GatewayEndpoint>('gateway-endpoint', id, newName(`vpce-${service}`), parent.id, {
    service,
    routeTables: tablesToServe(view, parent),
    state: 'available',
  })
  const region = regionOf(view, parent)?.id ?? null
  if (prefixListOf(view, service, region)) return { resources: [endpoint], main: id }
  const list = make<PrefixList>('prefix-list', newId('prefix-list'), newName(`pl-${service}`), region, {
    cidrs: standInFor(service),
    awsService: service,
  })
  return { resources: [endpoint, list], main: id }
}

function tablesToServe(view: View, vpc: Resource): readonly string[] {
  const inner = subnetsOf(view, vpc).filter((subnet) => !isPublic(view, subnet))
  const tables = new Set(inner.flatMap((subnet) => routeTableOf(view, subnet)?.id ?? []))
  if (tables.size > 0) return [...tables]
  const main = mainRouteTable(view, vpc)
  return main ? [main.id] : []
}
