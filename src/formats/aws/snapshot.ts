// What was found in the files: lists of items that have the shape they should have, and what was not understood.
import type * as z from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import * as shapes from './shapes/index.ts'
import type { Values } from './tidy.ts'

/** The lists that are read, by the key the AWS CLI prints them under, and which property names an item. */
export const readLists = {
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

export type ListName = keyof typeof readLists
export type Item<K extends ListName> = z.infer<(typeof readLists)[K]['shape']>

/** The np-guard collector's names for the same lists. */
export const collectorLists: Readonly<Record<string, ListName>> = {
  vpcs: 'Vpcs',
  subnets: 'Subnets',
  instances: 'Instances',
  internet_gateways: 'InternetGateways',
  network_acls: 'NetworkAcls',
  security_groups: 'SecurityGroups',
}

export interface Found<T> {
  readonly value: T
  /** For diagnostics: the file, the list and the item. */
  readonly where: string
  /** The Region that a folder of the file is named after. */
  readonly region: string | null
}

/** Where a file's lists come from. */
export interface From {
  readonly folder: string
  /** The Region that the folder is named after. */
  readonly region: string | null
}

export interface Snapshot {
  readonly lists: { readonly [K in ListName]: readonly Found<Item<K>>[] }
  /** Lists that stood in some file, be it empty: what is missing altogether is unknown, not absent. */
  readonly given: ReadonlySet<ListName>
  /**
   * The folders that lists stood in. A Region or account within a file counts as one: each is one reading of one account
   * in one Region, and what it lacks is not known there, whatever the others hold.
   */
  readonly folders: ReadonlyMap<ListName, ReadonlySet<string>>
  /** The folders that describe a VPC, by its id. A shared one may be described by several accounts. */
  readonly foldersOfVpcs: ReadonlyMap<string, ReadonlySet<string>>
  /** Lists of which only a part was taken: what is missing from them is unknown too. */
  readonly cutShort: ReadonlySet<ListName>
  /** Entries of managed prefix lists, by the list's id. */
  readonly entries: ReadonlyMap<string, readonly string[]>
  /** DNS attributes of VPCs, from describe-vpc-attribute. */
  readonly attributes: ReadonlyMap<string, Values>
  /** Regions whose VPC Block Public Access is on; '' where the file does not say which. */
  readonly publicAccessBlocked: ReadonlySet<string>
  /** Lists that nothing here reads. */
  readonly others: readonly Other[]
  /** The form without route tables. */
  readonly fromCollector: boolean
  readonly diagnostics: readonly Diagnostic[]
}

export interface Other {
  readonly key: string
  readonly items: readonly unknown[]
  readonly where: string
}
