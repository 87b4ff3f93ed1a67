// Ways to lift the blockers of an answer. Kinds say what to change; what is new gets its place in the drawing here.
import { apply, difference } from '../design/change.ts'
import type { Answer, Blocker, Fix } from '../forwarding/answer.ts'
import { offersTo } from '../forwarding/compile.ts'
import type { Network } from '../kinds/ask.ts'
import type { NewIds } from './new-ids.ts'
import { seat } from './seat.ts'

/** For each blocker of the answer, its fixes, best first. */
export function fixesFor(network: Network, answer: Answer, ids: NewIds): readonly (readonly Fix[])[] {
  return answer.blockers.map((blocker) => fixesOf(network, answer, blocker, ids))
}

function fixesOf(network: Network, answer: Answer, blocker: Blocker, ids: NewIds): readonly Fix[] {
  const { view, kinds, design } = network
  const kind = kinds.get(blocker.reason.code.slice(0, blocker.reason.code.indexOf('/')))
  const fixes =
    kind?.fixes?.({ view, blocker, answer, offers: (subnet) => offersTo(view, kinds, subnet), ...ids }) ?? []
  return fixes.map((fix) => {
    const added = Object.keys(fix.change.resources.added)
    if (added.length === 0) return fix
    const seated = seat(
      apply(design, fix.change),
      added.map((id) => ({ id, wanted: {} })),
      design,
    )
    return { ...fix, change: difference(design, seated) }
  })
}
