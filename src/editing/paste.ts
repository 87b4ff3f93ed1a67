// Puts copied resources into a design, the one they come from or another. They keep their fields, what they hold and what is
// attached among them; addresses and names only where those are free; what they referred to outside is replaced by its
// counterpart here, or left out.
import type { Box, Design } from '../design/design.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { regionOf } from '../kinds/network.ts'
import { addressCopies } from './address-copies.ts'
import { standAlone, type Copied } from './copied.ts'
import { copyNames } from './copy-names.ts'
import { counterpart, identical } from './counterpart.ts'
import { viewOf } from './free-blocks.ts'
import { landingOf } from './landing.ts'
import { newIds } from './new-ids.ts'
import { mapReferences } from './references.ts'
import { replace } from './replace.ts'
import { seat } from './seat.ts'
import { limit, takes, whereTo } from './where-to.ts'

export interface Pasted {
  readonly design: Design
  /** What was pasted of `copied.ids`. */
  readonly ids: readonly ResourceId[]
  /** Why something was left out, one sentence. */
  readonly why: string | null
}

/**
 * `into` is the container meant; null: none; left out: each beside its original. `boxes`, by the original's id, are
 * relative to where it lands.
 */
export function paste(
  design: Design,
  copied: Copied,
  into?: ResourceId | null,
  boxes: Readonly<Record<ResourceId, Partial<Box>>> = {},
): Pasted {
  const homes = new Map<ResourceId, ResourceId | null>()
  let why: string | null = null
  for (const id of copied.ids) {
    const top = copied.resources[id]
    const home = top ? homeFor(design, copied, top, into, [...homes.keys()]) : null
    if (typeof home === 'string') why ??= home
    else if (home) homes.set(id, home.parent)
  }
  if (homes.size === 0) return { design, ids: [], why }

  const fresh = newIds(design)
  const landing = landingOf(design, copied, homes)
  const newIdOf = new Map([...landing.keys()].map((id) => [id, fresh.newId(kindOf(copied, id))]))
  const nameOf = freeNames(design)
  const copies = [...landing].map(([id, { resource, parent, home }]): Resource => {
    const mapped = mapReferences(
      resource,
      (other) => newIdOf.get(other) ?? counterpart(design, copied, other, home),
    )
    const whole = withoutEmptied(resource, mapped)
    return {
      ...(homes.has(id) ? standAlone(whole) : whole),
      id: newIdOf.get(id) ?? '',
      name: nameOf(resource),
      parent: newIdOf.get(parent ?? '') ?? parent,
    }
  })
  const zoned = copies.map((copy) => inRegion(replace(design, copies), copy))
  const ids = copies.map(({ id }) => id)
  const addressed = addressCopies(replace(design, zoned), new Map(ids.map((id) => [id, id])))
  const layout = { ...design.layout }
  for (const [id, box] of Object.entries(copied.layout)) {
    const copy = newIdOf.get(id)
    if (copy !== undefined && !homes.has(id)) layout[copy] = box
  }
  const seats = [...homes.keys()].map((id) => {
    const { width, height } = copied.layout[id] ?? {}
    const size = width === undefined || height === undefined ? {} : { width, height }
    return { id: newIdOf.get(id) ?? '', wanted: { ...size, ...boxes[id] } }
  })
  return { design: seat({ ...addressed, layout }, seats, design), ids: seats.map(({ id }) => id), why }
}

const kindOf = (copied: Copied, id: ResourceId): string => copied.resources[id]?.kind ?? ''

/** Where one lands: in the container meant, in the nearest around it that takes it, or where its original stands. Else why not. */
function homeFor(
  design: Design,
  copied: Copied,
  top: Resource,
  into: ResourceId | null | undefined,
  before: readonly ResourceId[],
): { readonly parent: ResourceId | null } | string {
  const kind = kinds.get(top.kind)
  const own = top.parent === null ? null : identical(design, copied, top.parent)
  const legality = whereTo(design, top.kind, into === undefined ? own : into)
  const parent = legality.ok ? legality.parent : (legality.instead ?? (into === null ? own : null))
  const container = parent === null ? null : design.resources[parent]
  const stands = container ? kind && takes(kind, container.kind) : kind?.placement.in.includes('canvas')
  if (!kind || !stands) return legality.ok ? (kind?.placement.why ?? '') : legality.why
  const full = container ? limit(design, kind, container) : null
  if (full !== null) return full
  const { most } = kind.placement
  const twice = before.filter((id) => kindOf(copied, id) === top.kind).length
  return most !== undefined && twice >= most ? kind.placement.why : { parent }
}

/** Rows whose peer was left out mean nothing. */
function withoutEmptied(before: Resource, after: Resource): Resource {
  if (before === after) return after
  const fields = { ...after.fields }
  for (const [name, field] of Object.entries(kinds.get(after.kind)?.fields ?? {})) {
    const [old, rows] = [before.fields[name], after.fields[name]]
    if (field.type !== 'rows' || !Array.isArray(rows) || old === rows) continue
    const peers = Object.keys(field.columns).filter((column) => field.columns[column]?.type === 'peer')
    const emptied = (row: FieldValue, i: number) =>
      peers.some((peer) => valueIn(row, peer) === '' && valueIn((old as FieldValue[])[i], peer) !== '')
    fields[name] = (rows as FieldValue[]).filter((row, i) => !emptied(row, i))
  }
  return { ...after, fields }
}

const valueIn = (row: FieldValue | undefined, column: string): FieldValue | undefined =>
  (row as Readonly<Record<string, FieldValue>> | undefined)?.[column]

/** A name stays where nothing has it. */
function freeNames(design: Design): (resource: Resource) => string {
  const taken = new Set(Object.values(design.resources).map(({ name }) => name))
  const next = copyNames(design)
  return (resource) => (taken.has(resource.name) ? next(resource) : resource.name)
}

/** A zone of another Region becomes the one with the same letter of this one. */
function inRegion(design: Design, copy: Resource): Resource {
  const { zone } = copy.fields
  const code = regionOf(viewOf(design), copy)?.fields.code
  if (typeof zone !== 'string' || code === undefined || zone.startsWith(code)) return copy
  const here = zone.replace(/^[a-z]{2}(?:-[a-z]+)+-\d/, code)
  return {
    ...copy,
    name: copy.name === zone ? here : copy.name,
    fields: { ...copy.fields, zone: here },
  }
}
