// Rows that every table has and no file stores: a VPC's local routes, an endpoint's routes, a network ACL's last rule.
import { type Design, type FieldValue, type ResourceId } from '../library.ts'
import { asText } from './as-text.ts'

export type ImpliedRow = Readonly<Record<string, FieldValue>> & {
  readonly id: string
  readonly note?: string
}

export interface ImpliedRows {
  readonly first: readonly ImpliedRow[]
  readonly last: readonly ImpliedRow[]
}

const none: ImpliedRows = { first: [], last: [] }

export function impliedRows(design: Design, id: ResourceId, field: string): ImpliedRows {
  const resource = design.resources[id]
  return (resource && implied[`${resource.kind}.${field}`]?.(design, id)) ?? none
}

const denyRest = (): ImpliedRows => ({
  first: [],
  last: [{ id: '*', number: '*', action: 'deny', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' }],
})

const implied: Readonly<Record<string, (design: Design, id: ResourceId) => ImpliedRows>> = {
  'network-acl.inbound': denyRest,
  'network-acl.outbound': denyRest,
  'route-table.routes': (design, id) => {
    const table = design.resources[id]
    const vpc = design.resources[table?.parent ?? '']
    const cidrs = [vpc?.fields['cidr'], vpc?.fields['secondaryCidrs'], vpc?.fields['ipv6Cidrs']]
      .flat()
      .filter((cidr): cidr is string => typeof cidr === 'string' && cidr !== '')
    const stored = (table?.fields['routes'] ?? []) as readonly { readonly destination: string }[]
    const replaced = new Set(stored.map((route) => route.destination))
    const local = cidrs
      .filter((cidr) => !replaced.has(cidr))
      .map((cidr) => ({ id: `local:${cidr}`, destination: cidr, target: 'local' }))
    const endpoints = Object.values(design.resources)
      .filter((resource) => (resource.fields['routeTables'] as readonly string[] | undefined)?.includes(id))
      .map((resource) => ({
        id: resource.id,
        destination: `pl-${asText(resource.fields['service'])}`,
        note: 'prefix list',
        target: resource.id,
      }))
    return { first: local, last: endpoints }
  },
}
