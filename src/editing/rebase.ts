// When a block of addresses moves, everything inside it moves along: 10.0.1.7 of 10.0.1.0/24 becomes 10.0.5.7 of 10.0.5.0/24.
import type { Field } from '../design/fields.ts'
import type { FieldValue, Resource } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { formatAddress, parseAddress, type Address, type IpValue } from '../net/address.ts'
import {
  formatPrefix,
  parsePrefix,
  prefixAround,
  prefixContains,
  prefixWithin,
  type Prefix,
} from '../net/prefix.ts'

export interface Move {
  readonly from: Prefix
  readonly to: Prefix
}

/** An address or CIDR after the moves; as it was when it lies in none of them, null when it has no room in its new block. */
export function rebase(text: string, moves: readonly Move[]): string | null {
  const address = parseAddress(text)
  const prefix = address ? null : parsePrefix(text)
  const move = moves.find(({ from }) =>
    address ? prefixContains(from, address) : prefix !== null && prefixWithin(prefix, from),
  )
  if (!move) return text
  if (address) {
    const next = shift(address, move)
    return next && formatAddress(next)
  }
  const first = prefix && shift({ family: prefix.family, value: prefix.first }, move)
  return first && prefix.length >= move.to.length ? formatPrefix(prefixAround(first, prefix.length)) : null
}

function shift({ family, value }: Address, { from, to }: Move): Address | null {
  const next = { family, value: sum(value, to.first, from.first) }
  return prefixContains(to, next) ? next : null
}

function sum(value: IpValue, plus: IpValue, minus: IpValue): IpValue {
  if (typeof value === 'number' && typeof plus === 'number' && typeof minus === 'number')
    return value + plus - minus
  return BigInt(value) + BigInt(plus) - BigInt(minus)
}

/** The record with every address and CIDR in its fields rebased; one without room becomes empty. */
export function rebaseFields(resource: Resource, moves: readonly Move[]): Resource {
  if (moves.length === 0) return resource
  const declared = kinds.get(resource.kind)?.fields ?? {}
  const fields = { ...resource.fields }
  for (const [name, field] of Object.entries(declared)) {
    const value = fields[name]
    if (value !== undefined) fields[name] = rebaseValue(field, value, moves)
  }
  return { ...resource, fields }
}

function rebaseValue(field: Field, value: FieldValue, moves: readonly Move[]): FieldValue {
  switch (field.type) {
    case 'cidr':
    case 'address':
    case 'peer':
      return typeof value === 'string' ? (rebase(value, moves) ?? '') : value
    case 'cidrs':
    case 'addresses':
      return Array.isArray(value)
        ? value.flatMap((text) => (typeof text === 'string' ? (rebase(text, moves) ?? []) : []))
        : value
    case 'rows':
      return Array.isArray(value)
        ? value.map((row: Readonly<Record<string, FieldValue>>) => rebaseRow(field.columns, row, moves))
        : value
    default:
      return value
  }
}

function rebaseRow(
  columns: Readonly<Record<string, Field>>,
  row: Readonly<Record<string, FieldValue>>,
  moves: readonly Move[],
) {
  const next = { ...row }
  for (const [name, column] of Object.entries(columns)) {
    const value = next[name]
    if (value !== undefined) next[name] = rebaseValue(column, value, moves)
  }
  return next
}
