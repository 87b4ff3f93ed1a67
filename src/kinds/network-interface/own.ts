// What the stages of an interface share.
import type { Ref, Resource } from '../../design/resource.ts'
import type { Outcome } from '../../forwarding/program.ts'
import type { Compute, NetworkInterface, Subnet, Vpc } from '../records.ts'

/** Machines whose software sends and receives for itself; the rest is AWS's and always behaves. */
export const isCompute = (owner: Resource): owner is Compute => 'forwards' in owner.fields

/** What the stages of an interface must know of it. */
export interface Own {
  readonly networkInterface: NetworkInterface
  readonly owner: Resource
  readonly subnet: Subnet
  readonly vpc: Vpc
  /** The resource whose hop it is, and the interface itself. */
  readonly at: Ref
  readonly own: Ref
  /** Why nobody sends or answers; null when somebody does. */
  readonly quiet: Outcome | null
}
