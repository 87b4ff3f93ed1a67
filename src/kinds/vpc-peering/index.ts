import type { VpcPeering } from '../records.ts'
import { entryOfPeering, lowerPeering, offersOfPeering } from './lower.ts'
import { defineKind } from '../kind.ts'
import { checkVpcPeering } from './checks.ts'
import { createVpcPeering } from './create.ts'

export const vpcPeering = defineKind({
  name: 'vpc-peering',
  title: 'Peering connection',
  description:
    'Joins two VPCs so that they reach each other by private address. It leads to the other VPC and no further.',
  category: 'gateways',
  palette: 6,
  awsIcon: 'AmazonVPCPeeringConnection',
  awsPrefix: 'pcx-',
  placement: {
    in: ['region', 'canvas'],
    shape: 'between',
    why: 'A peering connection joins two VPCs; it stands between them, not inside one.',
    size: { width: 172, height: 44 },
  },
  fields: {
    requester: {
      type: 'reference',
      label: 'Requester',
      kinds: ['vpc'],
      optional: true,
      none: 'No VPC chosen',
    },
    accepter: { type: 'reference', label: 'Accepter', kinds: ['vpc'], optional: true, none: 'No VPC chosen' },
    status: {
      type: 'choice',
      label: 'Status',
      help: 'Only an active peering carries packets.',
      default: 'active',
      options: [
        { value: 'active', label: 'Active' },
        { value: 'pending-acceptance', label: 'Waiting to be accepted' },
        { value: 'rejected', label: 'Rejected' },
        { value: 'expired', label: 'Expired' },
        { value: 'failed', label: 'Failed' },
        { value: 'deleted', label: 'Deleted' },
      ],
    },
    requesterDns: {
      type: 'boolean',
      label: 'Requester resolves names privately',
      help: 'Public names of the accepter’s instances then lead to their private addresses.',
      default: false,
    },
    accepterDns: {
      type: 'boolean',
      label: 'Accepter resolves names privately',
      help: 'Public names of the requester’s instances then lead to their private addresses.',
      default: false,
    },
  },
  version: 1,
  migrations: [],
  create: createVpcPeering,
  checks: checkVpcPeering,
  lower: (resource, lowering) => lowerPeering(resource as VpcPeering, lowering),
  entry: (resource, from, view) => entryOfPeering(resource as VpcPeering, from, view),
  offers: (resource, subnet, view) => offersOfPeering(resource as VpcPeering, subnet, view),
})
