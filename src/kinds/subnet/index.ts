import { lowerSubnet } from './lower.ts'
import { defineKind } from '../kind.ts'
import type { Subnet } from '../records.ts'
import { standingOf } from '../standing.ts'
import { checkSubnet } from './checks.ts'
import { createSubnet } from './create.ts'

export const subnet = defineKind({
  name: 'subnet',
  title: 'Subnet',
  description:
    'A part of a VPC’s addresses in one Availability Zone, with one route table and one network ACL.',
  category: 'containers',
  palette: 2,
  awsIcon: 'Publicsubnet',
  awsPrefix: 'subnet-',
  placement: {
    in: ['availability-zone', 'vpc'],
    shape: 'container',
    why: 'A subnet is a part of a VPC; it stands in one of its Availability Zones.',
    size: { width: 358, height: 134 },
  },
  fields: {
    cidr: {
      type: 'cidr',
      label: 'IPv4 CIDR',
      help: 'A part of the VPC’s range. AWS keeps five of its addresses.',
      family: 4,
      optional: true,
      lengths: [16, 28],
      clearsHostBits: true,
    },
    ipv6Cidr: {
      type: 'cidr',
      label: 'IPv6 CIDR',
      help: 'A part of the VPC’s IPv6 range, usually a /64.',
      family: 6,
      optional: true,
      lengths: [44, 64],
      clearsHostBits: true,
    },
    assignPublicIp: {
      type: 'boolean',
      label: 'Assign public IPv4 addresses',
      help: 'Instances placed here from now on get a public address. Those that are here already keep what they have.',
      default: false,
    },
    routeTable: {
      type: 'reference',
      label: 'Route table',
      help: 'Says where packets that leave the subnet go.',
      kinds: ['route-table'],
      optional: true,
      none: 'Main route table',
    },
    networkAcl: {
      type: 'reference',
      label: 'Network ACL',
      help: 'A numbered list that judges every packet crossing the subnet’s border, replies too.',
      kinds: ['network-acl'],
      optional: true,
      none: 'Default network ACL',
    },
  },
  version: 1,
  migrations: [],
  create: createSubnet,
  checks: checkSubnet,
  standing: (resource, view) => standingOf(view, resource as Subnet),
  lower: (resource, lowering) => lowerSubnet(resource as Subnet, lowering),
})
