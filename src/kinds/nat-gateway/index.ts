import { stateField } from '../rule-fields.ts'
import type { NatGateway } from '../records.ts'
import { interfaceEnd } from '../interface-end.ts'
import { subnetOf, vpcOf } from '../network.ts'
import { stages } from '../stage-ids.ts'
import { entryOfNatGateway, lowerNatGateway, offersOfNatGateway } from './lower.ts'
import { defineKind } from '../kind.ts'
import { checkNatGateway } from './checks.ts'
import { createNatGateway, needsSubnet } from './create.ts'
import { natGatewayFixes } from './fixes.ts'

export const natGateway = defineKind({
  name: 'nat-gateway',
  title: 'NAT gateway',
  description:
    'Lets private subnets open connections to the internet under one public address; nothing outside can open one to them.',
  category: 'gateways',
  palette: 2,
  awsIcon: 'AmazonVPCNATGateway',
  awsPrefix: 'nat-',
  placement: { in: ['subnet'], shape: 'card', why: needsSubnet, size: { width: 100, height: 82 } },
  fields: {
    connectivity: {
      type: 'choice',
      label: 'Connectivity',
      help: 'A private one has no public address and serves other VPCs and networks, not the internet.',
      default: 'public',
      options: [
        { value: 'public', label: 'Public' },
        { value: 'private', label: 'Private' },
      ],
    },
    state: stateField(),
  },
  version: 1,
  migrations: [],
  create: createNatGateway,
  checks: checkNatGateway,
  fixes: natGatewayFixes,
  lower: (resource, lowering) => lowerNatGateway(resource as NatGateway, lowering),
  entry: (resource, from, view) => entryOfNatGateway(resource as NatGateway, from, view),
  receives: (nat, _, view) => {
    // Anywhere but in a subnet of a VPC it has no such stage.
    const subnet = subnetOf(view, nat)
    return subnet && vpcOf(view, subnet) ? stages.natReturn(nat.id) : null
  },
  offers: (resource, subnet, view) => offersOfNatGateway(resource as NatGateway, subnet, view),
  end: (resource, view) => interfaceEnd(resource, view),
})
