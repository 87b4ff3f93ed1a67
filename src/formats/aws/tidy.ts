// Small readings of what the AWS CLI prints: nulls, names, Regions, states.

import { parsePrefix } from '../../net/prefix.ts'

export type Values = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same without nulls: some tools print every property they know, with null for "none". */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(tidy)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, tidy(inner)]])),
  )
}

/** The Name tag, unless it is empty. Tags are null, missing or odd in real files. */
export function nameTag(item: { readonly Tags?: unknown }): string | undefined {
  const tags: readonly unknown[] = Array.isArray(item.Tags) ? item.Tags : []
  const name = tags.find((tag) => isObject(tag) && tag.Key === 'Name')
  return (isObject(name) && typeof name.Value === 'string' && name.Value.trim()) || undefined
}

/** The Region whose code stands in a text: a zone, an ARN, a service name, a path. `us-west-2-lax-1a` is of us-west-2. */
export function regionIn(text: string | undefined): string | null {
  return (
    /(?<![a-z0-9])[a-z]{2}(?:-(?:gov|iso[a-z]?))?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d(?!\d)/.exec(
      text ?? '',
    )?.[0] ?? null
  )
}

/** In force: not on its way in or out. States that are not printed are taken as in force. */
export function inForce(state: { readonly State?: string | undefined } | undefined): boolean {
  return (
    state?.State === undefined ||
    ['associated', 'associating', 'available', 'attached', 'attaching'].includes(state.State)
  )
}

/** `com.amazonaws.us-east-1.s3` is s3; the names of other people's services stay whole. */
export function serviceOf(name: string): string {
  const [, service] = /^(?:com|cn\.com)\.amazonaws\.[a-z0-9-]+\.(?!vpce-svc-)(.+)$/.exec(name) ?? []
  return service !== undefined && !name.includes('.vpce.') ? service : name
}

export const isCidr = (text: string, family: 4 | 6 | 'any' = 'any'): boolean => {
  const prefix = parsePrefix(text, 'zero')
  return prefix !== null && (family === 'any' || prefix.family === family)
}

export const validCidrs = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => isCidr(text))
