// What a question is answered with.
import type { Family } from '../net/address.ts'
import type { IntervalSet } from '../net/interval-set.ts'
import type { PacketSet } from '../net/packet-set.ts'
import type { Packet } from '../net/packet.ts'
import type { PortRange } from '../net/ports.ts'
import type { Change } from '../design/change.ts'
import type { Phrase, Reason } from '../design/phrase.ts'
import type { Ref, ResourceId } from '../design/resource.ts'
import type { StageId } from './program.ts'
import type { Trace } from './trace-types.ts'

/** The five verdicts; rule 1.2. */
export type Verdict = 'reachable' | 'partial' | 'one-way' | 'blocked' | 'unknown'

/** Addresses of one family. */
export interface Span {
  readonly family: Family
  readonly values: IntervalSet
}

/** One end of a flow, resolved: where its packets start and which addresses it answers to. */
export interface FlowEnd {
  /** The resource; for an address that the design does not own, the internet. */
  readonly at: Ref
  /** What to call it: the resource's name, an address, `internet`. */
  readonly label: string
  /** As a source: ways out, each with the addresses it sends from; the first of a family is the one used. */
  readonly origins: readonly (Span & { readonly stage: StageId; readonly cause: Ref })[]
  /** As a destination: the addresses that a packet to it is sent to. */
  readonly addresses: readonly Span[]
  /** Ids of receivers that count as having arrived. Empty: whoever has the address. */
  readonly receivers: readonly ResourceId[]
  /** The range that its operating system takes source ports from when none is given. */
  readonly ephemeral: PortRange
  /** Said in the answer: how the end was understood where it could be understood otherwise. */
  readonly notes: readonly Reason[]
}

/** A flow to be judged: two ends and the headers asked about, all of one family. */
export interface Flow {
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly start: StageId
  readonly cause: Ref
  readonly asked: PacketSet
  /** Several destination ports or protocols are asked about at once. */
  readonly manyPorts: boolean
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
  /** Those that do not, or of which it is not known. */
  readonly fails: PacketSet
  /** What becomes of them when others pass: stopped, not known, or some of each. Null unless the verdict is partial. */
  readonly rest: 'stopped' | 'unknown' | 'mixed' | null
  /** Who received the request: the witness's receiver. Null when it was not delivered. */
  readonly receiver: Ref | null
  /** Destination ports that get through, per protocol, when more than one was asked. */
  readonly open: readonly { readonly protocol: number; readonly ports: PortRange }[]
  /** Why, in a sentence or three. */
  readonly summary: Phrase
  /** The source as the destination sees it, when it was delivered. */
  readonly seenAs: Packet | null
}
