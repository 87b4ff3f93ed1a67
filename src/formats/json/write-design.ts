// Writes a design file: the same design is always the same text, and one change of a record is a change of few lines.
import type { Design } from '../../design/design.ts'
import type { Resource } from '../../design/resource.ts'
import type { Kinds } from '../../kinds/kind.ts'
import { fileVersion } from './file-schema.ts'
import { print } from './print.ts'

const schemaAddress = 'design.schema.json'

export function writeDesignWith(kinds: Kinds): (design: Design) => string {
  return (design) => {
    const { name, resources, layout, question, extra } = design
    const used = [...new Set(Object.values(resources).map((resource) => resource.kind))].sort()
    return print({
      $schema: schemaAddress,
      pathlight: fileVersion,
      name,
      kinds: Object.fromEntries(used.map((kind) => [kind, kinds.get(kind)?.version ?? 1])),
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
  const fields = first(resource.fields, Object.keys(kinds.get(resource.kind)?.fields ?? {}))
  return { ...first(resource, ['id', 'kind', 'name', 'parent']), fields }
}

/** The named keys first, in this order; the others after them, as they came. */
function first(object: object, keys: readonly string[]): object {
  const values = object as Readonly<Record<string, unknown>>
  const named = keys.filter((key) => Object.hasOwn(values, key)).map((key) => [key, values[key]] as const)
  return {
    ...Object.fromEntries(named),
    ...Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key))),
  }
}
