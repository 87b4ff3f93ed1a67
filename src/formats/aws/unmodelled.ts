// What an account holds and Pathlight does not model. Packets that come to it are answered "unknown".
import type { ResourceId } from '../../design/resource.ts'
import type { Unmodelled } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import { isObject, nameTag } from './tidy.ts'

const types: readonly (readonly [prefix: string, type: string])[] = [
  ['tgw-attach-', 'transit-gateway-attachment'],
  ['tgw-', 'transit-gateway'],
  ['vgw-', 'vpn-gateway'],
  ['lgw-', 'local-gateway'],
  ['cagw-', 'carrier-gateway'],
  ['core-network-', 'core-network'],
  ['vpce-', 'vpc-endpoint'],
  ['igw-', 'internet-gateway'],
  ['eigw-', 'egress-only-internet-gateway'],
  ['nat-', 'nat-gateway'],
  ['pcx-', 'vpc-peering'],
  ['eni-', 'network-interface'],
  ['i-', 'instance'],
]

/** What an id names, by AWS's prefixes. */
export function typeOf(id: string): string {
  return types.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'unknown'
}

/** The resource for something that a route or interface leads to; made once. */
export function addUnmodelled(
  draft: Draft,
  id: ResourceId,
  type: string,
  parent: ResourceId | null,
  where: string,
  more: { readonly name?: string; readonly cidrs?: readonly string[] } = {},
  why = 'it is not modelled',
): void {
  if (draft.has(id)) return
  const fields = { type, cidrs: more.cidrs ?? [] } satisfies Unmodelled['fields']
  draft.add('unmodelled', id, more.name ?? listedName(draft, id), parent, fields)
  const what = `'${id}' (${type.replaceAll('-', ' ')})`
  draft.say('warning', where, `What comes to ${what} is answered "unknown": ${why}.`)
}

function listedName(draft: Draft, id: string): string | undefined {
  for (const { items } of draft.snapshot.others)
    for (const item of items) if (isObject(item) && Object.values(item).includes(id)) return nameTag(item)
  return undefined
}

const mostNamed = 50

/** One note for each thing of the lists that nothing reads, so that nothing is passed over in silence. */
export function noteOthers(draft: Draft): void {
  const noted = new Set<string>()
  for (const { key, items, where } of draft.snapshot.others) {
    items.slice(0, mostNamed).forEach((item, index) => {
      const id = idIn(item, key)
      // Names may be shared by things of different lists; AWS's own ids are not.
      if (id !== undefined && typeOf(id) !== 'unknown') {
        if (noted.has(id)) return
        noted.add(id)
      }
      const drawn = id !== undefined && draft.has(id) ? 'is drawn, but ' : ''
      if (isObject(item))
        draft.say(
          'note',
          `${where}[${index}]`,
          `${id === undefined ? 'This' : `'${id}'`} ${drawn}is not modelled: ${key} are not read.`,
        )
    })
    if (items.length > mostNamed)
      draft.say('note', where, `${items.length - mostNamed} more of ${key} are not read.`)
  }
}

/** The property that names an item: TransitGatewayId in TransitGateways, else the first that looks like a name. */
function idIn(item: unknown, key: string): string | undefined {
  if (!isObject(item)) return undefined
  const names = Object.keys(item).filter((name) => typeof item[name] === 'string')
  const own =
    names.find((name) => name === `${key.replace(/s$/, '')}Id`) ??
    names.find((name) => /(Id|Identifier|Arn|Name)$/.test(name) && !/^(Vpc|Owner|Subnet|Account)/.test(name))
  return own === undefined ? undefined : String(item[own])
}
