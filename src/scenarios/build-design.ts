// Builds a design from the lines of the notation; see notation.ts for what they may say.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { addRules } from './build/add-rules.ts'
import { declare, isRuled } from './build/declare.ts'
import { Draft } from './build/draft.ts'
import { NotationError, type Line } from './build/words.ts'

export function build(lines: readonly Line[]): Design {
  const draft = new Draft()
  const open: { readonly indent: number; readonly id: ResourceId }[] = []
  for (const line of lines) {
    while ((open.at(-1)?.indent ?? -1) >= line.indent) open.pop()
    const parent = draft.resources[open.at(-1)?.id ?? '']
    if (parent && isRuled(parent.kind)) addRules(draft, line, parent.id, line.text)
    else open.push({ indent: line.indent, id: declare(draft, line, parent) })
  }
  addPrefixLists(draft)
  addInternet(draft)
  checkNames(draft)
  return { name: 'scenario', resources: draft.resources, layout: {}, question: null }
}

const serviceRanges = { s3: '52.216.0.0/15', dynamodb: '52.94.0.0/22' }

/** An AWS-managed list is its Region's: the one of the endpoint, or the one last named. */
function addPrefixLists(draft: Draft): void {
  const all = () => Object.values(draft.resources)
  for (const [service, range] of Object.entries(serviceRanges)) {
    const id = `pl-${service}`
    const endpoints = all().filter(
      (one) =>
        one.kind === 'gateway-endpoint' && one.fields['service'] === service && !draft.unlisted.has(one.id),
    )
    const regions = new Set(
      endpoints.map((one) => draft.resources[draft.vpcAround(one.id)]?.parent ?? draft.region()),
    )
    if (regions.size === 0 && draft.named.some(({ name }) => name === id)) regions.add(draft.region())
    const has = (at: string) =>
      all().some(
        (one) => one.kind === 'prefix-list' && one.fields['awsService'] === service && one.parent === at,
      )
    for (const at of regions) {
      if (has(at)) continue
      const spare = draft.resources[id] ? `${id}-${at}` : id
      draft.add('prefix-list', spare, at, { cidrs: [range], awsService: service })
    }
  }
}

/** Hosts outside at large are there whether or not some are drawn. */
function addInternet(draft: Draft): void {
  const isAnyone = ({ kind, fields }: (typeof draft.resources)[string]) =>
    kind === 'internet' && (fields['addresses'] as readonly string[]).length === 0
  if (!Object.values(draft.resources).some(isAnyone))
    draft.add('internet', 'internet', null, { addresses: [], ephemeral: 'linux' })
}

function checkNames({ named, resources }: Draft): void {
  for (const { line, name, kinds } of named) {
    if (/^(pl-)?gone-/.test(name)) continue
    const found = resources[name]
    if (!found) throw new NotationError(line, `nothing is called "${name}"`)
    if (kinds.length > 0 && !kinds.includes(found.kind))
      throw new NotationError(line, `"${name}" is a ${found.kind}, not a ${kinds.join(' or ')}`)
  }
}
