// What the worker does. Only the newest order is worked on: long work is done in steps, and left when a newer one comes.
import {
  analyse,
  apply,
  emptyDesign,
  internetAccess,
  kinds,
  newIds,
  review,
  type Network,
} from '../library.ts'
import { mendingInSteps, type Mending } from './mending.ts'
import type { Order, Report, Review } from './protocol.ts'

/** Milliseconds between two looks at what has arrived. */
const stride = 20

/** What is done within this is told at once, so that a panel is not filled bit by bit. */
const oneLook = 150

/** Returns what takes orders. `pause` lets a newer one arrive. */
export function createWork(
  tell: (report: Report) => void,
  pause: () => Promise<void>,
): (order: Order) => Promise<void> {
  let latest = analyse(emptyDesign)
  let newest = 0
  return async ({ number, work, ...wanted }) => {
    newest = number
    const design = 'design' in work ? work.design : apply(latest.design, work.change)
    const network = (latest = analyse(design, latest))
    await pause()
    const began = performance.now()
    let looked = began
    const isOld = async () => {
      if (performance.now() - looked >= stride) {
        await pause()
        looked = performance.now()
      }
      return newest !== number
    }
    if (await isOld()) return
    let unreviewed = wanted.review
    const tellReview = () => {
      if (unreviewed) tell({ number, review: reviewOf(network) })
      unreviewed = false
    }
    let untold: Mending | null = null
    const tellMending = () => {
      if (untold) tell({ number, mending: untold })
      untold = null
    }
    // Fixes are what the user waits for; what they open besides takes longer than all badges.
    for (const more of wanted.mending === null ? [] : mendingInSteps(network, wanted.mending)) {
      if (await isOld()) return
      untold = more ?? untold
      if (more && unreviewed) {
        tellMending()
        tellReview()
      } else if (performance.now() - began >= oneLook) tellMending()
    }
    tellMending()
    tellReview()
  }
}

function reviewOf(network: Network): Review {
  return {
    access: internetAccess(network),
    findings: review(network.view, kinds, newIds(network.design)),
  }
}
