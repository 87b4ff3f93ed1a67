// One step of a hop as JSON: its kind, what decided, and the words for it.
import { plain } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import type { Ref } from '../design/resource.ts'
import type { ToldHop } from '../forwarding/hops-of.ts'
import { namePart } from '../forwarding/name-part.ts'
import { tellStep } from '../forwarding/tell.ts'
import type { Hop, Step } from '../forwarding/trace-types.ts'

export function stepJson(step: Step, hop: Hop, told: ToldHop['lines'], design: Design) {
  const phrase = told.find((line) => line.step === step)?.phrase ?? tellStep(step, hop, design)
  return { kind: step.kind, ...detailsOf(step, design), text: plain(phrase, design) }
}

function detailsOf(step: Step, design: Design): Readonly<Record<string, unknown>> {
  switch (step.kind) {
    case 'originate':
      return { by: step.by.resource }
    case 'filter':
      return {
        filters: step.filters.map((filter) => filter.resource),
        direction: step.direction,
        action: step.action,
        rule: step.rule === 'default' ? null : partJson(step.rule, design),
      }
    case 'session':
      return { owner: step.owner.resource, action: step.action }
    case 'route':
      return {
        table: step.table.resource,
        route: step.route === 'none' ? null : partJson(step.route, design),
        shadowed: step.shadowed.map((route) => partJson(route, design)),
      }
    case 'translate':
      return { by: step.by.resource }
    case 'forward':
      return { over: step.over.resource }
    case 'end':
      return {
        disposition: step.disposition,
        code: step.reason.code,
        awsCode: step.reason.awsCode ?? null,
        cause: partJson(step.cause, design),
      }
  }
}

function partJson(ref: Ref, design: Design) {
  return { resource: ref.resource, part: ref.part ?? null, name: namePart(ref, design) }
}
