// The records a design is made of: flat, small, by id; relations are ids.

/** A text for which isResourceId holds: whatever reads a design from elsewhere sees to that. */
export type ResourceId = string

/** An id has no slash, which tells a CIDR from an id and ends the id in the name of a stage, and no space. */
export const isResourceId = (text: string): boolean => /^[^\s/]+$/.test(text)

/** A value a field may hold. Plain JSON, so that a record can be stored, compared and merged. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue }

/** A resource of the network. `F` is the shape its kind declares; `fields` may hold more (unknown fields are kept). */
export interface Resource<F = Readonly<Record<string, FieldValue>>> {
  readonly id: ResourceId
  /** The name of its kind, such as `nat-gateway`. */
  readonly kind: string
  readonly name: string
  /** The resource that contains it or that it is attached to: subnet, zone, VPC, Region; null at the top. */
  readonly parent: ResourceId | null
  readonly fields: F
}

/** One row of a field that holds rows (routes, rules, entries). Its id is unique among the rows of that field. */
// A type, not an interface: only types may stand for a FieldValue, which has an index signature.
export type Row = {
  readonly id: string
}

/** Something the user can be shown: a resource, or one part of it, such as `inbound.r3` (field, then row id). */
export interface Ref {
  readonly resource: ResourceId
  readonly part?: string
}

/** `part` is a field, or a row of one as `field.rowId`. */
export function ref(resource: ResourceId, part?: string): Ref {
  return part === undefined ? { resource } : { resource, part }
}
