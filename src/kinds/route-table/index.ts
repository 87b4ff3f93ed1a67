import { routeTableFixes } from './fixes.ts'
import { lowerRouteTable } from './lower.ts'
import { say } from '../../design/phrase.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { RouteTable } from '../records.ts'
import { checkRouteTable } from './checks.ts'
import { describeRoute } from './describe.ts'
import { impliedRoutes } from './implied.ts'

const why = 'A route table belongs to a VPC; subnets then choose it.'

export const routeTable = defineKind({
  name: 'route-table',
  title: 'Route table',
  description: 'Says where packets go that leave the subnets using it. The most specific route wins.',
  category: 'rules',
  palette: 1,
  awsIcon: 'AmazonVPCRouter',
  awsPrefix: 'rtb-',
  placement: {
    in: ['vpc'],
    shape: 'none',
    chosenBy: { kind: 'subnet', field: 'routeTable', starts: 'Its only route is the local one, so far.' },
    why,
    size: { width: 0, height: 0 },
  },
  fields: {
    main: {
      type: 'boolean',
      label: 'Main route table',
      help: 'Used by every subnet of the VPC that has not chosen another.',
      default: false,
      readOnly: true,
    },
    routes: {
      type: 'rows',
      label: 'Routes',
      row: 'route',
      order: 'The longest matching prefix wins. The order of the rows has no meaning.',
      columns: {
        destination: {
          type: 'peer',
          label: 'Destination',
          help: 'The addresses the route is for: a CIDR or a prefix list.',
          cidr: true,
          kinds: ['prefix-list'],
        },
        target: {
          type: 'peer',
          label: 'Target',
          help: 'Where those packets go.',
          cidr: false,
          kinds: [
            'internet-gateway',
            'nat-gateway',
            'egress-only-internet-gateway',
            'vpc-peering',
            'gateway-endpoint',
            'network-interface',
            'instance',
            'bastion',
            'nat-instance',
            'unmodelled',
          ],
          words: ['local', 'blackhole'],
        },
        origin: {
          type: 'choice',
          label: 'Origin',
          help: 'Propagated routes come from a VPN or Direct Connect gateway.',
          default: 'static',
          readOnly: true,
          options: [
            { value: 'static', label: 'Static' },
            { value: 'propagated', label: 'Propagated' },
          ],
        },
        state: {
          type: 'choice',
          label: 'State',
          help: 'A blackhole still wins over wider routes and drops what it wins.',
          default: 'active',
          readOnly: true,
          options: [
            { value: 'active', label: 'Active' },
            { value: 'blackhole', label: 'Blackhole' },
          ],
        },
      },
    },
    gateway: {
      type: 'reference',
      label: 'Routes what enters through',
      help: 'An internet gateway whose incoming packets this table routes, instead of subnets’ outgoing ones.',
      kinds: ['internet-gateway'],
      optional: true,
      none: 'No gateway: it is for subnets',
    },
  },
  version: 1,
  migrations: [],
  create({ parent, newId, newName }) {
    if (parent?.kind !== 'vpc') return { refused: say`${why}` }
    const id = newId('route-table')
    const fields = { main: false, routes: [], gateway: null }
    return {
      resources: [make<RouteTable>('route-table', id, newName('rt-custom'), parent.id, fields)],
      main: id,
    }
  },
  checks: checkRouteTable,
  describe: describeRoute,
  implied: (table, field, view) => (field === 'routes' ? impliedRoutes(table as RouteTable, view) : null),
  lower: (resource, lowering) => lowerRouteTable(resource as RouteTable, lowering),
  fixes: routeTableFixes,
})
