// Says what is wrong with a text while it is being typed. It never blocks: the last valid value stays in force.
import type { Design } from '../design/design.ts'
import type { Field } from '../design/fields.ts'
import type { ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { checkAddress } from './check-address.ts'
import { checkCidr, freeBlocks } from './check-cidr.ts'
import { checkPeer, checkReference } from './check-peer.ts'
import { checkPorts, checkProtocol } from './check-ports.ts'
import { parsePrefix } from '../net/prefix.ts'
import { viewOf } from './free-blocks.ts'
import type { FieldProblem, Row, Suggestion, Typed } from './typed.ts'

export type { FieldProblem, Suggestion } from './typed.ts'

/** Null: the text is valid and may be stored. `row` and `column` name a cell of a field that holds rows. */
export function checkField(
  design: Design,
  id: ResourceId,
  field: string,
  text: string,
  row?: string,
  column?: string,
): FieldProblem | null {
  const resource = design.resources[id]
  const declared = kinds.get(resource?.kind ?? '')?.fields[field]
  const inside = declared?.type === 'rows' && column !== undefined ? declared.columns[column] : declared
  if (!resource || !inside) return null
  const value = resource.fields[field]
  const rows = declared?.type === 'rows' && Array.isArray(value) ? (value as readonly Row[]) : []
  return check({
    view: viewOf(design),
    resource,
    field: inside,
    name: column ?? field,
    text: text.trim(),
    rows: rows.filter((other) => other['id'] !== row),
    row: rows.find((other) => other['id'] === row),
  })
}

/** Other values that a CIDR could have: free blocks of the same length. */
export function otherBlocks(design: Design, id: ResourceId, name: string): readonly Suggestion[] {
  const resource = design.resources[id]
  const field = kinds.get(resource?.kind ?? '')?.fields[name]
  const value = resource?.fields[name]
  if (!resource || field?.type !== 'cidr' || typeof value !== 'string') return []
  const blocks = freeBlocks({ view: viewOf(design), resource, field }, parsePrefix(value, 'zero'))
  return blocks.filter((block) => block.value !== value)
}

function check(typed: Typed): FieldProblem | null {
  const { field } = typed
  switch (field.type) {
    case 'text':
    case 'rows':
      return null
    case 'boolean':
      return ['true', 'false'].includes(typed.text)
        ? null
        : { message: 'This is either on or off.', suggestions: [] }
    case 'number':
      return checkNumber({ ...typed, field })
    case 'choice':
      return checkChoice({ ...typed, field })
    case 'cidr':
      return checkCidr({ ...typed, field })
    case 'address':
      return checkAddress({ ...typed, field })
    case 'cidrs':
      return checkList(typed, (part) => checkCidr({ ...part, field: { ...field, type: 'cidr' } }))
    case 'addresses':
      return checkList(typed, (part) => checkAddress({ ...part, field: { ...field, type: 'address' } }))
    case 'references':
      return checkList(
        typed,
        (part) => checkReference({ ...part, field: { ...field, type: 'reference' } }),
        field.most,
      )
    case 'protocol':
      return checkProtocol({ ...typed, field })
    case 'ports':
      return checkPorts({ ...typed, field })
    case 'reference':
      return checkReference({ ...typed, field })
    case 'peer':
      return checkPeer({ ...typed, field })
  }
}

/** Parts between commas or spaces, each checked by itself; the first problem is told at its place. */
function checkList(
  typed: Typed,
  checkPart: (typed: Typed) => FieldProblem | null,
  most = Infinity,
): FieldProblem | null {
  const parts = [...typed.text.matchAll(/[^\s,]+/g)]
  if (parts.length > most)
    return { message: `At most ${most} fit here; these are ${parts.length}.`, suggestions: [] }
  for (const part of parts) {
    const problem = checkPart({ ...typed, text: part[0] })
    if (!problem) continue
    const replaced = (value: string) =>
      typed.text.slice(0, part.index) + value + typed.text.slice(part.index + part[0].length)
    return {
      message: problem.message,
      from: part.index + (problem.from ?? 0),
      to: part.index + (problem.to ?? part[0].length),
      suggestions: problem.suggestions.map(({ value, label }) => ({ value: replaced(value), label })),
    }
  }
  return null
}

function checkNumber({ field, text, rows, name }: Typed<Field & { type: 'number' }>): FieldProblem | null {
  const number = Number(text)
  const used = new Set(rows.map((row) => row[name]))
  const free = (from: number) => {
    let next = Math.min(Math.max(from, field.min), field.max)
    while (used.has(next) && next < field.max) next++
    return String(next)
  }
  if (!/^-?\d+$/.test(text))
    return { message: `A whole number from ${field.min} to ${field.max} belongs here.`, suggestions: [] }
  if (number < field.min || number > field.max) {
    return {
      message: `The numbers go from ${field.min} to ${field.max}.`,
      suggestions: [{ value: free(number), label: 'the nearest' }],
    }
  }
  if (!used.has(number)) return null
  return {
    message: `There is a row with the number ${text} already.`,
    suggestions: [{ value: free(number + 1), label: 'the next free' }],
  }
}

function checkChoice({ field, text }: Typed<Field & { type: 'choice' }>): FieldProblem | null {
  if (field.options.some((option) => option.value === text)) return null
  const begun = field.options.filter((option) => option.label.toLowerCase().startsWith(text.toLowerCase()))
  const list = begun.length > 0 ? begun : field.options
  return {
    message: `One of these belongs here: ${field.options.map((option) => option.label).join(', ')}.`,
    suggestions: list.slice(0, 3),
  }
}
