import { interfaceEnd } from '../interface-end.ts'
import { entryOfUnmodelled, lowerUnmodelled, receivesUnmodelled } from './lower.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { Unmodelled } from '../records.ts'
import { checkUnmodelled } from './checks.ts'

export const unmodelled = defineKind({
  name: 'unmodelled',
  title: 'Not modelled',
  description:
    'Something an account holds that Pathlight does not model. What comes to it is answered with “unknown”.',
  category: 'resources',
  placement: {
    in: ['vpc', 'region', 'subnet', 'availability-zone', 'canvas'],
    shape: 'card',
    why: 'It stands where the account has it.',
    size: { width: 100, height: 82 },
  },
  fields: {
    type: {
      type: 'text',
      label: 'Type',
      help: 'What AWS calls it.',
      default: '',
      readOnly: true,
      mono: true,
    },
    cidrs: { type: 'cidrs', label: 'Addresses behind it', family: 'any', readOnly: true },
  },
  version: 1,
  migrations: [],
  create({ parent, newId, newName }) {
    const id = newId('unmodelled')
    const fields = { type: '', cidrs: [] }
    return {
      resources: [make<Unmodelled>('unmodelled', id, newName('not-modelled'), parent?.id ?? null, fields)],
      main: id,
    }
  },
  checks: checkUnmodelled,
  lower: (resource, lowering) => lowerUnmodelled(resource as Unmodelled, lowering),
  entry: entryOfUnmodelled,
  receives: receivesUnmodelled,
  end: (resource, view) => interfaceEnd(resource, view),
})
