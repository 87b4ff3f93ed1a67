// read(write(d)) = d, for designs of every kind with any values that their fields may hold.
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  jsonValue,
  nat,
  option,
  property,
  record,
  string,
  tuple,
} from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '../../design/design.ts'
import type { Field, Fields } from '../../design/fields.ts'
import type { FieldValue, Resource } from '../../design/resource.ts'
import { kinds } from '../../kinds/index.ts'
import { layOut } from '../lay-out.ts'
import { readDesign, writeDesign } from './index.ts'

const id = tuple(constantFrom('vpc', 'subnet', 'eni', 'sg'), nat({ max: 9 })).map(
  ([stem, number]) => `${stem}-${number}`,
)
const cidrs = {
  4: ['10.0.0.0/16', '0.0.0.0/0', '10.0.1.7/24'],
  6: ['::/0', '2001:db8::/56'],
  any: ['10.0.0.0/8', '2001:db8::/32'],
}
const addresses = { 4: ['10.0.0.1', '203.0.113.10'], 6: ['::1', '2001:db8::5'] }

function valueOf(field: Field): Arbitrary<FieldValue> {
  switch (field.type) {
    case 'text':
      return string({ unit: 'binary' })
    case 'boolean':
      return boolean()
    case 'number':
      return integer({ min: field.min, max: field.max })
    case 'choice':
      return constantFrom(...field.options.map((one) => one.value))
    case 'cidr':
      return constantFrom('', ...cidrs[field.family])
    case 'cidrs':
      return array(constantFrom(...cidrs[field.family]))
    case 'address':
      return constantFrom('', ...addresses[field.family])
    case 'addresses':
      return array(constantFrom(...addresses[field.family]))
    case 'protocol':
      return constantFrom('tcp', 'udp', 'icmp', 'icmpv6', 'all', '47')
    case 'ports':
      return constantFrom('all', '443', '1024-65535', '8/0')
    case 'reference':
      return option(id)
    case 'references':
      return array(id)
    case 'peer':
      return constantFrom('', 'sg-1', ...(field.cidr ? cidrs.any : []), ...(field.words ?? []))
    case 'rows':
      return rowsOf(field.columns)
  }
}

const rowsOf = (columns: Fields): Arbitrary<FieldValue> =>
  array(fieldsOf(columns), { maxLength: 4 }).map((rows) =>
    rows.map((row, index) => ({ ...row, id: `r${index}` })),
  )

/** With what nobody declared beside it, which has to stay too. */
const fieldsOf = (fields: Fields): Arbitrary<Resource['fields']> => {
  const declared = record(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)])),
  )
  return tuple(declared, option(jsonValue())).map(([values, other]) => {
    const extra = JSON.parse(JSON.stringify(other)) as FieldValue
    return {
      ...values,
      ...(other === null || JSON.stringify(other).includes('__proto__') ? {} : { 'x-other': extra }),
    }
  })
}

const resource = constantFrom(...kinds.values()).chain((kind) =>
  record({
    id,
    kind: constant(kind.name),
    name: string({ unit: 'binary' }),
    parent: constant(null),
    fields: fieldsOf(kind.fields),
  }),
)
const coordinate = double({ noNaN: true, min: -1e7, max: 1e7 }).map((value) => value + 0)
const extent = nat({ max: 1e7 })
const box = record({ x: coordinate, y: coordinate, width: extent, height: extent })
const design: Arbitrary<Design> = record({
  name: string({ unit: 'binary' }),
  resources: array(resource, { maxLength: 12 }).map((list) =>
    Object.fromEntries(list.map((one) => [one.id, one])),
  ),
  layout: array(tuple(id, box)).map((list) => Object.fromEntries(list)),
  question: option(
    record({
      from: string(),
      to: string(),
      protocol: constant('tcp'),
      port: option(string()),
      sourcePort: option(string()),
    }),
  ),
})

test('what is written is read back the same (seed 11)', () => {
  assert(
    property(design, (given) => {
      // A reader gives a box to what has none.
      const drawn = layOut(given)
      const text = writeDesign(drawn)
      const { design: again, diagnostics } = readDesign(text)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(again).toEqual(drawn)
      expect(writeDesign(again!)).toBe(text)
    }),
    { seed: 11, numRuns: 40 },
  )
}, 30_000)
