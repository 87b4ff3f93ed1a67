// Gives designs to the worker and says what is wanted of them. What it tells about anything but the newest is dropped.
import { apply, difference, type Design } from '../library.ts'
import type { Order, Report, Wanted } from './protocol.ts'

/** The other side, as the client needs it. */
interface Port {
  readonly post: (order: Order) => void
  readonly close: () => void
}

/** `null`: the worker has broken down, and nothing will come of what is wanted. */
type Tell = (report: Report | null) => void

export type Connect = (tell: (report: Report) => void, fail: () => void) => Port

export interface Client {
  readonly want: (design: Design, wanted: Wanted, tell: Tell) => void
  readonly stop: () => void
}

/** Nothing is connected before something is wanted. */
export function createClient(connect: Connect): Client {
  let port: Port | null = null
  let number = 0
  /** The design that the worker has. */
  let sent: Design | null = null
  let told: Tell = () => undefined
  const stop = () => {
    port?.close()
    port = null
    sent = null
    number++
  }
  const report = (given: Report) => {
    if (given.number === number) told(given)
  }
  const fail = () => {
    stop()
    told(null)
  }
  return {
    want(design, wanted, tell) {
      told = tell
      if (!port && !wanted.review && wanted.mending === null) return
      port ??= connect(report, fail)
      port.post({ number: ++number, work: workFor(sent, design), ...wanted })
      sent = design
    },
    stop,
  }
}

/** A change puts what is new last; a design in another order has to be sent whole. */
function workFor(sent: Design | null, design: Design): Order['work'] {
  if (!sent) return { design }
  const change = difference(sent, design)
  const [ids, there] = [design, apply(sent, change)].map(({ resources }) => Object.keys(resources))
  return ids!.length === there!.length && ids!.every((id, i) => id === there![i]) ? { change } : { design }
}

export const connectWorker: Connect = (tell, fail) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => tell(data))
  worker.addEventListener('error', fail)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    post: (order) => worker.postMessage(order),
    close: () => worker.terminate(),
  }
}
