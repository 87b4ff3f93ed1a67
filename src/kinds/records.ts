// The shapes of the records that kinds ask each other about through the design. Each kind's `fields` declares the same.
import type { Resource, ResourceId, Row } from '../design/resource.ts'

export type Region = Resource<{
  readonly code: string
  /** VPC Block Public Access is on. Which traffic it stops is not modelled. */
  readonly blockPublicAccess: boolean
}>
export type AvailabilityZone = Resource<{ readonly zone: string }>
export type Vpc = Resource<{
  readonly cidr: string
  readonly secondaryCidrs: readonly string[]
  readonly ipv6Cidrs: readonly string[]
  /** Those of the IPv6 CIDRs, or parts of them, that AWS does not advertise to the internet. */
  readonly privateIpv6Cidrs: readonly string[]
  readonly isDefault: boolean
  readonly dnsSupport: boolean
  readonly dnsHostnames: boolean
}>
export type Subnet = Resource<{
  readonly cidr: string
  readonly ipv6Cidr: string
  /** Gives new interfaces a public IPv4 address. */
  readonly assignPublicIp: boolean
  /** Null: the VPC's main route table. */
  readonly routeTable: ResourceId | null
  /** Null: the VPC's default network ACL. */
  readonly networkAcl: ResourceId | null
}>
/** target: a resource id, `local`, or `blackhole`. destination: a CIDR or the id of a prefix list. */
export type Route = Row & {
  readonly destination: string
  readonly target: string
  readonly origin: 'static' | 'propagated'
  readonly state: 'active' | 'blackhole'
}
export type RouteTable = Resource<{
  readonly main: boolean
  /** Only what the user added, and local routes whose target was replaced; the local routes are implied by the VPC's CIDRs. */
  readonly routes: readonly Route[]
  /** An internet gateway whose incoming packets this table routes (edge association). */
  readonly gateway: ResourceId | null
}>
export type AclEntry = Row & {
  readonly number: number
  readonly action: 'allow' | 'deny'
  readonly protocol: string
  readonly ports: string
  readonly cidr: string
}
export type NetworkAcl = Resource<{
  readonly isDefault: boolean
  readonly inbound: readonly AclEntry[]
  readonly outbound: readonly AclEntry[]
}>
/** peer: a CIDR, or the id of a security group or prefix list. */
export type GroupRule = Row & {
  readonly protocol: string
  readonly ports: string
  readonly peer: string
  readonly description: string
}
export type SecurityGroup = Resource<{
  readonly isDefault: boolean
  readonly inbound: readonly GroupRule[]
  readonly outbound: readonly GroupRule[]
}>
/** publicAddress: an auto-assigned public IPv4 of this private address; an Elastic IP that names it takes its place. */
export type PrivateAddress = Row & { readonly address: string; readonly publicAddress: string }
export type NetworkInterface = Resource<{
  /** The first is the primary one. */
  readonly addresses: readonly PrivateAddress[]
  readonly ipv6: readonly string[]
  readonly securityGroups: readonly ResourceId[]
  readonly sourceDestCheck: boolean
  /** The instance, NAT gateway or endpoint that it belongs to; null: detached. */
  readonly attachedTo: ResourceId | null
  readonly primary: boolean
}>
export type ElasticIp = Resource<{
  readonly address: string
  readonly networkInterface: ResourceId | null
  /** Empty: the interface's primary private address. */
  readonly privateAddress: string
}>
export type Compute = Resource<{
  readonly state: 'running' | 'stopped' | 'terminated'
  /** linux, windows, windows-2003 or all: which range source ports are taken from. */
  readonly ephemeral: string
  /** What it does with packets that are not its own, when its source/destination check is off. */
  readonly forwards: 'assume' | 'translates' | 'unchanged'
}>
export type InternetGateway = Resource<Record<string, never>>
export type EgressOnlyInternetGateway = Resource<Record<string, never>>
export type NatGateway = Resource<{
  readonly connectivity: 'public' | 'private'
  readonly state: 'available' | 'pending' | 'failed' | 'deleting' | 'deleted'
}>
export type GatewayEndpoint = Resource<{
  readonly service: string
  readonly routeTables: readonly ResourceId[]
  readonly state: string
}>
export type InterfaceEndpoint = Resource<{
  readonly service: string
  readonly subnets: readonly ResourceId[]
  readonly securityGroups: readonly ResourceId[]
  readonly privateDns: boolean
  readonly state: string
}>
export type VpcPeering = Resource<{
  readonly requester: ResourceId | null
  readonly accepter: ResourceId | null
  readonly status: 'active' | 'pending-acceptance' | 'deleted' | 'failed' | 'rejected' | 'expired'
  readonly requesterDns: boolean
  readonly accepterDns: boolean
}>
export type PrefixList = Resource<{ readonly cidrs: readonly string[]; readonly awsService: string }>
/** addresses: CIDRs outside; empty: any public address. */
export type Internet = Resource<{ readonly addresses: readonly string[]; readonly ephemeral: string }>
export type AwsService = Resource<{ readonly service: string; readonly addresses: readonly string[] }>
/** Something an account holds that is not modelled; packets that come to it are answered "unknown". */
export type Unmodelled = Resource<{ readonly type: string; readonly cidrs: readonly string[] }>
