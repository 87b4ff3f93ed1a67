// pathlight check: the findings of the design review, worst first.
import { review } from '../checks/review.ts'
import { plain } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import { newIds } from '../editing/new-ids.ts'
import type { Ref } from '../design/resource.ts'
import { namePart, splitPart } from '../forwarding/name-part.ts'
import { analyse } from '../kinds/analyse.ts'
import type { Finding, Kinds, Severity } from '../kinds/kind.ts'
import { readArguments } from './arguments.ts'
import type { Io } from './io.ts'
import { exitCodes } from './exit-codes.ts'
import { readInput } from './read-input.ts'

const options = { json: { type: 'flag' }, quiet: { type: 'flag', short: 'q' } } as const

export async function run(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(argv, options, ['DESIGN'])
  const design = await readInput(given.words[0]!, io, given.flags.has('quiet'))
  const { view, kinds } = analyse(design)
  const findings = review(view, kinds, newIds(design))
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') }
  if (given.flags.has('json')) {
    const told = findings.map((finding) => findingJson(finding, design))
    await io.out(`${JSON.stringify({ ...counts, findings: told }, null, 2)}\n`)
  } else {
    await io.out(`${headline(counts)}\n`)
    for (const finding of findings) await io.out(`\n${printFinding(finding, design, kinds)}\n`)
  }
  return counts.errors > 0 ? exitCodes.notReachable : exitCodes.good
}

function findingJson({ check, severity, at, title, detail, fixes }: Finding, design: Design) {
  return {
    check,
    severity,
    resource: at.resource,
    part: at.part ?? null,
    name: plain([at], design),
    title: plain(title, design),
    detail: plain(detail, design),
    fixes: fixes.map((fix) => plain(fix.title, design)),
  }
}

function headline(counts: Readonly<Record<'errors' | 'warnings' | 'notes', number>>): string {
  const parts = Object.entries(counts).flatMap(([plural, count]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? plural.slice(0, -1) : plural}`],
  )
  return parts.length === 0 ? 'nothing found' : parts.join(', ')
}

function printFinding(found: Finding, design: Design, kinds: Kinds): string {
  const { check, severity, at, title, detail, fixes } = found
  const part = wholeField(at, design, kinds) ?? namePart(at, design)
  const lines = [plain(detail, design), ...fixes.map((fix) => `fix: ${plain(fix.title, design)}`)]
  return [
    `${severity.padEnd(7)}  ${plain(title, design)}`,
    `         ${plain([at], design)}${part === '' ? '' : ` ${part}`} (${check})`,
    ...lines.filter((line) => line !== '').map((line) => `         ${line}`),
  ].join('\n')
}

/** A finding about what a list lacks is about the whole list, told by its label: `inbound`, `DNS hostnames`. */
function wholeField({ resource, part }: Ref, design: Design, kinds: Kinds): string | undefined {
  if (part === undefined || splitPart(part).row !== null) return undefined
  const fields = kinds.get(design.resources[resource]?.kind ?? '')?.fields
  return fields?.[part]?.label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}
