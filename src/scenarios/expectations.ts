// What a question's label expects, held against the engine's answer.
import type { Design } from '../design/design.ts'
import type { Answer } from '../forwarding/answer.ts'
import type { Step, Trace } from '../forwarding/trace-types.ts'
import { formatIpValue } from '../net/address.ts'
import { ownerOf } from './engine.ts'

/** A line for each thing that is not as expected. */
export function unmet(expects: readonly string[], answer: Answer, design: Design): readonly string[] {
  const [verdict, ...rest] = expects
  const problems =
    verdict === undefined || verdict === answer.verdict
      ? []
      : [
          `the verdict is ${answer.verdict}, not ${verdict}: ${answer.blockers.map(({ direction, reason }) => `${direction} ${reason.code}`).join(', ') || 'nothing blocks'}`,
        ]
  const steps = [...stepsOf(answer.request), ...(answer.reply ? stepsOf(answer.reply) : [])]
  const visited = new Set(
    [answer.request, ...(answer.reply ? [answer.reply] : [])].flatMap((trace) =>
      hopsOf(trace).flatMap(({ at }) => [at.resource, ownerOf(design, at.resource)]),
    ),
  )
  const words = [...rest]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const value = ['via', 'not-via', 'as', 'to', 'rule'].includes(word) ? (words.shift() ?? '') : ''
    if (word === 'via' && !visited.has(value))
      problems.push(`the way does not lead through ${value}: ${[...visited].join(' ')}`)
    else if (word === 'not-via' && visited.has(value)) problems.push(`the way leads through ${value}`)
    else if (word === 'as') {
      const seen = answer.seenAs === null ? 'nothing' : formatIpValue(answer.seenAs.source)
      if (seen !== value) problems.push(`it arrives as ${seen}, not ${value}`)
    } else if (word === 'to') {
      const to = ownerOf(design, answer.receiver?.resource ?? 'nothing')
      if (to !== value) problems.push(`it is delivered to ${to}, not ${value}`)
    } else if (word === 'rule') {
      const rules = steps.flatMap((step) =>
        step.kind !== 'filter'
          ? []
          : [step.rule === 'default' ? `${step.direction}.*` : (step.rule.part ?? '')],
      )
      if (!rules.includes(value)) problems.push(`no filter decided by ${value}: ${rules.join(' ')}`)
    } else if (word.includes('/')) {
      const codes = [...answer.blockers.map(({ reason }) => reason), ...answer.assumptions].map(
        ({ code }) => code,
      )
      if (!codes.some((code) => code === word))
        problems.push(`${word} is not among the reasons: ${codes.join(' ') || 'none'}`)
    }
  }
  return problems
}

const hopsOf = (trace: Trace): Trace['hops'][number][] => [
  ...trace.hops,
  ...(trace.beyond ? hopsOf(trace.beyond) : []),
]
const stepsOf = (trace: Trace): Step[] => hopsOf(trace).flatMap(({ steps }) => [...steps])
