import { networkAclFixes } from './fixes.ts'
import { lowerNetworkAcl } from './lower.ts'
import { say } from '../../design/phrase.ts'
import type { RowsField } from '../../design/fields.ts'
import { defineKind, type ImpliedRows } from '../kind.ts'
import { make } from '../make.ts'
import type { NetworkAcl } from '../records.ts'
import { portsColumn, protocolColumn } from '../rule-fields.ts'
import { checkNetworkAcl } from './checks.ts'
import { describeEntry } from './describe.ts'

const why = 'A network ACL belongs to a VPC; subnets then choose it.'

function entries(label: string, cidr: string): RowsField {
  return {
    type: 'rows',
    label,
    row: 'rule',
    order: 'Read by number, lowest first. The first rule that matches decides; what none matches is denied.',
    columns: {
      number: {
        type: 'number',
        label: 'Rule',
        help: 'Lower numbers are read first.',
        default: 100,
        min: 1,
        max: 32766,
      },
      action: {
        type: 'choice',
        label: 'Action',
        default: 'allow',
        options: [
          { value: 'allow', label: 'Allow' },
          { value: 'deny', label: 'Deny' },
        ],
      },
      protocol: protocolColumn,
      ports: portsColumn,
      cidr: { type: 'cidr', label: cidr, family: 'any', clearsHostBits: true },
    },
  }
}

/** The rule `*`, which denies what no other rule decides; rule 6.2. */
const denyRest: ImpliedRows = {
  first: [],
  last: [{ id: '*', number: '*', action: 'deny', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' }],
}

export const networkAcl = defineKind({
  name: 'network-acl',
  title: 'Network ACL',
  description:
    'A numbered list of rules at the border of a subnet. It remembers nothing, so replies need rules of their own.',
  category: 'rules',
  palette: 2,
  awsIcon: 'AmazonVPCNetworkAccessControlList',
  awsPrefix: 'acl-',
  placement: {
    in: ['vpc'],
    shape: 'none',
    chosenBy: { kind: 'subnet', field: 'networkAcl', starts: 'It denies everything until it has rules.' },
    why,
    size: { width: 0, height: 0 },
  },
  fields: {
    isDefault: {
      type: 'boolean',
      label: 'Default network ACL',
      help: 'Used by every subnet of the VPC that has not chosen another.',
      default: false,
      readOnly: true,
    },
    inbound: entries('Inbound', 'Source'),
    outbound: entries('Outbound', 'Destination'),
  },
  version: 1,
  migrations: [],
  create({ parent, newId, newName }) {
    if (parent?.kind !== 'vpc') return { refused: say`${why}` }
    const id = newId('network-acl')
    // A custom list starts empty, which denies everything; custom-network-acl.
    const fields = { isDefault: false, inbound: [], outbound: [] }
    return {
      resources: [make<NetworkAcl>('network-acl', id, newName('acl-custom'), parent.id, fields)],
      main: id,
    }
  },
  checks: checkNetworkAcl,
  describe: describeEntry,
  implied: (_, field) => (field === 'inbound' || field === 'outbound' ? denyRest : null),
  lower: (resource, lowering) => lowerNetworkAcl(resource as NetworkAcl, lowering),
  fixes: networkAclFixes,
})
