import { vpcFixes } from './fixes.ts'
import type { Vpc } from '../records.ts'
import { lowerVpc } from './lower.ts'
import { defineKind } from '../kind.ts'
import { checkVpc } from './checks.ts'
import { createVpc } from './create.ts'

export const vpc = defineKind({
  name: 'vpc',
  title: 'VPC',
  description: 'A private network of your own in one Region, with its own range of addresses.',
  category: 'containers',
  palette: 1,
  awsIcon: 'VirtualprivatecloudVPC',
  awsPrefix: 'vpc-',
  placement: {
    in: ['region', 'canvas'],
    shape: 'container',
    why: 'A VPC lives in a Region, not inside another part of a network.',
    size: { width: 824, height: 594 },
  },
  fields: {
    cidr: {
      type: 'cidr',
      label: 'IPv4 CIDR',
      help: 'The range that its subnets take their addresses from, between a /16 and a /28.',
      family: 4,
      lengths: [16, 28],
      clearsHostBits: true,
    },
    secondaryCidrs: {
      type: 'cidrs',
      label: 'Further IPv4 CIDRs',
      help: 'Ranges added later, when the first one is full.',
      family: 4,
    },
    ipv6Cidrs: { type: 'cidrs', label: 'IPv6 CIDRs', help: 'Usually one /56 from Amazon.', family: 6 },
    privateIpv6Cidrs: {
      type: 'cidrs',
      label: 'Private IPv6 CIDRs',
      help: 'Those of the IPv6 CIDRs that AWS does not advertise to the internet.',
      family: 6,
    },
    isDefault: {
      type: 'boolean',
      label: 'Default VPC',
      help: 'The VPC that AWS made with the account, with a public subnet in each zone.',
      default: false,
      readOnly: true,
    },
    dnsSupport: {
      type: 'boolean',
      label: 'DNS resolution',
      help: 'The VPC answers DNS questions of its instances.',
      default: true,
    },
    dnsHostnames: {
      type: 'boolean',
      label: 'DNS hostnames',
      help: 'Public addresses get names. Private DNS of interface endpoints needs both DNS settings.',
      default: false,
    },
  },
  version: 1,
  migrations: [],
  create: createVpc,
  checks: checkVpc,
  lower: (resource, lowering) => lowerVpc(resource as Vpc, lowering),
  fixes: vpcFixes,
})
