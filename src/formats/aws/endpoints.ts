// VPC endpoints, and the services that gateway endpoints lead to.
import type { AwsService, GatewayEndpoint, InterfaceEndpoint } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { nameTag, regionIn, serviceOf } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'

export function addEndpoints(draft: Draft, places: Places): void {
  for (const { value, where } of draft.snapshot.lists.VpcEndpoints) {
    const { VpcEndpointId: id, VpcId: vpc } = value
    const name = nameTag(value)
    const service = serviceOf(value.ServiceName)
    const state = value.State.toLowerCase()
    if (state === 'deleted') {
      draft.say('note', where, `'${id}' is deleted and left out.`)
      continue
    }
    if (!draft.has(vpc, 'vpc')) {
      draft.say(
        'warning',
        where,
        `'${id}' is of the VPC '${vpc}', which is not in the snapshot; it is left out.`,
      )
      continue
    }
    if (value.VpcEndpointType === 'Gateway')
      addGatewayEndpoint(draft, places, {
        id,
        name,
        vpc,
        service,
        state,
        routeTables: value.RouteTableIds,
        region: regionIn(value.ServiceName),
      })
    else if (value.VpcEndpointType === 'Interface')
      draft.add('interface-endpoint', id, name, vpc, {
        service,
        subnets: value.SubnetIds,
        securityGroups: value.Groups.map((group) => group.GroupId),
        privateDns: value.PrivateDnsEnabled,
        state,
      } satisfies InterfaceEndpoint['fields'])
    else
      addUnmodelled(
        draft,
        id,
        `${kebab(value.VpcEndpointType)}-endpoint`,
        vpc,
        where,
        name === undefined ? {} : { name },
      )
  }
}

interface Gateway {
  readonly id: string
  readonly name?: string | undefined
  readonly vpc: string
  readonly service: string
  readonly state: string
  readonly routeTables: readonly string[]
  readonly region: string | null
}

export function addGatewayEndpoint(
  draft: Draft,
  places: Places,
  { id, name, vpc, service, state, routeTables, region }: Gateway,
): void {
  draft.add('gateway-endpoint', id, name, vpc, {
    service,
    routeTables,
    state,
  } satisfies GatewayEndpoint['fields'])
  const home = places.region(region ?? places.codeOf(vpc))
  const destination = home === null ? service : `${service}@${home}`
  if (!draft.has(destination))
    draft.add('aws-service', destination, service, home, {
      service,
      addresses: [],
    } satisfies AwsService['fields'])
}

/** GatewayLoadBalancer → gateway-load-balancer. */
const kebab = (words: string) => words.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
