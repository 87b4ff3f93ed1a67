// Builds findings, and the wordings that several checks share.
import { code, say, type Phrase } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Ref, Resource } from '../design/resource.ts'
import type { Fix } from '../forwarding/answer.ts'
import { explainPrefix } from '../net/prefix.ts'
import type { Finding, Severity } from './kind.ts'

export function finding(
  check: string,
  severity: Severity,
  at: Resource | Ref,
  title: Phrase,
  detail: Phrase,
  fixes: readonly Fix[] = [],
): Finding {
  return { check, severity, at: 'resource' in at ? at : ref(at.id), title, detail, fixes }
}

/** Findings for texts that should be CIDRs and are not. Host bits are cleared by AWS, so they are no error here. */
export function invalidCidrs(
  check: string,
  resource: Resource,
  field: string,
  texts: readonly string[],
): readonly Finding[] {
  return texts.flatMap((text) => {
    const problem = explainPrefix(text)
    if (problem === null || problem.code === 'host-bits') return []
    const title = say`${ref(resource.id)} has a CIDR that cannot be read: ${code(text)}`
    return [finding(check, 'error', ref(resource.id, field), title, [problem.message])]
  })
}

/** "a", "a and b", "a, b and 3 more" */
export function listed(resources: readonly Resource[], most = 3): Phrase {
  const shown = resources.length > most ? resources.slice(0, most - 1) : resources
  const more = resources.length - shown.length
  const parts: Phrase[] = shown.map((resource) => say`${ref(resource.id)}`)
  if (more > 0) parts.push([`${more} more`])
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [index === parts.length - 1 ? ' and ' : ', ']),
    ...part,
  ])
}
