// VPCs, subnets, and the tables and rules that judge packets.
import * as z from 'zod'
import { flag, id, list, state, tags, text, whole, zone } from './parts.ts'

/** What is in force there: `off` also where an exclusion lets everything through. */
const publicAccess = z.looseObject({ InternetGatewayBlockMode: text.optional() }).optional().catch(undefined)

export const vpc = z.looseObject({
  VpcId: id,
  OwnerId: text.optional(),
  CidrBlock: text.optional(),
  CidrBlockAssociationSet: list(z.looseObject({ CidrBlock: text, CidrBlockState: state })),
  Ipv6CidrBlockAssociationSet: list(
    z.looseObject({ Ipv6CidrBlock: text, Ipv6CidrBlockState: state, Ipv6AddressAttribute: text.optional() }),
  ),
  IsDefault: flag.default(false),
  BlockPublicAccessStates: publicAccess,
  Tags: tags,
})

export const subnet = z.looseObject({
  SubnetId: id,
  VpcId: id,
  AvailabilityZone: zone,
  CidrBlock: text.optional(),
  Ipv6CidrBlockAssociationSet: list(z.looseObject({ Ipv6CidrBlock: text, Ipv6CidrBlockState: state })),
  MapPublicIpOnLaunch: flag.default(false),
  SubnetArn: text.optional(),
  BlockPublicAccessStates: publicAccess,
  Tags: tags,
})

export const route = z.looseObject({
  DestinationCidrBlock: text.optional(),
  DestinationIpv6CidrBlock: text.optional(),
  DestinationPrefixListId: id.optional(),
  GatewayId: id.optional(),
  NatGatewayId: id.optional(),
  NetworkInterfaceId: id.optional(),
  InstanceId: id.optional(),
  TransitGatewayId: id.optional(),
  VpcPeeringConnectionId: id.optional(),
  EgressOnlyInternetGatewayId: id.optional(),
  LocalGatewayId: id.optional(),
  CarrierGatewayId: id.optional(),
  CoreNetworkArn: text.optional(),
  OdbNetworkArn: text.optional(),
  Origin: text.optional(),
  State: text.optional(),
})

export const routeTable = z.looseObject({
  RouteTableId: id,
  VpcId: id,
  Associations: list(
    z.looseObject({
      Main: flag.default(false),
      SubnetId: id.optional(),
      GatewayId: id.optional(),
      AssociationState: state,
    }),
  ),
  // Routes and entries are checked one by one: one that cannot be read must not cost its table.
  // Without any at all, what it holds is not known; AWS prints an empty list where there is none.
  Routes: z.array(z.unknown()).optional(),
  Tags: tags,
})

export const aclEntry = z.looseObject({
  // The `*` entries are 32767 for IPv4 and 32768 for IPv6.
  RuleNumber: z.int().min(1).max(32768),
  RuleAction: z.enum(['allow', 'deny']),
  Egress: flag,
  Protocol: text,
  CidrBlock: text.optional(),
  Ipv6CidrBlock: text.optional(),
  PortRange: z.looseObject({ From: whole.optional(), To: whole.optional() }).optional(),
  IcmpTypeCode: z.looseObject({ Type: whole.optional(), Code: whole.optional() }).optional(),
})

export const networkAcl = z.looseObject({
  NetworkAclId: id,
  VpcId: id,
  IsDefault: flag.default(false),
  Associations: list(z.looseObject({ SubnetId: id.optional() })),
  Entries: z.array(z.unknown()).optional(),
  Tags: tags,
})

export const permission = z.looseObject({
  IpProtocol: text,
  FromPort: whole.optional(),
  ToPort: whole.optional(),
  IpRanges: list(z.looseObject({ CidrIp: text, Description: text.optional() })),
  Ipv6Ranges: list(z.looseObject({ CidrIpv6: text, Description: text.optional() })),
  PrefixListIds: list(z.looseObject({ PrefixListId: id, Description: text.optional() })),
  UserIdGroupPairs: list(
    z.looseObject({
      GroupId: id.optional(),
      GroupName: text.optional(),
      VpcId: text.optional(),
      PeeringStatus: text.optional(),
      Description: text.optional(),
    }),
  ),
})

export const securityGroup = z.looseObject({
  GroupId: id,
  GroupName: text.optional(),
  Description: text.optional(),
  VpcId: id,
  OwnerId: text.optional(),
  IpPermissions: z.array(z.unknown()).optional(),
  IpPermissionsEgress: z.array(z.unknown()).optional(),
  Tags: tags,
})
