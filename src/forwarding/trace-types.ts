// The answer to one packet, as people read it: trace › hop › step.
import type { Packet } from '../net/packet.ts'
import type { Reason } from '../design/phrase.ts'
import type { Ref } from '../design/resource.ts'
import type { Disposition, StageId } from './program.ts'

export type Step =
  | { readonly kind: 'originate'; readonly by: Ref }
  | {
      readonly kind: 'filter'
      readonly filters: readonly Ref[]
      readonly direction: 'inbound' | 'outbound'
      readonly action: 'allow' | 'deny'
      readonly rule: Ref | 'default'
    }
  | { readonly kind: 'session'; readonly owner: Ref; readonly action: 'opened' | 'matched' }
  | {
      readonly kind: 'route'
      readonly table: Ref
      readonly route: Ref | 'none'
      readonly shadowed: readonly Ref[]
    }
  | { readonly kind: 'translate'; readonly by: Ref; readonly before: Packet; readonly after: Packet }
  | { readonly kind: 'forward'; readonly over: Ref }
  | {
      readonly kind: 'end'
      readonly disposition: Disposition
      readonly reason: Reason
      readonly receiver?: Ref
      readonly cause: Ref
    }

/** One visit to one resource. Never empty. */
export interface Hop {
  readonly at: Ref
  readonly arrived: Packet
  readonly left: Packet
  readonly steps: readonly [Step, ...Step[]]
}

/** One way through. The last step of the last hop is its only `end`. */
export interface Trace {
  readonly hops: readonly [Hop, ...Hop[]]
  /** Had the end not stopped it: the way the packet was meant to go. Only after an end that blocks. */
  readonly beyond?: Trace
  readonly assumptions: readonly Reason[]
  /** Stages passed that want to see the reply as well, or the request. */
  readonly bothWays: readonly { readonly stage: StageId; readonly at: Ref; readonly reason: Reason }[]
  /** The stages visited, for the engine's own use. */
  readonly stages: readonly StageId[]
}

export type EndStep = Extract<Step, { kind: 'end' }>
