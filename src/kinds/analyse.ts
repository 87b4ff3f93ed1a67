// A design, ready to be asked.
import type { Design } from '../design/design.ts'
import { createView, giveBack, type View } from '../design/view.ts'
import { compile } from '../forwarding/compile.ts'
import type { Network } from './analysed.ts'
import { kinds } from './index.ts'

const fieldsOf = (kind: string) => kinds.get(kind)?.fields

/**
 * What `look` finds in the network of another design. What the designs share is computed once for both, so `network` had
 * better not be asked meanwhile: it would compute everything anew.
 */
export function suppose<T>(network: Network, design: Design, look: (supposed: Network) => T): T {
  const supposed = analyse(design, network)
  try {
    return look(supposed)
  } finally {
    giveBack(network.view, supposed.view, fieldsOf)
  }
}

/** See createView for what `before` is good for. */
export const viewOf = (design: Design, before?: View): View => createView(design, fieldsOf, before)

/**
 * Cheap: stages are built when a packet first comes to them. After an edit, `before` is the network of the design as it
 * was: what the edit does not touch is not computed again.
 */
export function analyse(design: Design, before?: Network): Network {
  const view = viewOf(design, before?.view)
  return { design, view, program: compile(view, kinds), kinds }
}
