// Interfaces, instances and the public addresses they have.
import * as z from 'zod'
import { flag, id, list, tags, text, whole } from './parts.ts'

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
  Ipv6Prefixes: list(z.looseObject({ Ipv6Prefix: text })),
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

export const address = z.looseObject({
  PublicIp: text.optional(),
  AllocationId: id.optional(),
  NetworkInterfaceId: id.optional(),
  InstanceId: text.optional(),
  PrivateIpAddress: text.optional(),
  NetworkBorderGroup: text.optional(),
  Tags: tags,
})
