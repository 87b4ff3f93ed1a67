// A stage as text: what it is, its rules in the order they are tried, and where each leads.
import { plain } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import type { Ref } from '../design/resource.ts'
import {
  rulesIn,
  type Next,
  type Outcome,
  type Program,
  type Role,
  type Stage,
} from '../forwarding/program.ts'
import { namePart } from '../forwarding/name-part.ts'
import { formatIpValue } from '../net/address.ts'
import { formatPackets, type Rewrite } from '../net/packet-set.ts'
import { formatPorts } from '../net/ports.ts'

export function printStage(stage: Stage, program: Program, design: Design): string {
  const lists = stage.lists.map((list) =>
    rulesIn(program, list).flatMap(({ match, ...outcome }) => {
      const [first = 'nothing', ...more] = formatPackets(match)
      return [
        `  ${first}`,
        ...more.map((line) => `  ${line}`),
        `      ${printOutcome(outcome, stage, design)}`,
      ]
    }),
  )
  return [
    `${stage.id}  at ${nameOf(stage.at, design)}, ${printRole(stage.role, design)}`,
    ...(stage.returns
      ? [
          `  replies to sessions of ${stage.returns.owner}`,
          `      -> ${stage.returns.next === 'onward' ? stage.onward : stage.returns.next.to}`,
        ]
      : []),
    ...lists.flat(),
    `  otherwise`,
    `      ${printOutcome(stage.otherwise, stage, design)}`,
    ...(stage.opens === undefined ? [] : [`  opens a session of ${stage.opens}`]),
  ].join('\n')
}

function printRole(role: Role, design: Design): string {
  switch (role.does) {
    case 'filter':
      return `filters ${role.direction} by ${role.filters.map((filter) => nameOf(filter, design)).join(', ')}`
    case 'route':
      return `routes by ${nameOf(role.table, design)}`
    case 'translate':
      return 'translates'
    case 'forward':
      return 'forwards'
    case 'pass':
      return 'passes'
  }
}

function printOutcome({ next, rewrite, cause }: Outcome, stage: Stage, design: Design): string {
  const part = namePart(cause, design)
  const because = `(${nameOf(cause, design)}${part === '' ? '' : ` ${part}`})`
  return `${rewrite ? `${printRewrite(rewrite)}, ` : ''}-> ${printNext(next, stage, design)}  ${because}`
}

function printNext(next: Next, stage: Stage, design: Design): string {
  if (next === 'onward') return stage.onward ?? 'nowhere'
  if ('to' in next) return next.to
  const { disposition, reason, intended } = next.end
  const meant = intended === 'onward' ? stage.onward : intended
  return `${disposition}: ${reason.code}: ${plain(reason.phrase, design)}${meant === undefined ? '' : `; meant for ${meant}`}`
}

function printRewrite({ source, destination, sourcePorts, destinationPorts, mark }: Rewrite): string {
  return [
    ...(source === undefined ? [] : [`source := ${formatIpValue(source)}`]),
    ...(sourcePorts ? [`source port := one of ${formatPorts(sourcePorts)}`] : []),
    ...(destination === undefined ? [] : [`destination := ${formatIpValue(destination)}`]),
    ...(destinationPorts ? [`destination port := one of ${formatPorts(destinationPorts)}`] : []),
    ...(mark === undefined ? [] : [`mark := ${mark}`]),
  ].join(', ')
}

const nameOf = (ref: Ref, design: Design): string => plain([{ resource: ref.resource }], design)
