// A snapshot while its files are read. Every item is held against its shape here; those that fail are told and left out.
import type * as z from 'zod'
import { same } from '../../design/change.ts'
import type { Diagnostic } from '../diagnostic.ts'
import * as shapes from './shapes/index.ts'
import { readLists, type Found, type From, type ListName, type Other, type Snapshot } from './snapshot.ts'
import { isObject, type Values } from './tidy.ts'

export interface Gathering extends Snapshot {
  readonly given: Set<ListName>
  readonly folders: Map<ListName, Set<string>>
  readonly foldersOfVpcs: Map<string, Set<string>>
  readonly cutShort: Set<ListName>
  readonly entries: Map<string, readonly string[]>
  readonly attributes: Map<string, Values>
  readonly publicAccessBlocked: Set<string>
  readonly others: Other[]
  fromCollector: boolean
  readonly diagnostics: Diagnostic[]
  /** Items by list and id. */
  readonly seen: Map<string, unknown>
}

export function emptyGathering(): Gathering {
  const lists = Object.fromEntries(
    Object.keys(readLists).map((key) => [key, []]),
  ) as unknown as Snapshot['lists']
  return {
    lists,
    given: new Set(),
    folders: new Map(),
    foldersOfVpcs: new Map(),
    cutShort: new Set(),
    entries: new Map(),
    attributes: new Map(),
    publicAccessBlocked: new Set(),
    others: [],
    fromCollector: false,
    diagnostics: [],
    seen: new Map(),
  }
}

export function gatherList(
  gathering: Gathering,
  name: ListName,
  items: readonly unknown[],
  where: string,
  { folder, region }: From,
): void {
  giveList(gathering, name, folder)
  const { shape, id: idKey } = readLists[name]
  items.forEach((item, index) => {
    const given = isObject(item) ? item[idKey] : undefined
    const at = `${where}[${index}]${typeof given === 'string' ? ` ${given}` : ''}`
    const result = shape.safeParse(item)
    if (!result.success) return void gathering.diagnostics.push(leftOut(at, result.error))
    const key = typeof given === 'string' ? `${name}/${given}` : at
    if (name === 'Vpcs') noteIn(gathering.foldersOfVpcs, String(given), folder)
    // The same item in two files (a subnet shared between accounts) is one resource.
    if (!gathering.seen.has(key)) {
      gathering.seen.set(key, result.data)
      ;(gathering.lists[name] as Found<unknown>[]).push({ value: result.data, where: at, region })
    } else if (!same(whatIsRead(shape, gathering.seen.get(key)), whatIsRead(shape, result.data))) {
      const summary = 'The same resource is described differently elsewhere; the first description counts.'
      gathering.diagnostics.push({ severity: 'warning', where: at, summary })
    }
  })
}

/** Notes that a list stood in a folder, be it empty. */
export function giveList(gathering: Gathering, name: ListName, folder: string): void {
  gathering.given.add(name)
  noteIn(gathering.folders, name, folder)
}

function noteIn<K>(all: Map<K, Set<string>>, key: K, folder: string): void {
  all.set(key, (all.get(key) ?? new Set()).add(folder))
}

/**
 * An item as two accounts, or two readings of one, print it alike. Each account has its own tags for what both see, sees
 * the DNS options of its own side of a peering, and has its own ids for zones; free addresses come and go.
 */
function whatIsRead(shape: z.ZodObject, item: unknown): unknown {
  if (!isObject(item)) return item
  return Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) =>
      key === 'Tags' || key === 'TagSet' || !(key in shape.shape)
        ? []
        : [[key, isObject(value) ? { ...value, PeeringOptions: null } : value]],
    ),
  )
}

/** get-managed-prefix-list-entries does not print whose entries they are: the file's name or a key has to say so. */
export function gatherEntries(
  gathering: Gathering,
  items: readonly unknown[],
  beside: Values,
  where: string,
): void {
  const id =
    typeof beside.PrefixListId === 'string'
      ? beside.PrefixListId
      : (where.match(/(?<![a-z0-9])pl-[0-9a-z]+/gi) ?? []).at(-1)
  if (id === undefined || !/^[^\s/]{1,255}$/.test(id)) {
    gathering.diagnostics.push({
      severity: 'warning',
      where,
      summary: 'These entries name no prefix list and are left out.',
      fix: 'Name the file after its list, such as pl-0123456789abcdef0.json.',
    })
    return
  }
  const cidrs = items.flatMap((item, index) => {
    const result = shapes.prefixListEntry.safeParse(item)
    if (!result.success) gathering.diagnostics.push(leftOut(`${where}[${index}]`, result.error))
    return result.success ? [result.data.Cidr] : []
  })
  gathering.entries.set(id, [...(gathering.entries.get(id) ?? []), ...cidrs])
}

const leftOut = (where: string, error: z.ZodError): Diagnostic => ({
  severity: 'error',
  where,
  summary: `This cannot be read and is left out: ${firstIssue(error)}`,
})

/** The first thing wrong with an item, with the property it is wrong with. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'the item'}: ${issue.message}.` : 'for an unknown reason.'
}
