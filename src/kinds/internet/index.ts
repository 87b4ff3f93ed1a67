import { hostEnd } from '../outside-end.ts'
import { lowerInternet } from './lower.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { Internet } from '../records.ts'
import { ephemeralField } from '../rule-fields.ts'
import { checkInternet } from './checks.ts'

export const internet = defineKind({
  name: 'internet',
  title: 'Internet',
  description: 'Everything outside AWS that has a public address: any host, or the ones listed.',
  category: 'outside',
  palette: 1,
  placement: {
    in: ['canvas'],
    shape: 'card',
    why: 'The internet is outside every Region and VPC.',
    size: { width: 176, height: 44 },
  },
  fields: {
    addresses: {
      type: 'cidrs',
      label: 'Addresses',
      help: 'The addresses it stands for, such as an office’s. Empty means any public address.',
      family: 'any',
    },
    ephemeral: ephemeralField,
  },
  version: 1,
  migrations: [],
  create({ view, newId, newName }) {
    const id = newId('internet')
    // The first stands for all outside; a further one for an office, the one that a new bastion lets in (RFC 5737).
    const first = view.of('internet').length === 0
    const fields = { addresses: first ? [] : ['198.51.100.0/24'], ephemeral: 'linux' }
    return {
      resources: [make<Internet>('internet', id, newName(first ? 'Internet' : 'Office'), null, fields)],
      main: id,
    }
  },
  checks: checkInternet,
  lowerOnce: lowerInternet,
  end: (resource, view) => hostEnd(resource as Internet, view),
})
