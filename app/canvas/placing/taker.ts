// Which container would take what is being placed or dragged, or what a line leads to. Undefined when nothing is.
import type { ResourceId } from '../../library.ts'
import type { Store } from '../../store/index.ts'
import { joinedTo } from './joins.ts'

export interface Taker {
  readonly takes: ResourceId | null
  /** What is being dragged, or will be joined to what is. */
  readonly held: ReadonlySet<ResourceId>
  /** Containers around the one that takes it. */
  readonly above: ReadonlySet<ResourceId>
}

const none: ReadonlySet<ResourceId> = new Set()
let last: { readonly of: unknown; readonly taker: Taker | undefined } = { of: null, taker: undefined }

export function takerOf(state: Store): Taker | undefined {
  const of = state.nesting ?? state.dragging?.legality ?? state.connecting
  if (!of) return undefined
  if (last.of === of) return last.taker
  last = { of, taker: compute(state) }
  return last.taker
}

function compute(state: Store): Taker | undefined {
  const { nesting, dragging, connecting, design } = state
  if (connecting) return joinedBy(connecting)
  const legality = nesting?.legality ?? dragging?.legality
  if (!legality) return undefined
  // A dragged resource only goes where it may go; a new one goes where it is redirected to.
  const takes = legality.ok ? legality.parent : nesting ? null : legality.instead
  const above = new Set<ResourceId>()
  for (
    let at = takes === null ? null : (design.resources[takes]?.parent ?? null);
    at !== null && above.size < 16;
  ) {
    above.add(at)
    at = design.resources[at]?.parent ?? null
  }
  const joined = takes !== null && dragging ? joinedTo(design, dragging.kind) : undefined
  const held = nesting ? new Set(nesting.ids) : joined ? new Set([joined.id]) : none
  return { takes, held, above }
}

/** Only once it leads to something: until then all of the drawing is a choice. */
function joinedBy({ from, to, connection }: NonNullable<Store['connecting']>): Taker | undefined {
  if (to === null || connection === null || connection.sort === 'none') return undefined
  return { takes: to, held: new Set([from]), above: none }
}
