import { describe, expect, test } from 'vitest'
import { initialFields, initialValue, referencesIn, type Field } from './fields.ts'
import type { FieldValue } from './resource.ts'

const label = 'A field'
const reference: Field = { type: 'reference', label, kinds: ['box'] }
const references: Field = { type: 'references', label, kinds: ['box'] }
const peer: Field = { type: 'peer', label, cidr: true, kinds: ['box'], words: ['local'] }
const rows: Field = {
  type: 'rows',
  label,
  row: 'rule',
  columns: { peer, group: reference, also: references, ports: { type: 'ports', label, default: 'all' } },
}

describe('references', () => {
  test.each<[string, Field, FieldValue | undefined, string[]]>([
    ['one', reference, 'box-1', ['box-1']],
    ['none', reference, null, []],
    ['an empty one', reference, '', []],
    ['one that is no text', reference, 7, []],
    ['several', references, ['box-1', 'box-2'], ['box-1', 'box-2']],
    ['several, of which some are no text', references, ['box-1', null, 3], ['box-1']],
    ['a peer by id', peer, 'box-1', ['box-1']],
    ['a peer by CIDR', peer, '10.0.0.0/8', []],
    ['a peer by word', peer, 'local', []],
    ['a peer not chosen yet', peer, '', []],
    [
      'in rows, whatever the column',
      rows,
      [
        { id: 'r1', peer: 'box-1', group: 'box-2', also: ['box-3'], ports: 'box-9' },
        { id: 'r2', peer: '::/0', group: null, also: [] },
      ],
      ['box-1', 'box-2', 'box-3'],
    ],
    ['in rows that are none', rows, 'box-1', []],
    ['a field that is not there', references, undefined, []],
    ['text is no reference', { type: 'text', label, default: '' }, 'box-1', []],
    ['nor is an address', { type: 'address', label, family: 4 }, '10.0.0.1', []],
    ['nor are addresses', { type: 'addresses', label, family: 4 }, ['10.0.0.1'], []],
    ['nor are CIDRs', { type: 'cidrs', label, family: 4 }, ['10.0.0.0/8'], []],
  ])('%s', (_name, field, value, expected) => expect(referencesIn(field, value)).toEqual(expected))
})

describe('what a new record starts with', () => {
  test.each<[Field, FieldValue]>([
    [{ type: 'text', label, default: 'web' }, 'web'],
    [{ type: 'boolean', label, default: true }, true],
    [{ type: 'number', label, default: 100, min: 1, max: 9 }, 100],
    [{ type: 'choice', label, default: 'a', options: [] }, 'a'],
    [{ type: 'protocol', label, default: 'tcp' }, 'tcp'],
    [{ type: 'ports', label, default: 'all' }, 'all'],
    [{ type: 'cidr', label, family: 4 }, ''],
    [{ type: 'address', label, family: 4 }, ''],
    [peer, ''],
    [reference, null],
    [references, []],
    [{ type: 'cidrs', label, family: 4 }, []],
    [{ type: 'addresses', label, family: 4 }, []],
    [rows, []],
  ])('%j', (field, expected) => expect(initialValue(field)).toEqual(expected))

  test('all fields of a kind', () => {
    expect(initialFields({ friend: reference, rules: rows })).toEqual({ friend: null, rules: [] })
  })
})
