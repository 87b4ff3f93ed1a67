import { securityGroupFixes } from './fixes.ts'
import type { SecurityGroup } from '../records.ts'
import { lowerSecurityGroup } from './lower.ts'
import { say } from '../../design/phrase.ts'
import type { RowsField } from '../../design/fields.ts'
import { newGroup } from '../groups.ts'
import { defineKind } from '../kind.ts'
import { portsColumn, protocolColumn } from '../rule-fields.ts'
import { checkSecurityGroup } from './checks.ts'
import { describeRule } from './describe.ts'

const why = 'A security group belongs to a VPC; instances and endpoints then carry it.'

function rules(label: string, peer: string, help: string): RowsField {
  return {
    type: 'rows',
    label,
    row: 'rule',
    order: 'Every rule counts; order has no meaning.',
    columns: {
      protocol: protocolColumn,
      ports: portsColumn,
      peer: { type: 'peer', label: peer, help, cidr: true, kinds: ['security-group', 'prefix-list'] },
      description: { type: 'text', label: 'Description', default: '' },
    },
  }
}

export const securityGroup = defineKind({
  name: 'security-group',
  title: 'Security group',
  description:
    'Says what may connect to the resources that carry it, and what they may connect to. It remembers connections, so replies always pass.',
  category: 'rules',
  palette: 3,
  awsPrefix: 'sg-',
  placement: { in: ['vpc'], shape: 'none', why, size: { width: 0, height: 0 } },
  fields: {
    isDefault: {
      type: 'boolean',
      label: 'Default security group',
      help: 'Carried by whatever is placed in the VPC without another group.',
      default: false,
      readOnly: true,
    },
    inbound: rules('Inbound', 'Source', 'Who may connect: a CIDR, a security group or a prefix list.'),
    outbound: rules(
      'Outbound',
      'Destination',
      'What may be connected to: a CIDR, a security group or a prefix list.',
    ),
  },
  version: 1,
  migrations: [],
  create(context) {
    if (context.parent?.kind !== 'vpc') return { refused: say`${why}` }
    const group = newGroup(context, context.parent, 'group', [])
    return { resources: [group], main: group.id }
  },
  checks: checkSecurityGroup,
  describe: describeRule,
  lower: (resource, lowering) => lowerSecurityGroup(resource as SecurityGroup, lowering),
  fixes: securityGroupFixes,
})
