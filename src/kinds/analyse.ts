// A design, ready to be asked.
import type { Design } from '../design/design.ts'
import { createView, type View } from '../design/view.ts'
import { compile } from '../forwarding/compile.ts'
import type { Network } from './ask.ts'
import { kinds } from './index.ts'

const fieldsOf = (kind: string) => kinds.get(kind)?.fields

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
