// Sentences about a design: text with links. The app makes the links clickable, the command line prints names.
import type { Design } from './design.ts'
import type { Ref } from './resource.ts'

/** Exact text (an address, a CIDR, a port) that is shown monospaced. */
export interface Code {
  readonly code: string
}
export type Fragment = string | Ref | Code
export type Phrase = readonly Fragment[]

export function code(text: string): Code {
  return { code: text }
}

/** say`${ref(acl)} rule ${code('90')} denies it`; phrases may be nested. */
export function say(texts: TemplateStringsArray, ...values: readonly (Fragment | Phrase | number)[]): Phrase {
  const out: Fragment[] = []
  texts.forEach((text, i) => {
    if (text !== '') out.push(text)
    const value = values[i]
    if (value === undefined) return
    if (Array.isArray(value)) out.push(...(value as Phrase))
    else out.push(typeof value === 'number' ? String(value) : (value as Fragment))
  })
  return out
}

/** Why something is so: a slug `kind/what`, the code AWS Reachability Analyzer uses where there is one, and a sentence. */
export interface Reason {
  readonly code: `${string}/${string}`
  readonly awsCode?: string
  readonly phrase: Phrase
}

/** The phrase as plain text; a resource is printed by its name. */
export function plain(phrase: Phrase, design: Design): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part
      if ('code' in part) return part.code
      return Object.hasOwn(design.resources, part.resource)
        ? design.resources[part.resource]!.name
        : part.resource
    })
    .join('')
}
