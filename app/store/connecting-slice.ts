// Drawing a line from one thing to another: by a drag from a handle, or by two clicks with the Connect tool.
import {
  attachable,
  connect,
  connects,
  kinds,
  type Attachable,
  type Connection,
  type Design,
  type ResourceId,
  type View,
} from '../library.ts'
import { isWithin } from '../canvas/hit.ts'
import { camera } from './camera.ts'
import type { Slice } from './store.ts'

export interface Connecting {
  readonly from: ResourceId
  /** What the line would lead to; null: nothing it could. */
  readonly to: ResourceId | null
  /** What letting go there would do; null over the bare canvas. */
  readonly connection: Connection | null
  /** Over nothing that a line could lead to: letting go offers what could be added. */
  readonly void: boolean
  /** Client coordinates of the pointer; null until it has moved. */
  readonly at: { readonly x: number; readonly y: number } | null
}

/** A line that ended where nothing is: what could be added there. */
interface Attaching {
  readonly from: ResourceId
  readonly at: { readonly x: number; readonly y: number }
  readonly offers: readonly Attachable[]
}

export interface ConnectingSlice {
  readonly connecting: Connecting | null
  readonly attaching: Attaching | null
  /** One of what was offered, or (null) none of it. */
  readonly attach: (chosen: Attachable | null) => void
  readonly startConnecting: (from: ResourceId) => void
  /** `over`: what lies under the pointer, innermost first. The first that it can be joined with is meant. */
  readonly moveConnecting: (over: readonly ResourceId[], at: NonNullable<Connecting['at']>) => void
  readonly finishConnecting: () => void
  readonly cancelConnecting: () => void
  /** With the Connect tool: the first click chooses, the second joins. */
  readonly connectBy: (id: ResourceId) => void
}

export const connectingSlice: Slice<ConnectingSlice> = (set, get) => ({
  connecting: null,
  attaching: null,
  attach(chosen) {
    const { attaching, edit, select } = get()
    set({ attaching: null })
    if (!attaching || !chosen) return
    edit(`Add ${kinds.get(chosen.kind)?.title ?? chosen.kind}`, () => chosen.design)
    select([chosen.id])
    camera().panTo(chosen.id)
  },
  startConnecting(from) {
    set({ connecting: { from, to: null, connection: null, void: false, at: null } })
  },
  moveConnecting(over, at) {
    const { connecting, network, design } = get()
    if (!connecting) return
    const { from } = connecting
    const offered = over.map((to) => ({ to, connection: connectionTo(network.view, from, to) }))
    const best =
      offered.find(({ connection }) => connection.sort === 'change') ??
      offered.find(({ connection }) => connection.sort === 'question') ??
      offered[0]
    const nowhere = { from, at, to: null, connection: null }
    // Over what it came from there is nothing to be said yet.
    if (best?.to === from) return set({ connecting: { ...nowhere, void: false } })
    if (!best || (best.connection.sort === 'none' && isVoid(design, from, best.to)))
      return set({ connecting: { ...nowhere, void: camera().isOver(at) && inSubnet(design, from) } })
    set({ connecting: { from, at, ...best, void: false } })
  },
  finishConnecting() {
    const { connecting, edit, select, toast, ask, startTrace, design, network } = get()
    set({ connecting: null })
    const { from, to, connection } = connecting ?? {}
    if (from === undefined) return
    if (connecting?.void && connecting.at) {
      const offers = attachable(network.view, from)
      if (offers.length > 0) return set({ attaching: { from, at: connecting.at, offers } })
    }
    if (!connection || to === null || to === undefined) return
    if (connection.sort === 'none') return toast(connection.why, 'warning')
    if (connection.sort === 'question') {
      // Nothing joins two machines but packets: whether they get there is a question.
      ask({ from, to })
      return startTrace()
    }
    const after = connection.make()
    const added = Object.keys(after.resources).find((id) => !design.resources[id])
    edit(connection.label, () => after)
    select([connection.shows ?? added ?? to])
    toast(connection.says, 'success')
  },
  cancelConnecting() {
    if (get().connecting !== null) set({ connecting: null })
  },
  connectBy(id) {
    const { connecting, select, startConnecting, moveConnecting, finishConnecting } = get()
    if (connecting === null || connecting.from === id) {
      select([id])
      return startConnecting(id)
    }
    moveConnecting([id], connecting.at ?? { x: 0, y: 0 })
    finishConnecting()
  },
})

const known = new WeakMap<View, Map<string, Connection>>()

/** Worked out once: the pointer moves far more often than what lies under it changes. */
function connectionTo(view: View, from: ResourceId, to: ResourceId): Connection {
  let found = known.get(view)
  if (!found) known.set(view, (found = new Map()))
  // No id holds a slash.
  const ends = `${from}/${to}`
  let connection = found.get(ends)
  if (!connection) found.set(ends, (connection = connect(view, from, to)))
  return connection
}

/** What no line leads to, and the containers around where it came from. */
function isVoid(design: Design, from: ResourceId, over: ResourceId): boolean {
  const resource = design.resources[over]
  return !resource || !connects(resource) || isWithin(design, from, new Set([over]))
}

function inSubnet(design: Design, id: ResourceId): boolean {
  const resource = design.resources[id]
  return resource?.kind === 'subnet' || design.resources[resource?.parent ?? '']?.kind === 'subnet'
}
