// A stage that stands before the program of a network: for a packet that is never sent, or is none of its business.
import { code, say } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Span } from '../forwarding/answer.ts'
import type { Program, Stage } from '../forwarding/program.ts'
import { packets } from '../net/packet-set.ts'
import { anyoneOutside } from './network.ts'
import { blocked, notModelled } from './outcomes.ts'
import { foreign } from './outside-end.ts'
import type { Resolved } from './resolution.ts'
import { stages } from './stage-ids.ts'

/** From one host outside to another nothing of the design is on the way, and whether they talk is not ours to say. */
export function betweenHosts(view: View, to: Resolved, program: Program): Program {
  const at = anyoneOutside(view)
  const stage: Stage = {
    id: 'between-hosts',
    at,
    role: { does: 'pass' },
    lists: [
      foreign(view).map(({ family, values }) => ({
        match: packets({ family, destinations: values }),
        next: notModelled(
          'internet/between-hosts',
          say`both ends lie outside, and what is between them and ${to.at ? ref(to.id) : code(to.label)} is not in the design`,
        ),
        cause: at,
      })),
    ],
    otherwise: { next: { to: stages.internet }, cause: at },
  }
  return {
    stage: (id) => (id === stage.id ? stage : program.stage(id)),
    has: (id) => id === stage.id || program.has(id),
    list: (id) => program.list(id),
    ids: () => program.ids(),
  }
}

/** A packet of a family of which the source has no address is never sent; rule 1.7. */
export function unsent(from: Resolved, to: Resolved, targets: readonly Span[]) {
  const family = ([4, 6] as const).find((one) => targets.some((span) => span.family === one))
  const at = ref(from.id)
  const stage: Stage = {
    id: 'unsent',
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: blocked(
        'network-interface/no-address',
        null,
        say`${from.at ? at : code(from.label)} has no IPv${String(family)} address to send from to ${to.at ? ref(to.id) : code(to.label)}`,
      ),
      cause: at,
    },
  }
  const program: Program = { stage: () => stage, has: () => true, list: () => [], ids: () => [stage.id] }
  const nobody = family === 6 ? 0n : 0
  const origins = family ? [{ family, values: [nobody, nobody], stage: stage.id, cause: at }] : []
  return { program, origins }
}
