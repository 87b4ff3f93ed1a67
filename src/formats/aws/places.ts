// Regions, VPCs, zones and subnets. Later steps ask here where things are.
import type { Draft } from './draft.ts'
import { inForce, nameTag, regionIn } from './tidy.ts'

export interface Places {
  /** The id of a Region's resource, made when it is first asked for. Null: no Region is known. */
  region(code: string | null | undefined): string | null
  /** The Region's code of a VPC. */
  codeOf(vpc: string | undefined): string | null
  /** The VPC of a subnet, zones between them skipped. */
  vpcOf(subnet: string): string | undefined
}

export function addPlaces(draft: Draft): Places {
  const { lists } = draft.snapshot
  const codes = regionCodes(draft)
  const region = (code: string | null | undefined): string | null => {
    const known = code ?? onlyOne(codes.values()) ?? draft.of('region')[0]?.id ?? null
    if (known !== null && !draft.has(known)) draft.add('region', known, known, null, { code: known })
    return known
  }

  for (const { value, region: folder } of lists.Vpcs) {
    const cidrs = value.CidrBlockAssociationSet.filter((set) => inForce(set.CidrBlockState)).map(
      (set) => set.CidrBlock,
    )
    const cidr = value.CidrBlock ?? cidrs[0] ?? ''
    const dns = draft.snapshot.attributes.get(value.VpcId)
    draft.add('vpc', value.VpcId, nameTag(value), region(codes.get(value.VpcId) ?? folder), {
      cidr,
      secondaryCidrs: cidrs.filter((other) => other !== cidr),
      ipv6Cidrs: value.Ipv6CidrBlockAssociationSet.filter((set) => inForce(set.Ipv6CidrBlockState)).map(
        (set) => set.Ipv6CidrBlock,
      ),
      isDefault: value.IsDefault,
      // Assumed on where describe-vpc-attribute was not read: describe-vpcs does not print them.
      dnsSupport: isOn(dns?.EnableDnsSupport),
      dnsHostnames: isOn(dns?.EnableDnsHostnames),
    })
  }
  addUnlistedVpcs(draft, (vpc) => region(codes.get(vpc)))

  const tables = associations(draft, 'RouteTables')
  const acls = associations(draft, 'NetworkAcls')
  const vpcs = new Map<string, string>()
  for (const { value } of lists.Subnets) {
    const zone = value.AvailabilityZone === undefined ? undefined : `${value.AvailabilityZone}@${value.VpcId}`
    if (zone !== undefined && !draft.has(zone))
      draft.add('availability-zone', zone, value.AvailabilityZone, value.VpcId, {
        zone: value.AvailabilityZone,
      })
    vpcs.set(value.SubnetId, value.VpcId)
    draft.add('subnet', value.SubnetId, nameTag(value), zone ?? value.VpcId, {
      cidr: value.CidrBlock ?? '',
      ipv6Cidr:
        value.Ipv6CidrBlockAssociationSet.find((set) => inForce(set.Ipv6CidrBlockState))?.Ipv6CidrBlock ?? '',
      assignPublicIp: value.MapPublicIpOnLaunch,
      routeTable: tables.get(value.SubnetId) ?? null,
      networkAcl: acls.get(value.SubnetId) ?? null,
    })
  }
  return {
    region,
    codeOf: (vpc) => (vpc === undefined ? null : (codes.get(vpc) ?? null)),
    vpcOf: (subnet) => vpcs.get(subnet),
  }
}

function isOn(attribute: unknown): boolean {
  const value =
    typeof attribute === 'object' && attribute !== null && 'Value' in attribute ? attribute.Value : true
  return value !== false
}

/** Which Region each VPC is in, by whatever says so: its zones, ARNs, service names, peerings, folders. */
function regionCodes(draft: Draft): Map<string, string> {
  const { lists } = draft.snapshot
  const codes = new Map<string, string>()
  const learn = (vpc: string | undefined, text: string | null | undefined) => {
    const code = regionIn(text ?? undefined)
    if (vpc !== undefined && code !== null && !codes.has(vpc)) codes.set(vpc, code)
  }
  for (const { value } of lists.Subnets) learn(value.VpcId, value.AvailabilityZone ?? value.SubnetArn)
  for (const { value } of lists.Subnets) learn(value.VpcId, value.SubnetArn)
  for (const { value } of lists.Instances) learn(value.VpcId, value.Placement?.AvailabilityZone)
  for (const { value } of lists.NetworkInterfaces) learn(value.VpcId, value.AvailabilityZone)
  for (const { value } of lists.VpcEndpoints) learn(value.VpcId, value.ServiceName)
  for (const { value } of lists.VpcPeeringConnections)
    for (const side of [value.RequesterVpcInfo, value.AccepterVpcInfo]) learn(side?.VpcId, side?.Region)
  for (const { value, region } of [...lists.Vpcs, ...lists.Subnets]) learn(value.VpcId, region)
  const only = onlyOne([
    ...lists.AvailabilityZones.flatMap(({ value }) => value.RegionName ?? []),
    ...lists.Addresses.flatMap(({ value }) => regionIn(value.NetworkBorderGroup) ?? []),
  ])
  for (const { value } of lists.Vpcs) learn(value.VpcId, only)
  return codes
}

function onlyOne(values: Iterable<string>): string | null {
  const distinct = new Set(values)
  return distinct.size === 1 ? [...distinct][0]! : null
}

/** VPCs that own subnets but stand in no list: of another account that shares them, or the list was not taken. */
function addUnlistedVpcs(draft: Draft, region: (vpc: string) => string | null): void {
  const { lists } = draft.snapshot
  for (const { value, where } of lists.Subnets) {
    if (draft.has(value.VpcId)) continue
    const local = lists.RouteTables.filter((table) => table.value.VpcId === value.VpcId).flatMap((table) =>
      table.value.Routes.flatMap((route) => {
        const { GatewayId, DestinationCidrBlock } = (route ?? {}) as {
          GatewayId?: unknown
          DestinationCidrBlock?: unknown
        }
        return GatewayId === 'local' && typeof DestinationCidrBlock === 'string' ? [DestinationCidrBlock] : []
      }),
    )
    const own = lists.Subnets.filter((subnet) => subnet.value.VpcId === value.VpcId).flatMap(
      (subnet) => subnet.value.CidrBlock ?? [],
    )
    const [cidr = '', ...others] = [...new Set(local.length > 0 ? local : own)]
    draft.add('vpc', value.VpcId, undefined, region(value.VpcId), { cidr, secondaryCidrs: others })
    draft.say(
      'warning',
      where,
      `The VPC '${value.VpcId}' is in no list of Vpcs; its CIDRs are taken from its ${local.length > 0 ? 'local routes' : 'subnets'}.`,
      {
        fix: 'Add the output of `aws ec2 describe-vpcs`.',
      },
    )
  }
}

/** The table or ACL that each subnet names. */
function associations(draft: Draft, name: 'RouteTables' | 'NetworkAcls'): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { value } of draft.snapshot.lists.RouteTables)
    if (name === 'RouteTables')
      for (const { SubnetId, AssociationState } of value.Associations)
        if (SubnetId !== undefined && inForce(AssociationState)) found.set(SubnetId, value.RouteTableId)
  for (const { value } of draft.snapshot.lists.NetworkAcls)
    if (name === 'NetworkAcls')
      for (const { SubnetId } of value.Associations)
        if (SubnetId !== undefined) found.set(SubnetId, value.NetworkAclId)
  return found
}
