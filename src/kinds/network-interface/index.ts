import { networkInterfaceFixes } from './fixes.ts'
import { interfaceEnd } from '../interface-end.ts'
import { entryOfInterface } from '../interface-entry.ts'
import { lowerInterface } from './lower.ts'
import { say } from '../../design/phrase.ts'
import { defaultGroup } from '../groups.ts'
import { newInterface } from '../interfaces.ts'
import { defineKind } from '../kind.ts'
import { vpcOf } from '../network.ts'
import type { NetworkInterface, Subnet } from '../records.ts'
import { checkNetworkInterface } from './checks.ts'

const why = 'A network interface stands in a subnet, where it takes its address.'

export const networkInterface = defineKind({
  name: 'network-interface',
  title: 'Network interface',
  description: 'A virtual network card: addresses, security groups and the source/destination check.',
  category: 'resources',
  palette: 5,
  awsIcon: 'AmazonVPCElasticNetworkInterface',
  awsPrefix: 'eni-',
  placement: { in: ['subnet'], shape: 'none', why, size: { width: 100, height: 82 } },
  fields: {
    addresses: {
      type: 'rows',
      label: 'Private IPv4 addresses',
      row: 'address',
      order: 'The first one is the primary address.',
      columns: {
        address: { type: 'address', label: 'Private', family: 4 },
        publicAddress: {
          type: 'address',
          label: 'Public',
          help: 'Given automatically. An Elastic IP takes its place.',
          family: 4,
          optional: true,
        },
      },
    },
    ipv6: { type: 'addresses', label: 'IPv6 addresses', family: 6 },
    securityGroups: {
      type: 'references',
      label: 'Security groups',
      help: 'The rules of all of them count together.',
      kinds: ['security-group'],
      most: 5,
    },
    sourceDestCheck: {
      type: 'boolean',
      label: 'Source/destination check',
      help: 'Drops packets that are neither from nor to this interface. Whatever forwards for others needs it off.',
      default: true,
    },
    attachedTo: {
      type: 'reference',
      label: 'Attached to',
      kinds: ['instance', 'bastion', 'nat-instance', 'nat-gateway', 'interface-endpoint', 'unmodelled'],
      optional: true,
      none: 'Detached',
    },
    primary: {
      type: 'boolean',
      label: 'Primary interface',
      help: 'The one a route to the instance means.',
      default: false,
      readOnly: true,
    },
  },
  version: 1,
  migrations: [],
  create(context) {
    const { parent, view } = context
    const vpc = parent && vpcOf(view, parent)
    if (parent?.kind !== 'subnet' || !vpc) return { refused: say`${why}` }
    const group = defaultGroup(view, vpc)
    return newInterface(context, parent as Subnet, {
      name: context.newName('interface'),
      securityGroups: group ? [group.id] : [],
      primary: false,
    })
  },
  checks: checkNetworkInterface,
  lower: (resource, lowering) => lowerInterface(resource as NetworkInterface, lowering),
  entry: (resource, from, view) => entryOfInterface(resource as NetworkInterface, from, view),
  end: (resource, view) => interfaceEnd(resource, view),
  fixes: networkInterfaceFixes,
})
