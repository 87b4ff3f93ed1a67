// A design, made ready to be asked.
import type { Design } from '../design/design.ts'
import type { View } from '../design/view.ts'
import type { Program } from '../forwarding/program.ts'
import type { Kinds } from './kind.ts'

export interface Network {
  readonly design: Design
  readonly view: View
  readonly program: Program
  readonly kinds: Kinds
}
