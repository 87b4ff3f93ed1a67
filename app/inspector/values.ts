// Between what a field stores and what people read and type.
import type { Design, Field, FieldValue, Resource, ResourceId } from '../library.ts'
import { asText } from './as-text.ts'

/** As it is typed. References are shown by name elsewhere. */
export function textOf(field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (field.type === 'boolean') return value ? 'yes' : 'no'
  return asText(value)
}

/** What is stored for text that was found valid. */
export function valueOf(field: Field, text: string): FieldValue {
  const trimmed = text.trim()
  switch (field.type) {
    case 'number':
      return Number(trimmed)
    case 'cidrs':
    case 'addresses':
      return trimmed === '' ? [] : trimmed.split(/[\s,]+/)
    case 'text':
      return text
    case 'reference':
      return trimmed === '' ? null : trimmed
    case 'protocol':
    case 'ports':
      return trimmed.toLowerCase()
    default:
      return trimmed
  }
}

/** As it is read: ids by name, choices by label. */
export function cellText(design: Design, field: Field, value: FieldValue | undefined): string {
  if (typeof value === 'string' && (field.type === 'peer' || field.type === 'reference'))
    return design.resources[value]?.name ?? value
  if (field.type === 'choice')
    return (
      field.options.find((option) => option.value === value)?.label ?? textOf(field, value)
    ).toLowerCase()
  return textOf(field, value)
}

/** Resources that a reference of this resource may name: of those kinds, and of the same VPC where both are in one. */
export function candidates(design: Design, from: Resource, wanted: readonly string[]): readonly Resource[] {
  const home = vpcOf(design, from)
  return Object.values(design.resources).filter((resource) => {
    if (!wanted.includes(resource.kind) || resource.id === from.id) return false
    const vpc = vpcOf(design, resource)
    return home === null || vpc === null || vpc === home
  })
}

/** The id of the resource that a text names, else the text itself. */
export function resolve(design: Design, from: Resource, field: Field, text: string): string {
  if (field.type !== 'peer') return text
  const wanted = text.trim()
  if (wanted === '' || field.words?.includes(wanted.toLowerCase())) return wanted.toLowerCase()
  const named = candidates(design, from, field.kinds).filter(
    (resource) => resource.name === wanted || resource.id === wanted,
  )
  // A rule may name its own group.
  if (field.kinds.includes(from.kind) && (from.name === wanted || from.id === wanted)) return from.id
  return named[0]?.id ?? text
}

function vpcOf(design: Design, resource: Resource): ResourceId | null {
  let at: Resource | undefined = resource
  for (let climbed = 0; at && climbed < 16; climbed++) {
    if (at.kind === 'vpc') return at.id
    at = at.parent === null ? undefined : design.resources[at.parent]
  }
  return null
}
