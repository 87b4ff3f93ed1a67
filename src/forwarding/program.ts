// The compiled form of a network: stages, each an ordered match-action table. It has no cloud word in it.
import type { Reason } from '../design/phrase.ts'
import type { Ref } from '../design/resource.ts'
import type { PacketSet, Rewrite } from '../net/packet-set.ts'

export type StageId = string
export type ListId = string

/** The first rule that matches a packet decides. */
export interface Rule extends Outcome {
  readonly match: PacketSet
}

export interface Outcome {
  readonly rewrite?: Rewrite
  readonly next: Next
  /** What decided: a rule, a route, a resource. */
  readonly cause: Ref
  /** Something that no file can show and that is taken for granted here; named in the answer. */
  readonly assumes?: Reason
}

export type Next =
  /** To the stage's own `onward`, so that a list of rules can be shared between stages. */
  'onward' | { readonly to: StageId } | { readonly end: End }

export interface End {
  readonly disposition: Disposition
  readonly reason: Reason
  /** Who has the packet now, when it is delivered. */
  readonly receiver?: Ref
  /** Where the receiver's answer starts. Absent: an answer that nothing can stop. */
  readonly answers?: StageId
  /** Where the packet would have gone had this not stopped it; other obstacles are looked for from there. */
  readonly intended?: StageId | 'onward'
  /** Beyond this the packet carries an address that nobody could answer to, so no reply is looked for. */
  readonly unanswerable?: true
}

export type Disposition = 'delivered' | 'blocked' | 'not-modelled'

/** What a stage does, so that a trace can be read. `pass` leaves no step behind. */
export type Role =
  | { readonly does: 'filter'; readonly filters: readonly Ref[]; readonly direction: 'inbound' | 'outbound' }
  | { readonly does: 'route'; readonly table: Ref }
  | { readonly does: 'translate' }
  | { readonly does: 'forward' }
  | { readonly does: 'pass' }

export interface Stage {
  readonly id: StageId
  /** The resource the packet is visiting; stages that follow each other at the same resource are one hop. */
  readonly at: Ref
  readonly role: Role
  /** Tried in order; within a list, the first match. A name is that of a list of the program that stages share. */
  readonly lists: readonly (readonly Rule[] | ListId)[]
  readonly onward?: StageId
  readonly otherwise: Outcome
  /** A packet that goes on from here opens a session of this owner. */
  readonly opens?: string
  /**
   * Who goes on from here by `otherwise` must have its reply come by here too, and the other way round. Where only one
   * of the two does, this is why nobody can say how it ends.
   */
  readonly bothWays?: Reason
  /**
   * A reply to a session that this owner opened for the request skips the rules: what was rewritten is put back, and
   * the reply goes on, with the mark given.
   */
  readonly returns?: {
    readonly owner: string
    readonly next: 'onward' | { readonly to: StageId }
    readonly mark?: number
  }
}

/** A program builds a stage when it is first asked for, and keeps it. */
export interface Program {
  /** Throws `Error('stage <id>')` when there is none: lowering must only name stages that exist. */
  stage(id: StageId): Stage
  has(id: StageId): boolean
  /** Throws `Error('list <id>')` when there is none. */
  list(id: ListId): readonly Rule[]
  /** Every id, in the order of lowering. */
  ids(): Iterable<StageId>
}

export const rulesIn = (program: Program, list: readonly Rule[] | ListId): readonly Rule[] =>
  typeof list === 'string' ? program.list(list) : list

/** Where an outcome leads: a stage, or an end. */
export function follow(stage: Stage, next: Next): StageId | End {
  if (next === 'onward') return onwardOf(stage)
  return 'to' in next ? next.to : next.end
}

export function onwardOf(stage: Stage): StageId {
  if (stage.onward === undefined) throw new Error(`onward of stage ${stage.id}`)
  return stage.onward
}
