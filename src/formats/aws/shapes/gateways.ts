// Ways out of a VPC, and the prefix lists that name what lies there.
import * as z from 'zod'
import { flag, id, list, state, tags, text } from './parts.ts'

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
  DnsOptions: z
    .looseObject({ PrivateDnsOnlyForInboundResolverEndpoint: flag.optional() })
    .optional()
    .catch(undefined),
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
