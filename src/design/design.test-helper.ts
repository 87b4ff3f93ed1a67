// Records and designs for tests of the document itself. Their kinds and fields mean nothing.
import * as fc from 'fast-check'
import type { Design } from './design.ts'
import type { FieldValue, Resource } from './resource.ts'

export const resource = (
  id: string,
  more: Partial<Resource> & { readonly fields?: Readonly<Record<string, FieldValue>> } = {},
): Resource => ({ id, kind: 'box', name: id, parent: null, fields: {}, ...more })

const ids = ['a', 'b', 'c', 'd', 'e']

const records = <T>(value: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .tuple(...ids.map((id) => fc.option(value(id))))
    .map((list) => Object.fromEntries(list.flatMap((one, i) => (one === null ? [] : [[ids[i], one]]))))

export const randomDesigns: fc.Arbitrary<Design> = fc.record({
  name: fc.constantFrom('one', 'two'),
  resources: records((id) =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom('box', 'ring'),
      name: fc.constantFrom(id, 'same'),
      parent: fc.constantFrom(null, ...ids),
      fields: fc.record({
        size: fc.nat(2),
        rows: fc.array(fc.record({ id: fc.constantFrom('r1', 'r2'), to: fc.constantFrom(...ids) }), {
          maxLength: 2,
        }),
      }),
    }),
  ),
  layout: records(() =>
    fc.record({ x: fc.nat(2), y: fc.nat(2), width: fc.constant(9), height: fc.constant(9) }),
  ),
  question: fc.constantFrom(null, { from: 'a', to: 'b', protocol: 'tcp', port: null, sourcePort: null }),
})
