// The parts of `aws ec2 describe-…` output that are read. Everything else may be there and is passed over. Nulls are
// gone before these shapes are asked (see tidy.ts), so a property is either there or not.
import * as z from 'zod'
import { isReservedName } from '../json-text.ts'

/** Ids are opaque: some real files have them without AWS's prefixes. A slash or space would not be one. */
const id = z
  .string()
  .regex(/^[^\s/]{1,255}$/, { error: 'is no id' })
  .refine((text) => !isReservedName(text), { error: 'cannot be an id' })
const text = z.string()
const flag = z.boolean()
/** It becomes a part of an id. */
const zone = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .optional()
  .catch(undefined)
const whole = z.number()
/** What only decorates: a wrong type here costs the decoration, not the resource. */
const tags = z
  .array(z.looseObject({ Key: text, Value: text.optional() }))
  .optional()
  .catch(undefined)
const state = z.looseObject({ State: text.optional(), Code: text.optional() }).optional().catch(undefined)
const list = <T extends z.ZodType>(item: T) => z.array(item).default([])

export const vpc = z.looseObject({
  VpcId: id,
  CidrBlock: text.optional(),
  CidrBlockAssociationSet: list(z.looseObject({ CidrBlock: text, CidrBlockState: state })),
  Ipv6CidrBlockAssociationSet: list(z.looseObject({ Ipv6CidrBlock: text, Ipv6CidrBlockState: state })),
  IsDefault: flag.default(false),
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
  Routes: list(z.unknown()),
  Tags: tags,
})

export const aclEntry = z.looseObject({
  RuleNumber: z.int().min(1).max(32767),
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
  Entries: list(z.unknown()),
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
  IpPermissions: list(z.unknown()),
  IpPermissionsEgress: list(z.unknown()),
  Tags: tags,
})

const association = z
  .looseObject({
    PublicIp: text.optional(),
    IpOwnerId: text.optional(),
    AllocationId: id.optional(),
    CarrierIp: text.optional(),
  })
  .optional()

export const networkInterface = z.looseObject({
  NetworkInterfaceId: id,
  SubnetId: id,
  VpcId: id.optional(),
  AvailabilityZone: text.optional(),
  Description: text.default(''),
  InterfaceType: text.default('interface'),
  Groups: list(z.looseObject({ GroupId: id })),
  PrivateIpAddress: text.optional(),
  PrivateIpAddresses: list(
    z.looseObject({ PrivateIpAddress: text, Primary: flag.default(false), Association: association }),
  ),
  Ipv6Addresses: list(z.looseObject({ Ipv6Address: text })),
  Ipv4Prefixes: list(z.looseObject({ Ipv4Prefix: text })),
  SourceDestCheck: flag.default(true),
  Status: text.optional(),
  Attachment: z
    .looseObject({ InstanceId: id.optional(), DeviceIndex: whole.optional(), Status: text.optional() })
    .optional(),
  Association: association,
  TagSet: tags,
  Tags: tags,
})

export const instance = z.looseObject({
  InstanceId: id,
  VpcId: id.optional(),
  SubnetId: id.optional(),
  State: z.looseObject({ Name: text.optional() }).optional(),
  Platform: text.optional(),
  PlatformDetails: text.optional(),
  PrivateIpAddress: text.optional(),
  PublicIpAddress: text.optional(),
  SourceDestCheck: flag.optional(),
  SecurityGroups: list(z.looseObject({ GroupId: id })),
  // Checked one by one as network interfaces.
  NetworkInterfaces: list(z.unknown()),
  Placement: z.looseObject({ AvailabilityZone: text.optional() }).optional().catch(undefined),
  Tags: tags,
})

const attachments = list(z.looseObject({ VpcId: id.optional(), State: text.optional() }))
export const internetGateway = z.looseObject({ InternetGatewayId: id, Attachments: attachments, Tags: tags })
export const egressOnlyGateway = z.looseObject({
  EgressOnlyInternetGatewayId: id,
  Attachments: attachments,
  Tags: tags,
})

export const natGateway = z.looseObject({
  NatGatewayId: id,
  VpcId: id.optional(),
  SubnetId: id.optional(),
  State: text.default('available'),
  ConnectivityType: text.default('public'),
  AvailabilityMode: text.optional(),
  NatGatewayAddresses: list(
    z.looseObject({
      NetworkInterfaceId: id.optional(),
      PrivateIp: text.optional(),
      PublicIp: text.optional(),
      AllocationId: id.optional(),
      IsPrimary: flag.optional(),
    }),
  ),
  Tags: tags,
})

export const address = z.looseObject({
  PublicIp: text.optional(),
  AllocationId: id.optional(),
  NetworkInterfaceId: id.optional(),
  InstanceId: text.optional(),
  PrivateIpAddress: text.optional(),
  NetworkBorderGroup: text.optional(),
  Tags: tags,
})

const peeringSide = z.looseObject({
  VpcId: id.optional(),
  Region: text.optional(),
  OwnerId: text.optional(),
  CidrBlock: text.optional(),
  CidrBlockSet: list(z.looseObject({ CidrBlock: text })),
  Ipv6CidrBlockSet: list(z.looseObject({ Ipv6CidrBlock: text })),
  PeeringOptions: z
    .looseObject({ AllowDnsResolutionFromRemoteVpc: flag.optional() })
    .optional()
    .catch(undefined),
})
export const peering = z.looseObject({
  VpcPeeringConnectionId: id,
  RequesterVpcInfo: peeringSide.optional(),
  AccepterVpcInfo: peeringSide.optional(),
  Status: state,
  Tags: tags,
})

export const endpoint = z.looseObject({
  VpcEndpointId: id,
  VpcEndpointType: text.default('Gateway'),
  VpcId: id,
  ServiceName: text,
  State: text.default('available'),
  RouteTableIds: list(id),
  SubnetIds: list(id),
  Groups: list(z.looseObject({ GroupId: id })),
  NetworkInterfaceIds: list(id),
  PrivateDnsEnabled: flag.default(false),
  Tags: tags,
})

export const prefixList = z.looseObject({
  PrefixListId: id,
  PrefixListName: text.optional(),
  Cidrs: list(text),
  OwnerId: text.optional(),
  Tags: tags,
})
export const prefixListEntry = z.looseObject({ Cidr: text, Description: text.optional() })
export const availabilityZone = z.looseObject({ ZoneName: text.optional(), RegionName: text.optional() })
