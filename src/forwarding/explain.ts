// An answer as plain text that reads like a letter: the verdict, the way there and back with the rule that decided
// each step, what is taken for granted, and how to lift what stops it. The same text every time.
import { plain, type Phrase } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import type { Ref } from '../design/resource.ts'
import { formatPacket } from '../net/format-packets.ts'
import type { Answer, Blocker, Fix } from './answer.ts'
import { hopsOf, type ToldHop } from './hops-of.ts'
import { openText, sourcePortsText } from './open-text.ts'

interface Line {
  readonly name: string
  readonly text: string
}

/** A fix, and what else it opens where that is known and something. */
export interface ToldFix extends Fix {
  readonly opens?: Phrase
}

/** `fixes`: for each of the answer's blockers, the ways to lift it, best first; told below the blocker. */
export function explain(answer: Answer, design: Design, fixes: readonly (readonly ToldFix[])[] = []): string {
  const hops = hopsOf(answer, design)
  const fixLines = (blocker: Blocker | null): Line[] =>
    blocker === null
      ? []
      : (fixes[answer.blockers.indexOf(blocker)] ?? []).flatMap((fix, i) => [
          { name: '', text: `${i === 0 ? 'fix' : 'or'}: ${plain(fix.title, design)}` },
          ...(fix.opens ? [{ name: '', text: `  also opens: ${plain(fix.opens, design)}` }] : []),
        ])
  const linesOf = (told: ToldHop): Line[] =>
    told.lines.flatMap(({ at, phrase, blocker }) => [
      { name: nameOf(at, design), text: plain(unnamed(phrase, at), design) },
      ...fixLines(blocker),
    ])
  const untold = answer.blockers.filter(
    (one) => !hops.some((hop) => hop.lines.some(({ blocker }) => blocker === one)),
  )
  const untoldOf = (direction: Blocker['direction']): Line[] =>
    untold
      .filter((blocker) => blocker.direction === direction)
      .flatMap((blocker) => [
        {
          name: nameOf(blocker.at, design),
          text: `${forTheRest(answer, blocker)}${plain(unnamed(blocker.reason.phrase, blocker.at), design)}`,
        },
        ...fixLines(blocker),
      ])
  const request = [
    ...hops.filter((hop) => hop.direction === 'request').flatMap(linesOf),
    ...untoldOf('request'),
  ]
  const reply = [...hops.filter((hop) => hop.direction === 'reply').flatMap(linesOf), ...untoldOf('reply')]
  const width = Math.min(widest, Math.max(...[...request, ...reply].map((line) => line.name.length)))
  // A name stands once for all the lines that follow each other at it.
  const print = ({ name, text }: Line, i: number, lines: readonly Line[]) => {
    const above = lines.slice(0, i).findLast((line) => line.name !== '')?.name
    return `  ${(name === above ? '' : name).padEnd(width)}  ${text}`
  }
  return [
    headline(answer),
    ...request.map(print),
    ...replyPart(answer, reply.map(print)),
    ...sharesOf(answer),
    ...answer.assumptions.map((reason) => `assuming ${plain(reason.phrase, design)}`),
  ].join('\n')
}

/** Names longer than this stand out of their column rather than widen it. */
const widest = 28

function forTheRest(answer: Answer, blocker: Blocker): string {
  if (answer.verdict !== 'partial') return ''
  return blocker.disposition === 'not-modelled' ? 'for the rest, unknown: ' : 'for the rest: '
}

/** Beside "partial": nothing where the rest is stopped, which is what the word says by itself. */
export const restWords: Readonly<Record<NonNullable<Answer['rest']>, string>> = {
  stopped: '',
  unknown: ', the rest unknown',
  mixed: ', some of the rest unknown',
}

/** The verdict, and the code of what stops it first. */
function headline(answer: Answer): string {
  const [first] = answer.blockers
  const verdict = `${answer.verdict}${answer.rest === null ? '' : restWords[answer.rest]}`
  return first === undefined ? verdict : `${verdict}: ${first.reason.code}`
}

/** Of the reply to a request that does not arrive, only what would stop it is of interest. */
function replyPart(answer: Answer, lines: readonly string[]): readonly string[] {
  if (!answer.reply) return []
  if (!answer.delivered && answer.blockers.every((blocker) => blocker.direction === 'request'))
    return ['the reply would come back']
  const what = formatPacket({ ...answer.reply.hops[0].arrived, mark: 0 })
  return [answer.delivered ? `reply ${what}` : `reply, had it arrived: ${what}`, ...lines]
}

function sharesOf(answer: Answer): readonly string[] {
  const open = openText(answer.open)
  const ports = answer.verdict === 'partial' ? sourcePortsText(answer.passes, answer.fails) : ''
  return [...(open === '' ? [] : [`gets through: ${open}`]), ...(ports === '' ? [] : [ports])]
}

/** "nat-a takes it on", said below the name nat-a, is "takes it on". */
function unnamed(phrase: Phrase, at: Ref): Phrase {
  const [subject, rest, ...more] = phrase
  const isAt = typeof subject === 'object' && 'resource' in subject && subject.resource === at.resource
  return isAt && subject.part === undefined && typeof rest === 'string' && rest.startsWith(' ')
    ? [rest.trimStart(), ...more]
    : phrase
}

function nameOf(at: Ref, design: Design): string {
  const phrase: Phrase = [{ resource: at.resource }]
  return plain(phrase, design)
}
