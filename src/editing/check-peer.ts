import type { PeerField, ReferenceField } from '../design/fields.ts'
import type { Resource } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import type { Subnet, Vpc } from '../kinds/records.ts'
import { parsePrefix, samePrefix } from '../net/prefix.ts'
import { checkCidr } from './check-cidr.ts'
import type { FieldProblem, Suggestion, Typed } from './typed.ts'
import { article } from './words.ts'

/** A CIDR, a word, or an id. A name is not stored; the resource that has it is offered. */
export function checkPeer(typed: Typed<PeerField>): FieldProblem | null {
  const { field, text, view } = typed
  if (field.words?.includes(text)) return null
  const known = view.get(text)
  if (known && field.kinds.includes(known.kind)) return checkTwice(typed)
  const named = byName(typed, field.kinds, field.cidr)
  if (named.length > 0)
    return { message: `${text} is a name; choose what it stands for.`, suggestions: named }
  if (known)
    return {
      message: `${known.name} is ${article(titleOf(known))}; ${expected(field)} belongs here.`,
      suggestions: [],
    }
  if (!field.cidr)
    return {
      message: `Nothing here is called ${text}. ${capital(expected(field))} belongs here.`,
      suggestions: begun(typed, field.kinds),
    }
  if (text === '')
    return {
      message: `${capital(expected(field))} belongs here.`,
      suggestions: [{ value: '0.0.0.0/0', label: 'everywhere' }],
    }
  if (!/[.:/]/.test(text)) {
    return {
      message: `Nothing here is called ${text}. ${capital(expected(field))} belongs here.`,
      suggestions: begun(typed, field.kinds),
    }
  }
  return (
    checkCidr({ ...typed, field: { type: 'cidr', label: field.label, family: 'any' } }) ?? checkTwice(typed)
  )
}

/** A route table holds one route for a destination; rule 3.4.11. */
function checkTwice({ name, rows, text, resource }: Typed<PeerField>): FieldProblem | null {
  if (name !== 'destination') return null
  const prefix = parsePrefix(text)
  const same = rows.some((row) => {
    const value = row[name]
    const other = typeof value === 'string' ? parsePrefix(value) : null
    return prefix && other ? samePrefix(prefix, other) : row[name] === text
  })
  return same ? { message: `${resource.name} has a route for ${text} already.`, suggestions: [] } : null
}

export function checkReference(typed: Typed<ReferenceField>): FieldProblem | null {
  const { field, text, view } = typed
  if (text === '')
    return field.optional
      ? null
      : { message: `${capital(expected(field))} belongs here.`, suggestions: begun(typed, field.kinds) }
  const known = view.get(text)
  if (known && field.kinds.includes(known.kind)) return null
  const named = byName(typed, field.kinds, false)
  if (named.length > 0)
    return { message: `${text} is a name; choose what it stands for.`, suggestions: named }
  return {
    message: `Nothing here is called ${text}. ${capital(expected(field))} belongs here.`,
    suggestions: begun(typed, field.kinds),
  }
}

/** Resources of that name: one of the kinds by its id; where CIDRs are taken, subnets and VPCs by theirs. */
function byName({ view, text }: Typed, names: readonly string[], cidrs: boolean): readonly Suggestion[] {
  const wanted = text.toLowerCase()
  const is = (resource: Resource) => resource.name.toLowerCase() === wanted
  const ids = names
    .flatMap((kind) => view.of(kind).filter(is))
    .map((resource) => ({ value: resource.id, label: labelled(resource) }))
  const ranges = cidrs
    ? [...view.of('subnet'), ...view.of('vpc')]
        .filter(is)
        .map((resource) => ({ value: (resource as Subnet | Vpc).fields.cidr, label: labelled(resource) }))
    : []
  return text === '' ? [] : [...ids, ...ranges].slice(0, 3)
}

/** Those whose name begins with, or holds, what was typed. */
function begun({ view, text, resource }: Typed, names: readonly string[]): readonly Suggestion[] {
  const typed = text.toLowerCase()
  const all = names
    .flatMap((kind) => view.of(kind))
    .filter((other) => other.id !== resource.id && other.name.toLowerCase().includes(typed))
  const starts = (other: Resource) => Number(!other.name.toLowerCase().startsWith(typed))
  return all
    .toSorted((a, b) => starts(a) - starts(b))
    .slice(0, 3)
    .map((other) => ({ value: other.id, label: labelled(other) }))
}

const titleOf = (resource: Resource): string => kinds.get(resource.kind)?.title ?? resource.kind

const labelled = (resource: Resource): string =>
  `${titleOf(resource).toLowerCase().replace(/^vpc/, 'VPC')} ${resource.name}`

function expected(field: PeerField | ReferenceField): string {
  const titles = field.kinds.slice(0, 3).map((kind) => article(kinds.get(kind)?.title ?? kind))
  const all = [...(field.type === 'peer' && field.cidr ? ['a CIDR'] : []), ...titles]
  return all.length < 2 ? (all[0] ?? 'something else') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
