import type { CidrField } from '../design/fields.ts'
import type { View } from '../design/view.ts'
import { kinds } from '../kinds/index.ts'
import { cidrsOf, subnetCidrs, subnetsOf, vpcOf } from '../kinds/network.ts'
import type { Vpc } from '../kinds/records.ts'
import { explainPrefix } from '../net/explain-prefix.ts'
import {
  formatPrefix,
  nextFreePrefix,
  parsePrefix,
  prefixesOverlap,
  prefixWithin,
  type Prefix,
} from '../net/prefix.ts'
import type { FieldProblem, Suggestion, Typed } from './typed.ts'
import { rebase } from './rebase.ts'
import { namesOf, suggestBlocks } from './suggest-blocks.ts'
import { article } from './words.ts'

export function checkCidr(typed: Typed<CidrField>): FieldProblem | null {
  const { field, text, view } = typed
  if (text === '')
    return field.optional
      ? null
      : { message: 'A CIDR belongs here, such as 10.0.0.0/24.', suggestions: freeBlocks(typed, null) }
  const problem = explainPrefix(text)
  if (problem && !(problem.code === 'host-bits' && field.clearsHostBits)) {
    const known = suggestBlocks(view, text, field.lengths)
    const meant = problem.suggestions.map((value) => ({ value, label: namesOf(view, value) }))
    return {
      message: problem.message,
      from: problem.from,
      to: problem.to,
      suggestions: distinct([...known, ...meant]),
    }
  }
  const prefix = parsePrefix(text, 'zero')
  if (!prefix) return null
  if (field.family !== 'any' && prefix.family !== field.family) {
    return {
      message: `An IPv${field.family} CIDR belongs here; this is IPv${prefix.family}.`,
      suggestions: freeBlocks(typed, null),
    }
  }
  return checkLength(typed, prefix) ?? checkPlace(typed, prefix)
}

function checkLength({ field, text, resource }: Typed<CidrField>, prefix: Prefix): FieldProblem | null {
  const [shortest, longest] = field.lengths ?? [0, 128]
  if (prefix.length >= shortest && prefix.length <= longest) return null
  const what = article(kinds.get(resource.kind)?.title ?? resource.kind)
  const [word, legal] = prefix.length < shortest ? ['large', shortest] : ['small', longest]
  const slash = text.indexOf('/')
  const nearest = parsePrefix(`${text.slice(0, slash)}/${legal}`, 'zero')
  return {
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)} is a /${shortest} to a /${longest}; /${prefix.length} is too ${word}.`,
    from: slash + 1,
    to: text.length,
    suggestions: nearest
      ? [{ value: formatPrefix(nearest), label: `the ${word === 'large' ? 'largest' : 'smallest'} there is` }]
      : [],
  }
}

/** Inside its VPC and clear of the others, for a subnet; around its subnets, for a VPC. */
function checkPlace(typed: Typed<CidrField>, prefix: Prefix): FieldProblem | null {
  const { view, resource, name } = typed
  const vpc = vpcOf(view, resource)
  if (!vpc) return null
  if (resource.kind === 'subnet') {
    const blocks = cidrsOf(view, vpc).filter((block) => block.family === prefix.family)
    if (!blocks.some((block) => prefixWithin(prefix, block))) {
      const has =
        blocks.length === 0 ? `no IPv${prefix.family} range` : blocks.map(formatPrefix).join(' and ')
      return {
        message: `${formatPrefix(prefix)} is not inside ${vpc.name}, which has ${has}.`,
        suggestions: freeBlocks(typed, prefix),
      }
    }
    const other = subnetsOf(view, vpc).find(
      (subnet) =>
        subnet.id !== resource.id &&
        subnetCidrs(view, subnet).some((block) => prefixesOverlap(block, prefix)),
    )
    if (!other) return null
    const theirs = prefix.family === 4 ? other.fields.cidr : other.fields.ipv6Cidr
    return {
      message: `${formatPrefix(prefix)} overlaps ${other.name}, which has ${theirs}.`,
      suggestions: freeBlocks(typed, prefix),
    }
  }
  return resource.kind === 'vpc' && name === 'cidr' ? checkRoom(view, vpc, prefix) : null
}

/** Subnets follow their VPC into another block, if it has room for them. */
function checkRoom(view: View, vpc: Vpc, to: Prefix): FieldProblem | null {
  const from = parsePrefix(vpc.fields.cidr, 'zero')
  const moves = from ? [{ from, to }] : []
  const [first, ...more] = subnetsOf(view, vpc).filter(({ fields }) => rebase(fields.cidr, moves) === null)
  if (!first) return null
  const rest = more.length === 0 ? '' : ` and ${more.length} more`
  return { message: `${first.name} (${first.fields.cidr})${rest} would have no room in it.`, suggestions: [] }
}

/** The next three free blocks of the VPC: as long as what was typed, or a /24. */
export function freeBlocks(
  { view, resource, field }: Pick<Typed<CidrField>, 'view' | 'resource' | 'field'>,
  like: Prefix | null,
): readonly Suggestion[] {
  const vpc: Vpc | undefined = resource.kind === 'subnet' ? vpcOf(view, resource) : undefined
  if (!vpc) return []
  const family = like?.family ?? (field.family === 'any' ? 4 : field.family)
  const length = like?.length ?? (family === 4 ? 24 : 64)
  const taken = subnetsOf(view, vpc)
    .filter((subnet) => subnet.id !== resource.id)
    .flatMap((subnet) => subnetCidrs(view, subnet))
  const found: Suggestion[] = []
  for (const block of cidrsOf(view, vpc)) {
    for (
      let next = free(block, taken, length, family);
      next && found.length < 3;
      next = free(block, taken, length, family)
    ) {
      taken.push(next)
      found.push({ value: formatPrefix(next), label: found.length === 0 ? 'next free block' : 'free' })
    }
  }
  return found
}

const free = (block: Prefix, taken: readonly Prefix[], length: number, family: number): Prefix | null =>
  block.family === family ? nextFreePrefix(block, taken, length) : null

function distinct(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions
    .filter((one, i) => suggestions.findIndex((other) => other.value === one.value) === i)
    .slice(0, 3)
}
