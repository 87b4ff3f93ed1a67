// The published JSON Schema. UPDATE=1 writes it anew; without it, this test fails when the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kinds } from '../../kinds/index.ts'
import { designSchema } from './index.ts'

const path = new URL('../../../public/design.schema.json', import.meta.url)

test('public/design.schema.json is what the kinds declare (UPDATE=1 writes it)', () => {
  const schema = designSchema()
  if (process.env.UPDATE) writeFileSync(path, schema)
  expect(readFileSync(path, 'utf8')).toBe(schema)
})

test('the schema names every kind and every field', () => {
  const schema = designSchema()
  for (const kind of kinds.values())
    for (const word of [kind.name, ...Object.keys(kind.fields)]) expect(schema).toContain(`"${word}"`)
})
