import type { ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Vpc } from './records.ts'

/** The VPC of that id; a field that should name one may name anything in a file. */
export function vpcNamed(view: View, id: ResourceId | null): Vpc | undefined {
  const found = view.get(id)
  return found?.kind === 'vpc' ? (found as Vpc) : undefined
}
