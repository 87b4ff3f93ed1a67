// Drawing a line from one thing to another: by a drag from a handle, or by two clicks with the Connect tool.
import { connect, type Connection, type ResourceId } from '../library.ts'
import type { Slice } from './store.ts'

export interface Connecting {
  readonly from: ResourceId
  /** What the line would lead to; null: nothing it could. */
  readonly to: ResourceId | null
  /** What letting go there would do; null over the bare canvas. */
  readonly connection: Connection | null
  /** Client coordinates of the pointer; null until it has moved. */
  readonly at: { readonly x: number; readonly y: number } | null
}

export interface ConnectingSlice {
  readonly connecting: Connecting | null
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
  startConnecting(from) {
    set({ connecting: { from, to: null, connection: null, at: null } })
  },
  moveConnecting(over, at) {
    const { connecting, network } = get()
    if (!connecting) return
    const { from } = connecting
    const offered = over.map((to) => ({ to, connection: connect(network.view, from, to) }))
    const best =
      offered.find(({ connection }) => connection.sort === 'change') ??
      offered.find(({ connection }) => connection.sort === 'question') ??
      offered[0]
    // Over what it came from there is nothing to be said yet.
    const said = best?.to === from ? undefined : best
    set({ connecting: { from, at, to: said?.to ?? null, connection: said?.connection ?? null } })
  },
  finishConnecting() {
    const { connecting, edit, select, toast, ask, startTrace, design } = get()
    set({ connecting: null })
    const { from, to, connection } = connecting ?? {}
    if (from === undefined || !connection || to === null || to === undefined) return
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
