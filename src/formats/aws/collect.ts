// From files to lists of items. What a file holds is told by its keys, not by its name; its folders may tell a Region.
import type * as z from 'zod'
import type { Diagnostic, SourceFile } from '../diagnostic.ts'
import { isReservedName, parseJson } from '../json-text.ts'
import { same } from '../../design/change.ts'
import * as shapes from './shapes.ts'
import { isObject, regionIn, tidy, type Values } from './tidy.ts'

/** The lists that are read, by the key the AWS CLI prints them under, and which property names an item. */
const read = {
  Vpcs: { shape: shapes.vpc, id: 'VpcId' },
  Subnets: { shape: shapes.subnet, id: 'SubnetId' },
  RouteTables: { shape: shapes.routeTable, id: 'RouteTableId' },
  NetworkAcls: { shape: shapes.networkAcl, id: 'NetworkAclId' },
  SecurityGroups: { shape: shapes.securityGroup, id: 'GroupId' },
  NetworkInterfaces: { shape: shapes.networkInterface, id: 'NetworkInterfaceId' },
  Instances: { shape: shapes.instance, id: 'InstanceId' },
  InternetGateways: { shape: shapes.internetGateway, id: 'InternetGatewayId' },
  EgressOnlyInternetGateways: { shape: shapes.egressOnlyGateway, id: 'EgressOnlyInternetGatewayId' },
  NatGateways: { shape: shapes.natGateway, id: 'NatGatewayId' },
  Addresses: { shape: shapes.address, id: 'AllocationId' },
  VpcPeeringConnections: { shape: shapes.peering, id: 'VpcPeeringConnectionId' },
  VpcEndpoints: { shape: shapes.endpoint, id: 'VpcEndpointId' },
  PrefixLists: { shape: shapes.prefixList, id: 'PrefixListId' },
  ManagedPrefixLists: { shape: shapes.prefixList, id: 'PrefixListId' },
  AvailabilityZones: { shape: shapes.availabilityZone, id: 'ZoneName' },
} as const

export type ListName = keyof typeof read
export type Item<K extends ListName> = z.infer<(typeof read)[K]['shape']>

export interface Found<T> {
  readonly value: T
  /** For diagnostics: the file, the list and the item. */
  readonly where: string
  /** The Region that a folder of the file is named after. */
  readonly region: string | null
}

/** The np-guard collector's names for the same lists. */
const collectorLists: Readonly<Record<string, ListName>> = {
  vpcs: 'Vpcs',
  subnets: 'Subnets',
  instances: 'Instances',
  internet_gateways: 'InternetGateways',
  network_acls: 'NetworkAcls',
  security_groups: 'SecurityGroups',
}

export interface Snapshot {
  readonly lists: { readonly [K in ListName]: readonly Found<Item<K>>[] }
  /** Lists that stood in some file, be it empty: what is missing altogether is unknown, not absent. */
  readonly given: ReadonlySet<ListName>
  /** Entries of managed prefix lists, by the list's id. */
  readonly entries: ReadonlyMap<string, readonly string[]>
  /** DNS attributes of VPCs, from describe-vpc-attribute. */
  readonly attributes: ReadonlyMap<string, Values>
  /** Lists that nothing here reads. */
  readonly others: readonly {
    readonly key: string
    readonly items: readonly unknown[]
    readonly where: string
  }[]
  /** The form without route tables. */
  readonly fromCollector: boolean
  readonly diagnostics: readonly Diagnostic[]
}

export function collect(files: readonly SourceFile[]): Snapshot {
  const lists = Object.fromEntries(Object.keys(read).map((key) => [key, []])) as unknown as {
    [K in ListName]: Found<Item<K>>[]
  }
  const seen = new Map<string, unknown>()
  const given = new Set<ListName>()
  const entries = new Map<string, string[]>()
  const attributes = new Map<string, Values>()
  const others: { key: string; items: readonly unknown[]; where: string }[] = []
  const diagnostics: Diagnostic[] = []
  let fromCollector = false
  const say = (severity: Diagnostic['severity'], where: string, summary: string, fix?: string) =>
    diagnostics.push({ severity, where, summary, ...(fix === undefined ? {} : { fix }) })

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.text.trim() === '') {
      say('warning', file.path, 'The file is empty.', 'See whether the command that wrote it failed.')
      continue
    }
    const parsed = parseJson(file.text, file.path)
    if (parsed.ok) readValue(tidy(parsed.value), file.path, regionIn(file.path), 0)
    else if (/\.json$/i.test(file.path) || /^\s*[[{]/.test(file.text)) diagnostics.push(parsed.problem)
    else say('note', file.path, 'This is not JSON and is not read.')
  }
  return { lists, given, entries, attributes, others, fromCollector, diagnostics }

  function readValue(value: unknown, where: string, region: string | null, depth: number): void {
    if (!isObject(value))
      return void say('warning', where, 'This is no output of `aws … --output json`: an object is expected.')
    for (const [key, inner] of Object.entries(value)) readKey(key, inner, value, where, region, depth)
    if (value.NextToken !== undefined)
      say(
        'warning',
        where,
        'The file holds only a part of the list: it ends in a NextToken.',
        'Run the command without --max-items.',
      )
  }

  function readKey(
    key: string,
    value: unknown,
    whole: Values,
    where: string,
    region: string | null,
    depth: number,
  ): void {
    const name = Object.hasOwn(collectorLists, key)
      ? collectorLists[key]!
      : Object.hasOwn(read, key)
        ? (key as ListName)
        : undefined
    if (Object.hasOwn(collectorLists, key)) fromCollector = true
    if (name !== undefined) {
      if (Array.isArray(value)) return readList(name, value, `${where}: ${key}`, region)
      return void say('error', `${where}: ${key}`, `'${key}' must be a list.`)
    }
    if (key === 'Reservations' && Array.isArray(value)) {
      given.add('Instances')
      value.forEach((reservation: unknown, index) => {
        const instances = isObject(reservation) ? reservation.Instances : undefined
        if (Array.isArray(instances))
          readList('Instances', instances, `${where}: Reservations[${index}].Instances`, region)
        else say('error', `${where}: Reservations[${index}]`, 'A reservation holds a list of Instances.')
      })
    } else if (key === 'Entries' && Array.isArray(value)) readEntries(value, whole, where)
    else if (key === 'EnableDnsSupport' || key === 'EnableDnsHostnames') {
      if (typeof whole.VpcId === 'string')
        attributes.set(whole.VpcId, { ...attributes.get(whole.VpcId), [key]: value })
    } else if (Array.isArray(value)) others.push({ key, items: value, where: `${where}: ${key}` })
    // An object under a name of its own: Regions or accounts put side by side in one file.
    else if (
      isObject(value) &&
      depth < 4 &&
      Object.values(value).some((inner) => typeof inner === 'object' && inner !== null)
    )
      readValue(value, `${where}: ${key}`, regionIn(key) ?? region, depth + 1)
  }

  function readList(name: ListName, items: readonly unknown[], where: string, region: string | null): void {
    given.add(name)
    const { shape, id: idKey } = read[name]
    items.forEach((item, index) => {
      const label = isObject(item) && typeof item[idKey] === 'string' ? ` ${item[idKey]}` : ''
      const at = `${where}[${index}]${label}`
      const result = shape.safeParse(item)
      if (!result.success)
        return void say('error', at, `This cannot be read and is left out: ${firstIssue(result.error)}`)
      const id = (result.data as Values)[idKey]
      if (typeof id === 'string' && isReservedName(id))
        return void say('error', at, `'${id}' cannot be an id; the item is left out.`)
      // The same item in two files (a VPC shared between accounts) is one resource.
      const key = `${name}/${typeof id === 'string' ? id : at}`
      if (seen.has(key)) {
        if (!same(seen.get(key), result.data))
          say(
            'warning',
            at,
            'Another file describes the same resource differently; the first one read counts.',
          )
        return
      }
      seen.set(key, result.data)
      ;(lists[name] as Found<unknown>[]).push({ value: result.data, where: at, region })
    })
  }

  /** get-managed-prefix-list-entries does not print whose entries they are: the file has to say so. */
  function readEntries(items: readonly unknown[], whole: Values, where: string): void {
    const id = typeof whole.PrefixListId === 'string' ? whole.PrefixListId : /pl-[0-9a-z]+/i.exec(where)?.[0]
    if (id === undefined)
      return void say(
        'warning',
        `${where}: Entries`,
        'These entries name no prefix list and are left out.',
        'Name the file after its list: pl-0123456789abcdef0.json.',
      )
    const cidrs = items.flatMap((item, index) => {
      const result = shapes.prefixListEntry.safeParse(item)
      if (!result.success)
        say(
          'error',
          `${where}: Entries[${index}]`,
          `This cannot be read and is left out: ${firstIssue(result.error)}`,
        )
      return result.success ? [result.data.Cidr] : []
    })
    entries.set(id, [...(entries.get(id) ?? []), ...cidrs])
  }
}

/** The first thing wrong with an item, with the property it is wrong with. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'the item'}: ${issue.message}.` : 'unknown reason.'
}
