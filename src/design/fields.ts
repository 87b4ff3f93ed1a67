// What a kind says about its properties. Inspector, file schema, validation and reference clean-up all read this.
import type { FieldValue, ResourceId } from './resource.ts'

interface Common {
  /** Sentence case, as the inspector shows it. */
  readonly label: string
  /** One plain sentence for people who meet the term for the first time. */
  readonly help?: string
  /** Not offered for editing (set by the tool or read from an account). */
  readonly readOnly?: boolean
  /** Shown only when another field of the record has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly FieldValue[] }
}

interface TextField extends Common {
  readonly type: 'text'
  readonly default: string
  readonly mono?: boolean
}
interface BooleanField extends Common {
  readonly type: 'boolean'
  readonly default: boolean
}
interface NumberField extends Common {
  readonly type: 'number'
  readonly default: number
  readonly min: number
  readonly max: number
}
interface ChoiceField extends Common {
  readonly type: 'choice'
  readonly default: string
  /** A file may hold other values too: the list is not all there is (Regions). */
  readonly open?: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
/** A CIDR as text; empty means none where `optional`. `lengths` are the prefix lengths that AWS accepts here. */
export interface CidrField extends Common {
  readonly type: 'cidr'
  readonly family: 4 | 6 | 'any'
  readonly optional?: boolean
  readonly lengths?: readonly [shortest: number, longest: number]
  /** AWS clears host bits here instead of refusing them. */
  readonly clearsHostBits?: boolean
}
interface CidrsField extends Common {
  readonly type: 'cidrs'
  readonly family: 4 | 6 | 'any'
}
export interface AddressField extends Common {
  readonly type: 'address'
  readonly family: 4 | 6
  readonly optional?: boolean
}
interface AddressesField extends Common {
  readonly type: 'addresses'
  readonly family: 4 | 6
}
/** tcp, udp, icmp, icmpv6, a number, or all. */
export interface ProtocolField extends Common {
  readonly type: 'protocol'
  readonly default: string
}
/** `443`, `1024-65535`, `all`; for ICMP `all`, `8`, `8/0`. */
export interface PortsField extends Common {
  readonly type: 'ports'
  readonly default: string
}
/** The id of one resource of the named kinds. */
export interface ReferenceField extends Common {
  readonly type: 'reference'
  readonly kinds: readonly string[]
  readonly optional?: boolean
  /** What an empty reference means: "Main route table". */
  readonly none?: string
}
interface ReferencesField extends Common {
  readonly type: 'references'
  readonly kinds: readonly string[]
  readonly most?: number
}
/** A CIDR as text, or the id of a resource of the named kinds. `words` are further literal values such as `local`. */
export interface PeerField extends Common {
  readonly type: 'peer'
  readonly cidr: boolean
  readonly kinds: readonly string[]
  readonly words?: readonly string[]
}
/** A list of rows, each with an `id` unique in the list. */
export interface RowsField extends Common {
  readonly type: 'rows'
  readonly columns: Readonly<Record<string, Exclude<Field, RowsField>>>
  /** What one row is called: "route", "rule". */
  readonly row: string
  /** Whether the order of the rows has a meaning, said in a sentence. */
  readonly order?: string
}

export type Field =
  | TextField
  | BooleanField
  | NumberField
  | ChoiceField
  | CidrField
  | CidrsField
  | AddressField
  | AddressesField
  | ProtocolField
  | PortsField
  | ReferenceField
  | ReferencesField
  | PeerField
  | RowsField

export type Fields = Readonly<Record<string, Field>>

/** The value a new record starts with. */
export function initialValue(field: Field): FieldValue {
  switch (field.type) {
    case 'text':
    case 'boolean':
    case 'number':
    case 'choice':
    case 'protocol':
    case 'ports':
      return field.default
    case 'cidr':
    case 'address':
    case 'peer':
      return ''
    case 'reference':
      return null
    case 'cidrs':
    case 'addresses':
    case 'references':
    case 'rows':
      return []
  }
}

export function initialFields(fields: Fields): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, initialValue(field)]))
}

/** Every field, and every column of a field of rows. */
export const columnsOf = (fields: Fields): readonly Field[] =>
  Object.values(fields).flatMap((field) => [
    field,
    ...(field.type === 'rows' ? columnsOf(field.columns) : []),
  ])

/** The ids of resources that a value of this field names. */
export function referencesIn(field: Field, value: FieldValue | undefined): readonly ResourceId[] {
  if (value === null || value === undefined) return []
  switch (field.type) {
    case 'reference':
      return typeof value === 'string' && value !== '' ? [value] : []
    case 'references':
      return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
    // What has a slash is a CIDR, not an id, and a word is a word: no resource has either as its id.
    case 'peer':
      return typeof value === 'string' &&
        value !== '' &&
        !value.includes('/') &&
        !field.words?.includes(value)
        ? [value]
        : []
    case 'rows':
      return Array.isArray(value)
        ? value.flatMap((row: Readonly<Record<string, FieldValue>>) =>
            Object.entries(field.columns).flatMap(([name, column]) => referencesIn(column, row[name])),
          )
        : []
    default:
      return []
  }
}
