// An answer as one flat list of hops with their lines: the request, what lies beyond its blockers, the reply.
import type { Phrase } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import type { Ref } from '../design/resource.ts'
import type { Answer, Blocker } from './answer.ts'
import { tellStep } from './tell.ts'
import type { EndStep, Hop, Step, Trace } from './trace-types.ts'

export interface ToldHop {
  readonly direction: Blocker['direction']
  /** 1 for the first hop of the request; the reply goes on counting. */
  readonly number: number
  /** The packet never came here: something before it stopped it. */
  readonly beyond: boolean
  readonly hop: Hop
  readonly lines: readonly ToldLine[]
}

export interface ToldLine {
  /** The resource it is told of: the hop's, or whoever originates the packet. */
  readonly at: Ref
  readonly phrase: Phrase
  readonly step: Step
  /** Where the packet is stopped, or where what is modelled ends. */
  readonly blocker: Blocker | null
}

/** In the order in which they are told: the request and what lies beyond its blockers, then the reply and beyond. */
export function hopsOf(answer: Answer, design: Design): readonly ToldHop[] {
  const hops: ToldHop[] = []
  const add = (told: Trace, direction: Blocker['direction'], beyond: boolean) => {
    for (const hop of told.hops) {
      const steps = hop.steps.filter((step, i) => !isSaidByEnd(step, hop.steps[i + 1]))
      const lines = steps.map((step) => ({
        at: step.kind === 'originate' ? step.by : hop.at,
        phrase: tellStep(step, hop, design, beyond ? 'would' : 'does'),
        step,
        blocker: step.kind === 'end' ? blockerOf(answer, direction, step) : null,
      }))
      hops.push({ direction, number: hops.length + 1, beyond, hop, lines })
    }
    if (told.beyond) add(told.beyond, direction, true)
  }
  add(answer.request, 'request', false)
  if (answer.reply) add(answer.reply, 'reply', !answer.delivered)
  return hops
}

function blockerOf(answer: Answer, direction: Blocker['direction'], step: EndStep): Blocker | null {
  if (step.disposition === 'delivered') return null
  return answer.blockers.find((one) => one.direction === direction && one.reason === step.reason) ?? null
}

/** A rule that denies and a route that leads nowhere are told once: by the reason they give for the end. */
function isSaidByEnd(step: Step, next: Step | undefined): boolean {
  if (next?.kind !== 'end' || next.disposition === 'delivered') return false
  return (step.kind === 'filter' && step.action === 'deny') || step.kind === 'route'
}
