// VPC endpoints, and the services that gateway endpoints lead to.
import { serviceLabel } from '../../kinds/aws-ranges.ts'
import type { AwsService, GatewayEndpoint, InterfaceEndpoint } from '../../kinds/records.ts'
import type { Item } from './snapshot.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { nameTag, regionIn, serviceOf } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'

export function addEndpoints(draft: Draft, places: Places): void {
  for (const { value, where } of draft.snapshot.lists.VpcEndpoints) {
    const { VpcEndpointId: id, VpcId: vpc } = value
    if (value.State.toLowerCase() === 'deleted') draft.say('note', where, `'${id}' is deleted and left out.`)
    else if (!draft.has(vpc, 'vpc'))
      draft.say(
        'warning',
        where,
        `'${id}' is of the VPC '${vpc}', which is not in the snapshot; it is left out.`,
      )
    else addEndpoint(draft, places, value, where)
  }
}

/** What the CLI prints, in lower case, and the word for it here. */
const states = new Map([
  ['available', 'available'],
  ['pending', 'pending'],
  ['pendingacceptance', 'pendingAcceptance'],
  ['rejected', 'rejected'],
  ['deleting', 'deleting'],
  ['failed', 'failed'],
  ['expired', 'failed'],
])

function addEndpoint(draft: Draft, places: Places, value: Item<'VpcEndpoints'>, where: string): void {
  const { VpcEndpointId: id, VpcId: vpc, VpcEndpointType: type } = value
  const name = nameTag(value)
  const service = serviceOf(value.ServiceName)
  const state = states.get(value.State.toLowerCase()) ?? 'pending'
  const region = regionIn(value.ServiceName)
  const home = places.codeOf(vpc)
  const isAws = service !== value.ServiceName
  const isElsewhere = isAws && region !== null && home !== null && region !== home
  if (type === 'Interface') {
    // Inside the VPC a service's name is that of its own Region, and where a gateway endpoint serves it, AWS can keep the
    // private names for resolvers that ask from outside; DnsOptions.
    const isForOthers = value.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint === true
    draft.add('interface-endpoint', id, name, vpc, {
      service,
      subnets: value.SubnetIds,
      securityGroups: value.Groups.map((group) => group.GroupId),
      privateDns: value.PrivateDnsEnabled && !isForOthers && !isElsewhere,
      state,
    } satisfies InterfaceEndpoint['fields'])
    if (value.PrivateDnsEnabled && (isForOthers || isElsewhere))
      draft.say(
        'note',
        where,
        isElsewhere
          ? `'${id}' is for ${service} of ${region}, so the name of ${service} in ${home} does not lead there.`
          : `'${id}' has its private DNS for inbound resolver endpoints only, so inside '${vpc}' the name of ${service} does not lead there.`,
      )
  } else if (type === 'Gateway' && isGatewayService(service)) {
    // Gateway endpoints serve their own Region only; rule 14.9.
    if (isElsewhere)
      return addUnmodelled(
        draft,
        id,
        'gateway-endpoint',
        vpc,
        where,
        name === undefined ? {} : { name },
        `it is for ${service} of ${region}, and '${vpc}' is in ${home}`,
      )
    addGatewayEndpoint(draft, places, {
      id,
      name,
      vpc,
      service,
      state,
      routeTables: value.RouteTableIds,
      region,
    })
  } else {
    // GatewayLoadBalancer → gateway-load-balancer-endpoint.
    const words = type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
    addUnmodelled(draft, id, `${words}-endpoint`, vpc, where, name === undefined ? {} : { name })
  }
}

export const isGatewayService = (service: string | undefined): service is 's3' | 'dynamodb' =>
  service === 's3' || service === 'dynamodb'

interface Gateway {
  readonly id: string
  readonly name?: string | undefined
  readonly vpc: string
  readonly service: 's3' | 'dynamodb'
  readonly state: string
  readonly routeTables: readonly string[]
  readonly region: string | null
}

export function addGatewayEndpoint(draft: Draft, places: Places, endpoint: Gateway): void {
  const { id, name, vpc, service, state, routeTables, region } = endpoint
  draft.add('gateway-endpoint', id, name, vpc, {
    service,
    routeTables,
    state,
  } satisfies GatewayEndpoint['fields'])
  const home = places.region(region ?? places.codeOf(vpc))
  const destination = home === null ? service : `${service}@${home}`
  const fields = { service, addresses: [] } satisfies AwsService['fields']
  // Not just "s3": a question to that word asks whichever way DNS would choose, a name asks for this one.
  const label = [serviceLabel(service), home ?? 'AWS'].join(' ')
  if (!draft.has(destination)) draft.add('aws-service', destination, label, home, fields)
}
