// What a question is answered with.
import type { PortRange } from '../net/ports.ts'
import type { PacketSet } from '../net/packet-set.ts'
import type { Packet } from '../net/packet.ts'
import type { Address } from '../net/address.ts'
import type { Change } from '../design/change.ts'
import type { Phrase, Reason } from '../design/phrase.ts'
import type { Ref } from '../design/resource.ts'
import type { StageId } from './program.ts'
import type { Trace } from './trace-types.ts'

/** The five verdicts; aws-semantics 1.2. */
export type Verdict = 'reachable' | 'partial' | 'one-way' | 'blocked' | 'unknown'

/** One end of a flow, resolved: where its packets start and which addresses it answers to. */
export interface FlowEnd {
  /** The resource, or nothing for an address that the design does not own. */
  readonly at: Ref
  /** What to call it: the resource's name, an address, `internet`. */
  readonly label: string
  /** As a source: one way out for each address. */
  readonly origins: readonly { readonly stage: StageId; readonly address: Address; readonly cause: Ref }[]
  /** As a destination: the addresses that a packet to it is sent to. */
  readonly addresses: readonly Address[]
  /** Receivers that count as having arrived (the resource, its interfaces). Empty: the receiver of the address. */
  readonly receivers: readonly Ref[]
  /** The range that an operating system or service takes source ports from when none is given. */
  readonly ephemeral: PortRange
}

/** A flow to be judged, with every field given. */
export interface Flow {
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly protocols: readonly number[] | 'all'
  readonly destinationPorts: PortRange | null
  readonly sourcePorts: PortRange | null
}

/** A way to lift a blocker: a change of the design that can be applied and undone. */
export interface Fix {
  /** An imperative phrase for a button: "Add route 0.0.0.0/0 to nat-a". */
  readonly title: Phrase
  readonly change: Change
}

export interface Blocker {
  readonly direction: 'request' | 'reply'
  readonly reason: Reason
  /** The rule, route or resource that decided. */
  readonly cause: Ref
  /** The resource whose border it stands on. */
  readonly at: Ref
  /** Index of the hop in the trace (its beyond included) where it stands. */
  readonly hop: number
  readonly packet: Packet
  readonly disposition: 'blocked' | 'not-modelled'
}

export interface Answer {
  readonly verdict: Verdict
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly request: Trace
  /** Null when the request could not even be followed to its destination. */
  readonly reply: Trace | null
  readonly delivered: boolean
  readonly replied: boolean
  /** Every blocker along the intended way, request first. */
  readonly blockers: readonly Blocker[]
  readonly assumptions: readonly Reason[]
  /** Of the headers asked about, those that get there and are answered. */
  readonly passes: PacketSet
  /** Those that do not. */
  readonly fails: PacketSet
  /** Destination ports that get through, per protocol, when more than one was asked. */
  readonly open: readonly { readonly protocol: number; readonly ports: PortRange }[]
  /** Why, in a sentence or three. */
  readonly summary: Phrase
}
