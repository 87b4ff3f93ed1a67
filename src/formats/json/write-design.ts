// Writes a design file: the same design is always the same text, and one change of a record is a change of few lines.
import type { Design } from '../../design/design.ts'
import type { Fields } from '../../design/fields.ts'
import type { Resource } from '../../design/resource.ts'
import type { Kinds } from '../../kinds/kind.ts'
import { fileVersion } from './file-schema.ts'
import { print } from './print.ts'
import { versionsOf } from './versions-of.ts'

const schemaAddress = 'design.schema.json'

export function writeDesignWith(kinds: Kinds): (design: Design) => string {
  return (design) => {
    const { name, resources, layout, question, extra } = design
    return print({
      $schema: schemaAddress,
      pathlight: fileVersion,
      name,
      kinds: versionsOf(design, kinds),
      resources: Object.fromEntries(
        Object.entries(resources).map(([id, resource]) => [id, inOrder(resource, kinds)]),
      ),
      layout,
      question: question && first(question, ['from', 'to', 'protocol', 'port', 'sourcePort']),
      ...extra,
    })
  }
}

function inOrder(resource: Resource, kinds: Kinds): object {
  const declared = kinds.get(resource.kind)?.fields ?? {}
  return {
    ...first(resource, ['id', 'kind', 'name', 'parent']),
    fields: fieldsInOrder(resource.fields, declared),
  }
}

function fieldsInOrder(values: Resource['fields'], declared: Fields): object {
  const ordered = Object.entries(values).map(([name, value]) => {
    const field = declared[name]
    if (field?.type !== 'rows' || !Array.isArray(value)) return [name, value] as const
    const columns = ['id', ...Object.keys(field.columns)]
    return [name, (value as readonly object[]).map((row) => first(row, columns))] as const
  })
  return first(Object.fromEntries(ordered), Object.keys(declared))
}

/** The named keys first, in this order; the others after them, as they came. */
function first(object: object, keys: readonly string[]): object {
  const named = keys.filter((key) => Object.hasOwn(object, key))
  const others = Object.keys(object).filter((key) => !keys.includes(key))
  const values = object as Readonly<Record<string, unknown>>
  return Object.fromEntries([...named, ...others].map((key) => [key, values[key]]))
}
