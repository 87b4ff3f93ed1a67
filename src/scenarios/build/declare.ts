// Reads a line that declares a resource: `kind NAME what else`, or `kind NAME: rules`.
import type { Resource, ResourceId } from '../../design/resource.ts'
import type { Declare } from './declaration.ts'
import type { Draft } from './draft.ts'
import { gateway, gatewayEndpoint, interfaceEndpoint, vpcPeering } from './gateways.ts'
import { machine, natGateway, networkInterface } from './machines.ts'
import { availabilityZone, region, subnet, vpc } from './places.ts'
import { addresses, filter, routeTable } from './tables.ts'
import { NotationError, Words, type Line } from './words.ts'

const short: ReadonlyMap<string, string> = new Map(
  Object.entries({
    igw: 'internet-gateway',
    eigw: 'egress-only-internet-gateway',
    nat: 'nat-gateway',
    zone: 'availability-zone',
    table: 'route-table',
    acl: 'network-acl',
    group: 'security-group',
    interface: 'network-interface',
    peering: 'vpc-peering',
    'internet-host': 'internet',
  }),
)

const kinds: ReadonlyMap<string, Declare> = new Map(
  Object.entries({
    region,
    vpc,
    'availability-zone': availabilityZone,
    subnet,
    instance: machine,
    bastion: machine,
    'nat-instance': machine,
    'network-interface': networkInterface,
    'nat-gateway': natGateway,
    'route-table': routeTable,
    'network-acl': filter,
    'security-group': filter,
    'internet-gateway': gateway,
    'egress-only-internet-gateway': gateway,
    'gateway-endpoint': gatewayEndpoint,
    'interface-endpoint': interfaceEndpoint,
    'vpc-peering': vpcPeering,
    'prefix-list': addresses,
    internet: addresses,
    'aws-service': addresses,
    unmodelled: addresses,
  }),
)

/** Lines inside one of these are its rules. */
export const isRuled = (kind: string): boolean =>
  ['route-table', 'network-acl', 'security-group'].includes(kind)

export function declare(draft: Draft, line: Line, parent: Resource | undefined): ResourceId {
  const first = line.text.split(/\s+/)[0] ?? ''
  const kind = short.get(first) ?? first
  const ruled = /^(\S+)\s+([^:]*?)\s*(?::(?:\s+(.*))?)$/.exec(line.text)
  if (isRuled(kind) && !ruled)
    throw new NotationError(line.number, `"${first}" needs a colon before its rules`)
  const head = isRuled(kind) ? (ruled?.[2] ?? '') : line.text.slice(first.length)
  const said = /\s(?:in|->)\s+(\S+)/.exec(head)?.[1] ?? null
  const words = new Words(kind === 'vpc-peering' ? head : head.replace(/\s(?:in|->)\s+\S+/, ''))
  const name = words.next()
  if (name === undefined) throw new NotationError(line.number, `"${first}" needs a name`)
  const before = draft.resources[name]?.kind === kind ? draft.resources[name] : undefined
  const make = kinds.get(kind)
  if (!make) throw new NotationError(line.number, `"${first}" is not a kind`)
  return make({
    draft,
    line,
    kind,
    name,
    words,
    said,
    parent,
    before,
    rules: ruled?.[3] ?? '',
    unknown(word) {
      throw new NotationError(line.number, `"${word}" is not understood here`)
    },
    into(wanted, given) {
      const around = parent && wanted === 'vpc' ? draft.vpcAround(parent.id) : draft.mentioned[wanted]
      const id = given ?? (parent?.kind === wanted ? parent.id : (before?.parent ?? around))
      if (id === '' || !draft.resources[id])
        throw new NotationError(line.number, `"${name}" needs a ${wanted} to be in`)
      return id
    },
  })
}
