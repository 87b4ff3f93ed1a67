// The whole design file as one schema. Reading goes record by record, for better messages; this is what others check by.
import * as z from 'zod'
import type { Kinds } from '../../kinds/kind.ts'
import { fieldsSchema } from './field-schema.ts'
import { print } from './print.ts'

/** Version of the file around the records; each kind counts its own beside it. */
export const fileVersion = 1

/** Pixels. A thousand times the largest design we know; beyond, pictures and the canvas lose count. */
const farthest = 10_000_000

const coordinate = z.number().min(-farthest).max(farthest)
const extent = z.number().min(0).max(farthest)

export const boxSchema = z
  .looseObject({
    x: coordinate,
    y: coordinate,
    width: extent,
    height: extent,
    locked: z.boolean().optional().describe('Stays where it is until it is unlocked.'),
  })
  .describe('Pixels, relative to the top left corner of the parent, or of the canvas.')

export const questionSchema = z
  .looseObject({
    from: z.string(),
    to: z.string(),
    protocol: z.string(),
    port: z.string().nullable().optional(),
    sourcePort: z.string().nullable().optional(),
  })
  .describe(
    'The question shown when the design is opened. Ends are ids, unique names, addresses, service names or `internet`.',
  )

export const versionsSchema = z.record(z.string(), z.int().min(1))

/** What every record has; its fields depend on its kind. */
export const recordSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  fields: z.looseObject({}).optional(),
})

function fileSchema(kinds: Kinds): z.ZodType {
  const records = [...kinds.values()].map((kind) =>
    recordSchema
      .extend({ kind: z.literal(kind.name), fields: fieldsSchema(kind.fields).optional() })
      .describe(`${kind.title}. ${kind.description}`),
  )
  return z
    .looseObject({
      $schema: z.string().optional(),
      pathlight: z.literal(fileVersion).describe('Version of the file format.'),
      name: z.string().optional().describe('What the design is called.'),
      kinds: versionsSchema
        .optional()
        .describe('The version of each kind whose records the file holds; 1 where it is not named.'),
      resources: z.record(z.string(), z.union(records)).describe('Every resource by its id.'),
      layout: z
        .record(z.string(), boxSchema)
        .optional()
        .describe('Where resources are drawn. Left out: laid out when the file is opened.'),
      question: questionSchema.nullable().optional(),
    })
    .meta({
      title: 'Pathlight design',
      description:
        'An AWS network as Pathlight reads and writes it. Fields that are not named here are kept.',
    })
}

/** The JSON Schema that is published beside the app, in the shape that the formatter leaves alone. */
export function jsonSchema(kinds: Kinds): string {
  return print(z.toJSONSchema(fileSchema(kinds), { target: 'draft-2020-12' }), { flatObjects: false })
}
