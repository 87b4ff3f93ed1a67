// A design, ready to be asked.
import type { Design } from '../design/design.ts'
import { createView, type View } from '../design/view.ts'
import { compile } from '../forwarding/compile.ts'
import type { Network } from './ask.ts'
import { kinds } from './index.ts'

export function viewOf(design: Design): View {
  return createView(design, (kind) => kinds.get(kind)?.fields)
}

/** Cheap: stages are built when a packet first comes to them. */
export function analyse(design: Design): Network {
  const view = viewOf(design)
  return { design, view, program: compile(view, kinds), kinds }
}
