import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { PrefixList } from '../records.ts'
import { checkPrefixList } from './checks.ts'

export const prefixList = defineKind({
  name: 'prefix-list',
  title: 'Prefix list',
  description: 'A named list of CIDRs that routes and security-group rules may use instead of one CIDR each.',
  category: 'rules',
  palette: 4,
  awsPrefix: 'pl-',
  placement: {
    in: ['region', 'canvas'],
    shape: 'none',
    why: 'A prefix list belongs to a Region; routes and rules then name it.',
    size: { width: 0, height: 0 },
  },
  fields: {
    cidrs: { type: 'cidrs', label: 'CIDRs', family: 'any' },
    awsService: {
      type: 'text',
      label: 'Addresses of',
      help: 'The AWS service whose addresses AWS keeps in the list; empty for a list of your own.',
      default: '',
      readOnly: true,
      mono: true,
    },
  },
  version: 1,
  migrations: [],
  create({ view, parent, newId, newName }) {
    const id = newId('prefix-list')
    const region = parent?.kind === 'region' ? parent : view.of('region')[0]
    const fields = { cidrs: [], awsService: '' }
    return {
      resources: [make<PrefixList>('prefix-list', id, newName('pl-custom'), region?.id ?? null, fields)],
      main: id,
    }
  },
  checks: checkPrefixList,
})
