// What the stages of an interface share.
import type { Ref, Resource } from '../../design/resource.ts'
import type { Outcome } from '../../forwarding/program.ts'
import type { NetworkInterface, Subnet, Vpc } from '../records.ts'

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
