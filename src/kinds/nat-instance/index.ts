import { interfaceEnd } from '../interface-end.ts'
import { entryOfOwner } from '../interface-entry.ts'
import { say } from '../../design/phrase.ts'
import { computeFields, createCompute, needsSubnet } from '../compute.ts'
import { allow, newGroup } from '../groups.ts'
import { defineKind } from '../kind.ts'
import { vpcOf } from '../network.ts'
import { checkNatInstance } from './checks.ts'

export const natInstance = defineKind({
  name: 'nat-instance',
  title: 'NAT instance',
  description: 'An instance that sends packets of private subnets on to the internet under its own address.',
  category: 'resources',
  palette: 3,
  awsIcon: 'AmazonEC2Instance',
  awsPrefix: 'i-',
  placement: { in: ['subnet'], shape: 'card', why: needsSubnet, size: { width: 100, height: 82 } },
  fields: computeFields,
  version: 1,
  migrations: [],
  create(context) {
    const vpc = context.parent && vpcOf(context.view, context.parent)
    if (!vpc) return { refused: say`${needsSubnet}` }
    const blocks = [vpc.fields.cidr, ...vpc.fields.secondaryCidrs]
    const inbound = blocks.map((cidr, index) =>
      allow(`r${index + 1}`, 'all', 'all', cidr, 'whatever the VPC sends out'),
    )
    return createCompute(context, {
      kind: 'nat-instance',
      stem: 'nat-instance',
      group: newGroup(context, vpc, 'nat-clients', inbound),
      alwaysPublic: true,
      forwards: 'translates',
      sourceDestCheck: false,
    })
  },
  checks: checkNatInstance,
  entry: entryOfOwner,
  end: (resource, view) => interfaceEnd(resource, view),
})
