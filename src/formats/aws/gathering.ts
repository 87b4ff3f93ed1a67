// A snapshot while its files are read. Every item is held against its shape here; those that fail are told and left out.
import type * as z from 'zod'
import { same } from '../../design/change.ts'
import type { Diagnostic } from '../diagnostic.ts'
import * as shapes from './shapes/index.ts'
import { readLists, type Found, type ListName, type Other, type Snapshot } from './snapshot.ts'
import { isObject, type Values } from './tidy.ts'

export interface Gathering extends Snapshot {
  readonly given: Set<ListName>
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
  region: string | null,
): void {
  gathering.given.add(name)
  const { shape, id: idKey } = readLists[name]
  items.forEach((item, index) => {
    const given = isObject(item) ? item[idKey] : undefined
    const at = `${where}[${index}]${typeof given === 'string' ? ` ${given}` : ''}`
    const result = shape.safeParse(item)
    if (!result.success) return void gathering.diagnostics.push(leftOut(at, result.error))
    const key = typeof given === 'string' ? `${name}/${given}` : at
    // The same item in two files (a subnet shared between accounts) is one resource.
    if (!gathering.seen.has(key)) {
      gathering.seen.set(key, result.data)
      ;(gathering.lists[name] as Found<unknown>[]).push({ value: result.data, where: at, region })
    } else if (!same(gathering.seen.get(key), result.data)) {
      const summary = 'The same resource is described differently elsewhere; the first description counts.'
      gathering.diagnostics.push({ severity: 'warning', where: at, summary })
    }
  })
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
