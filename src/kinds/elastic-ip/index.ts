import { freePublicAddress } from '../free.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { ElasticIp } from '../records.ts'
import { checkElasticIp } from './checks.ts'

export const elasticIp = defineKind({
  name: 'elastic-ip',
  title: 'Elastic IP',
  description: 'A public IPv4 address that stays yours and maps to one private address.',
  category: 'resources',
  palette: 4,
  awsIcon: 'AmazonEC2ElasticIPAddress',
  awsPrefix: 'eipalloc-',
  placement: {
    in: ['region'],
    shape: 'none',
    why: 'An Elastic IP belongs to a Region; it is then associated with a network interface.',
    size: { width: 0, height: 0 },
  },
  fields: {
    address: { type: 'address', label: 'Public address', family: 4 },
    networkInterface: {
      type: 'reference',
      label: 'Associated with',
      kinds: ['network-interface'],
      optional: true,
      none: 'Nothing',
    },
    privateAddress: {
      type: 'address',
      label: 'Private address',
      help: 'Which address of the interface it maps to; empty means the primary one.',
      family: 4,
      optional: true,
    },
  },
  version: 1,
  migrations: [],
  create({ view, parent, newId, newName }) {
    const id = newId('elastic-ip')
    const region = parent?.kind === 'region' ? parent : view.of('region')[0]
    const fields = { address: freePublicAddress(view), networkInterface: null, privateAddress: '' }
    return {
      resources: [make<ElasticIp>('elastic-ip', id, newName('eip'), region?.id ?? null, fields)],
      main: id,
    }
  },
  checks: checkElasticIp,
})
