// Ways to lift the blockers of an answer. Kinds say what to change; what is new gets its place in the drawing here, and
// nothing is offered that was not tried: asked again, the blocker must be gone.
import { apply, difference } from '../design/change.ts'
import type { Question } from '../design/design.ts'
import type { Answer, Blocker, Fix } from '../forwarding/answer.ts'
import { offersTo } from '../forwarding/compile.ts'
import { suppose } from '../kinds/analyse.ts'
import type { Network } from '../kinds/analysed.ts'
import { ask } from '../kinds/ask.ts'
import { intervalsContain } from '../net/interval-set.ts'
import { boxes, union } from '../net/packet-set.ts'
import { applyFix } from './apply-fix.ts'
import type { NewIds } from './new-ids.ts'

/** For each blocker of the answer, its fixes, best first. `ids` are those of the network's design. */
export function fixesFor(
  network: Network,
  question: Question,
  answer: Answer,
  ids: NewIds,
): readonly (readonly Fix[])[] {
  return answer.blockers.map((blocker) => [...fixesOf(network, question, answer, blocker, ids)])
}

/** The best fix of the first blocker that has one. */
export function firstFix(network: Network, question: Question, answer: Answer, ids: NewIds): Fix | null {
  for (const blocker of answer.blockers)
    for (const fix of fixesOf(network, question, answer, blocker, ids)) return fix
  return null
}

function* fixesOf(
  network: Network,
  question: Question,
  answer: Answer,
  blocker: Blocker,
  ids: NewIds,
): Generator<Fix> {
  for (const fix of proposedFor(network, answer, blocker, ids)) {
    const seated = seatedIn(network, fix)
    if (lifts(network, question, answer, blocker, seated)) yield seated
  }
}

/** What the kinds think would help, untried. */
export function proposedFor(
  { view, kinds }: Network,
  answer: Answer,
  blocker: Blocker,
  ids: NewIds,
): readonly Fix[] {
  const kind = kinds.get(blocker.reason.code.slice(0, blocker.reason.code.indexOf('/')))
  const offers = (subnet: Parameters<typeof offersTo>[2]) =>
    offersTo(view, kinds, subnet).filter(({ target }) =>
      kinds.get(target.kind)?.entry?.(target, subnet, view),
    )
  return kind?.fixes?.({ view, blocker, answer, offers, ...ids }) ?? []
}

function seatedIn({ design }: Network, fix: Fix): Fix {
  const added = Object.keys(fix.change.resources.added)
  return added.length === 0 ? fix : { ...fix, change: difference(design, applyFix(design, fix)) }
}

/** Whether the blocker is gone once the fix is applied. */
export function lifts(
  network: Network,
  question: Question,
  answer: Answer,
  blocker: Blocker,
  { change }: Fix,
): boolean {
  const result = suppose(network, apply(network.design, change), (mended) => ask(mended, question))
  return result.ok && !result.answer.blockers.some((other) => isSame(blocker, other, answer))
}

/** The same reason at the same place for the same packet, or another that was asked about with it. */
function isSame(one: Blocker, other: Blocker, answer: Answer): boolean {
  const asked = boxes(union(answer.passes, answer.fails))
  const alike = (side: 'source' | 'destination') => {
    const values = [one.packet[side], other.packet[side]]
    return (
      values[0] === values[1] ||
      asked.some(
        (box) =>
          box.family === one.packet.family &&
          [box.sources, box.destinations].some((span) =>
            values.every((value) => intervalsContain(span, value)),
          ),
      )
    )
  }
  return (
    one.reason.code === other.reason.code &&
    one.direction === other.direction &&
    one.cause.resource === other.cause.resource &&
    one.cause.part === other.cause.part &&
    one.at.resource === other.at.resource &&
    one.packet.family === other.packet.family &&
    one.packet.protocol === other.packet.protocol &&
    alike('source') &&
    alike('destination')
  )
}
