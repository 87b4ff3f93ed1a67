// Where readers that find no layout get one.
import type { Design } from '../design/design.ts'

export function layOut(design: Design): Design {
  return design
}
