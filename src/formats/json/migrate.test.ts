import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../../design/design.ts'
import { kinds } from '../../kinds/index.ts'
import { defineKind, type Kind, type Kinds } from '../../kinds/kind.ts'
import { readDesignWith, readKeptWith } from './read-design.ts'
import { writeDesignWith } from './write-design.ts'

/** A kind that has been changed twice: `size` became `width`, then `width` a text. */
const crate: Kind = defineKind({
  ...kinds.get('region')!,
  name: 'crate',
  fields: { width: { type: 'text', label: 'Width', default: '' } },
  version: 3,
  migrations: [
    {
      run: ({ size, ...rest }) => ({ ...rest, width: size }),
      example: { before: { size: 2 }, after: { width: 2 } },
    },
    {
      run: ({ width, ...rest }) => ({ ...rest, width: (width as number).toFixed(1) }),
      example: { before: { width: 2 }, after: { width: '2.0' } },
    },
  ],
})
const world: Kinds = new Map([['crate', crate]])

function read(version: number | undefined, fields: object) {
  const resources = { a: { id: 'a', kind: 'crate', name: 'a', parent: null, fields } }
  const file = { pathlight: 1, ...(version === undefined ? {} : { kinds: { crate: version } }), resources }
  return readDesignWith(world, (design) => design)(JSON.stringify(file))
}

describe('a record of an older version', () => {
  test.each<[string, number | undefined, object]>([
    ['goes through all migrations from the first', 1, { size: 2, colour: 'red' }],
    ['is of the first where the file does not say', undefined, { size: 2, colour: 'red' }],
    ['goes through those after its own', 2, { width: 2, colour: 'red' }],
    ['is taken as it is when it is of the last', 3, { width: '2.0', colour: 'red' }],
  ])('%s', (_name, version, fields) => {
    expect(read(version, fields)).toMatchObject({
      design: { resources: { a: { fields: { width: '2.0', colour: 'red' } } } },
      diagnostics: [],
    })
  })

  test('that its migration does not understand is refused with its place', () => {
    expect(read(2, { width: 'wide' })).toMatchObject({
      design: null,
      diagnostics: [
        {
          severity: 'error',
          where: 'resources.a.fields',
          summary: expect.stringContaining('version 2') as string,
        },
      ],
    })
  })
})

test('a file says the versions of the kinds it holds', () => {
  const resources = { a: { id: 'a', kind: 'crate', name: 'a', parent: null, fields: { width: '1' } } }
  const text = writeDesignWith(world)({ ...emptyDesign, resources })
  expect(JSON.parse(text)).toMatchObject({ kinds: { crate: 3 } })
})

test.each([crate, ...kinds.values()])(
  '$name has one migration for each version but the first, and each does what its example says',
  ({ version, migrations }) => {
    expect(migrations.length).toBe(version - 1)
    for (const { run, example } of migrations) expect(run(example.before)).toEqual(example.after)
    // What one writes the next one reads.
    for (const [i, { run }] of migrations.slice(1).entries())
      expect(() => run(migrations[i]!.example.after)).not.toThrow()
  },
)

describe('a design that was kept as data', () => {
  const kept = (fields: object) => ({
    ...emptyDesign,
    resources: { a: { id: 'a', kind: 'crate', name: 'a', parent: null, fields: { ...fields } } },
    extra: { owner: 'me' },
  })
  const readKept = readKeptWith(world, (design) => design)

  test('is migrated by the versions kept with it, and has defaults for what it lacks', () => {
    expect(readKept(kept({ width: 2 }), { crate: 2 }).design).toEqual(kept({ width: '2.0' }))
    expect(readKept(kept({}), { crate: 3 }).design).toEqual(kept({ width: '' }))
  })

  test('by a newer program is refused', () => {
    const { design, diagnostics } = readKept(kept({}), { crate: 4 })
    expect([design, diagnostics.map(({ where }) => where)]).toEqual([null, ['kinds.crate']])
  })
})
